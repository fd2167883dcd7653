"""A Markdown text as the blocks a reader sees: headings, paragraphs, list items, table rows, fences, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    FENCE = "fence"
    CODE = "code"
    BOX = "box"
    FOOTNOTE = "footnote"
    DEFINITION = "definition"
    PICTURE = "picture"


@dataclass(frozen=True)
class Block:
    """One block with its place.

    Attributes:
        text: its Markdown on one line; a fence keeps its lines.
        line: its first line in the body, counted from 1.
        heading: the text of the section it stands in; a heading stands in the one above it.
        level: a heading's level; how deep a list item is nested, from 0.
        rank: an item's or a row's position in its list or table, from 1.
        start: the first number of an ordered list, on each of its items; 0 for a list without numbers.
        number: the number typed before an item; the page counts by itself after the first.
        boxes: the heads of the boxes (admonitions, tabs) around it, outermost first.
        label: a fence's language, a box's head, a footnote's or a definition's name, `header` for a table's first row.
    """

    kind: BlockKind
    text: str
    line: int
    heading: str = ""
    level: int = 0
    rank: int = 0
    start: int = 0
    number: int = 0
    boxes: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    label: str = ""


_FENCE = re.compile(r"^( *)(`{3,}|~{3,})[ \t]*(.*)$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"^( *)([-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$")
_BOX = re.compile(r"^( {0,3})(!!!|\?\?\?\+?|===\+?)[ \t]+(.*)$")
_QUOTE = re.compile(r"^ {0,3}> ?")
_DELIMITER = re.compile(r"^[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]]+)\]:[ \t]*(.*)$")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*(\S.*)$")
_PICTURE = re.compile(r"^!\[[^\]]*\]\([^()]*\)$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_KEPT_IN_A_COMMENT = re.compile(r"[^\n]")
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"[*_`~]|\\(?=\W)")
_LINK_MARKS = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")

_Line = tuple[int, str]


def blocks_of(body: str) -> tuple[Block, ...]:
    """The blocks of a text, in its order; comments are not seen, as on the page."""
    lines = body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbered = list(enumerate((line.expandtabs(4).rstrip() for line in _visible(lines)), 1))
    return tuple(_in_sections(_ranked(_Reader(numbered).blocks())))


def shown(text: str) -> str:
    """A block's text without Markdown marks."""
    return " ".join(_MARKS.sub("", _LINK_MARKS.sub(r"\1", text)).split())


def _visible(lines: list[str]) -> list[str]:
    """The lines with comments blanked, except inside fences."""
    if not any("<!--" in line for line in lines):
        return lines
    masked, opening = [], ""
    for line in lines:
        match = _FENCE.match(line)
        inside = bool(opening)
        if match and not opening:
            opening, inside = match[2], True
        elif match and match[2].startswith(opening) and not match[3].strip():
            opening = ""
        masked.append(re.sub(r"[^\n]", "\x00", line) if inside else line)
    clean = _COMMENT.sub(lambda found: _KEPT_IN_A_COMMENT.sub("", found[0]), "\n".join(masked)).split("\n")
    return [line if "\x00" in mask else kept for line, mask, kept in zip(lines, masked, clean, strict=True)]


@dataclass
class _Reader:
    """Reads numbered lines; a box or a quotation inside them is read by a reader of its own."""

    lines: list[_Line]
    boxes: tuple[str, ...] = ()
    at: int = 0
    found: list[Block] = field(default_factory=list)
    after_blank: bool = True
    in_list: bool = False

    def blocks(self) -> list[Block]:
        while self.at < len(self.lines):
            number, line = self.lines[self.at]
            if not line.strip():
                self.after_blank = True
                self.at += 1
                continue
            self._read(number, line)
            self.after_blank = False
        return self.found

    def _read(self, number: int, line: str) -> None:
        if match := _FENCE.match(line):
            self._fence(number, match)
        elif line.startswith("    ") and self.after_blank and not self.in_list:
            self._code(number)
        elif match := _BOX.match(line):
            self._box(number, match)
        elif _QUOTE.match(line) and not _ITEM.match(line):
            self._quotation()
        elif match := _HEADING.match(line):
            self._leave_list()
            self._add(BlockKind.HEADING, match[2] or "", number, level=len(match[1]))
            self.at += 1
        elif _RULE.match(line):
            self._leave_list()
            self.at += 1
        elif match := _ITEM.match(line):
            self._item(number, match)
        elif self._is_table():
            self._table(number)
        else:
            self._text(number, line)

    def _add(self, kind: BlockKind, text: str, line: int, **more: Any) -> None:
        self.found.append(
            Block(kind, text.strip() if kind is not BlockKind.FENCE else text, line, boxes=self.boxes, **more)
        )

    def _leave_list(self) -> None:
        self.in_list = False

    def _fence(self, number: int, opening: re.Match[str]) -> None:
        inside: list[str] = []
        self.at += 1
        while self.at < len(self.lines):
            line = self.lines[self.at][1]
            self.at += 1
            closing = _FENCE.match(line)
            if closing and closing[2].startswith(opening[2]) and not closing[3].strip():
                break
            inside.append(line.removeprefix(opening[1]))
        level = 1 + len(opening[1]) // 4 if self.in_list and len(opening[1]) >= 2 else 0
        self._add(BlockKind.FENCE, "\n".join(inside), number, label=opening[3].strip(), level=level)

    def _code(self, number: int) -> None:
        inside = self._indented(4)
        self._add(BlockKind.CODE, "\n".join(line for _, line in inside).strip("\n"), number)

    def _indented(self, width: int) -> list[_Line]:
        inside: list[_Line] = []
        while self.at < len(self.lines):
            number, line = self.lines[self.at]
            if line.strip() and not line.startswith(" " * width):
                break
            inside.append((number, line[width:]))
            self.at += 1
        return inside

    def _box(self, number: int, match: re.Match[str]) -> None:
        self._leave_list()
        head = f"{match[2]} {' '.join(match[3].split())}"
        quoted = re.search(r'"(.*)"', match[3])
        self._add(BlockKind.BOX, quoted[1] if quoted else "", number, label=_without_title(head))
        self.at += 1
        inner = _Reader(self._indented(len(match[1]) + 4), (*self.boxes, _without_title(head)))
        self.found += inner.blocks()

    def _quotation(self) -> None:
        inside: list[_Line] = []
        while self.at < len(self.lines) and self.lines[self.at][1].strip():
            number, line = self.lines[self.at]
            inside.append((number, _QUOTE.sub("", line)))
            self.at += 1
        self._leave_list()
        self.found += _Reader(inside, self.boxes).blocks()

    def _item(self, number: int, match: re.Match[str]) -> None:
        start = int(match[2][:-1]) if match[2][0].isdigit() else -1
        level = len(match[1]) // 4
        self.at += 1
        text = [match[3] or "", *self._rest_of_paragraph(in_item=True)]
        self.in_list = True
        self._add(BlockKind.ITEM, " ".join(text), number, level=level, start=start, number=max(start, 0))

    def _rest_of_paragraph(self, in_item: bool = False) -> Iterator[str]:
        while self.at < len(self.lines):
            line = self.lines[self.at][1]
            if not line.strip() or self._begins_block(line, in_item):
                return
            self.at += 1
            yield line.strip()

    def _begins_block(self, line: str, in_item: bool) -> bool:
        item = _ITEM.match(line)
        if item and (in_item or not item[2][0].isdigit() or item[2][:-1] == "1"):
            return True  # « sous\n15. Puis » inside a paragraph is no list: only a 1 may open one there
        if _FENCE.match(line) or _HEADING.match(line) or _BOX.match(line):
            return True
        return bool(_RULE.match(line) or _QUOTE.match(line) or _NOTE.match(line)) or self._is_table()

    def _is_table(self) -> bool:
        if self.at + 1 >= len(self.lines) or "|" not in self.lines[self.at][1]:
            return False
        below = self.lines[self.at + 1][1]
        return "-" in below and "|" in below and bool(_DELIMITER.match(below))

    def _table(self, number: int) -> None:
        level = 1 if self.in_list and self.lines[self.at][1].startswith("  ") else 0
        if not level:
            self._leave_list()
        rank = 0
        while self.at < len(self.lines) and "|" in (line := self.lines[self.at][1]) and line.strip():
            number = self.lines[self.at][0]
            if rank != 1 or not _DELIMITER.match(line):
                cells = _cells(line)
                label = "" if rank else "header"
                at = max(rank - 1, 0)
                self._add(BlockKind.ROW, " | ".join(cells), number, cells=cells, level=level, rank=at, label=label)
            rank += 1
            self.at += 1

    def _text(self, number: int, line: str) -> None:
        if match := _NOTE.match(line):
            self.at += 1
            self._leave_list()
            text = " ".join([match[2], *self._rest_of_paragraph()])
            self._add(BlockKind.FOOTNOTE, text, number, label=match[1])
        elif match := _DEFINITION.match(line):
            self.at += 1
            self._add(BlockKind.DEFINITION, match[2], number, label=match[1])
        else:
            self._paragraph(number, line)

    def _paragraph(self, number: int, line: str) -> None:
        indented = line.startswith("  ")
        self.at += 1
        below = self.lines[self.at][1] if self.at < len(self.lines) else ""
        if _SETEXT.match(below):
            self._leave_list()
            self.at += 1
            self._add(BlockKind.HEADING, line, number, level=1 if "=" in below else 2)
            return
        text = " ".join([line.strip(), *self._rest_of_paragraph()])
        if self.in_list and indented and self.found[-1].kind is BlockKind.ITEM:
            self.found[-1] = replace(self.found[-1], text=f"{self.found[-1].text} {text}")
            return
        level = 1 if self.in_list and indented else 0
        if not level:
            self._leave_list()
        kind = BlockKind.PICTURE if _PICTURE.match(text) else BlockKind.PARAGRAPH
        self._add(kind, text, number, level=level)


def _without_title(head: str) -> str:
    return re.sub(r'\s*".*"\s*', "", head).strip()


def _cells(line: str) -> tuple[str, ...]:
    parts = _CELL_END.split(line.strip())
    if parts and not parts[0].strip():
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1].strip():
        parts = parts[:-1]
    return tuple(part.strip() for part in parts)


def _ranked(blocks: list[Block]) -> Iterator[Block]:
    """Gives each item its rank in its list, and to the whole list the number it starts at."""
    open_lists: dict[int, Block] = {}
    previous: tuple[str, ...] = ()
    for block in blocks:
        if block.kind is not BlockKind.ITEM:
            if not block.level or block.kind is BlockKind.HEADING or block.boxes != previous:
                open_lists.clear()
            previous = block.boxes
            yield block
            continue
        if block.boxes != previous:
            open_lists.clear()
        previous = block.boxes
        for level in [level for level in open_lists if level > block.level]:
            del open_lists[level]
        before = open_lists.get(block.level)
        same = before is not None and (before.start == 0) == (block.start < 0)
        ranked = replace(block, rank=before.rank + 1, start=before.start) if before and same else _first(block)
        open_lists[block.level] = ranked
        yield ranked


def _first(item: Block) -> Block:
    """The first item of a list; an ordered list that starts at 0 is kept apart from a list without numbers."""
    return replace(item, rank=1, start=0 if item.start < 0 else item.start or -1)


def _in_sections(blocks: Iterator[Block]) -> Iterator[Block]:
    above: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            yield replace(block, heading=above[-1][1]) if above else block
            continue
        while above and above[-1][0] >= block.level:
            above.pop()
        yield replace(block, heading=above[-1][1] if above else "")
        above.append((block.level, shown(block.text)))
