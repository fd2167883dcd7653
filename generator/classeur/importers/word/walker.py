"""The body of a Word file, block after block, in its order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from classeur.importers.word.blocks import (
    Block,
    Box,
    Caption,
    Code,
    End,
    Heading,
    Item,
    Paragraph,
    Quote,
    Start,
    Term,
    Title,
)
from classeur.importers.word.inline import Reader
from classeur.importers.word.letters import BOXES, Piece, markdown, safe_line
from classeur.importers.word.numbering import Marks, Numbering
from classeur.importers.word.styles import ParagraphStyle, Role, heading_level
from classeur.importers.word.wml import Element, W, children, chosen, inside, number, value

OWN_MARK = "cl_"
STEP = 360
"""How far each level of a list stands to the right in our own copies."""
_TYPED_BULLET = re.compile(r"^(?:[•▪●◦‣⁃·➢✓→■□▶➔]|[-–—*](?=\s))\s*")
_TYPED_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+")
_PICTURE = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\([^)]*\)")

Stream = list[Block | Start | End]


@dataclass
class Walker:
    """Reads blocks.

    Attributes:
        table: reads a table, given by the module that knows them (tables hold blocks, and blocks hold tables).
        shift: how many levels the headings of the file are to be lowered.
    """

    reader: Reader
    numbering: Numbering
    table: Callable[[Walker, Element, Stream], None]
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)
    started: set[tuple[str, int]] = field(default_factory=set)
    open_marks: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    @property
    def is_own(self) -> bool:
        """Whether the file is one of our own copies."""
        return self.reader.is_own

    def stream(self, parent: Element, in_cell: bool = False) -> Stream:
        """The blocks of an element, with the bookmarks that our own copies put around some of them."""
        out: Stream = []
        self._walk(parent, out, in_cell)
        return out

    def _walk(self, parent: Element, out: Stream, in_cell: bool) -> None:
        for name, child in children(parent):
            match name:
                case "p":
                    self._paragraph(child, out, in_cell)
                case "tbl":
                    self.table(self, child, out)
                case "sdt":
                    self._control(child, out, in_cell)
                case "bookmarkStart" | "bookmarkEnd":
                    self._mark(child, name, out)
                case "ins" | "moveTo" | "customXml" | "smartTag" | "sdtContent":
                    self._walk(child, out, in_cell)
                case "AlternateContent":
                    picked = chosen(child)
                    if picked is not None:
                        self._walk(picked, out, in_cell)
                case "altChunk":
                    self.reader.told.tell("WD009", "altChunk")
                case _:
                    pass

    def _control(self, control: Element, out: Stream, in_cell: bool) -> None:
        gallery = control.find(f"{W}sdtPr//{W}docPartGallery")
        if value(gallery) in ("Table of Contents", "Cover Pages", "Bibliographies"):
            return
        content = inside(control, "sdtContent")
        if content is not None:
            self._walk(content, out, in_cell)

    def _mark(self, mark: Element, name: str, out: Stream) -> None:
        """A bookmark; those of our own copies stand around blocks, the others name a place of the text."""
        identifier = value(mark, "id")
        if name == "bookmarkEnd":
            if identifier in self.open_marks:
                out.append(End(self.open_marks.pop(identifier)))
            return
        bookmark = value(mark, "name")
        inner = bookmark.lstrip("_")
        if self.is_own and inner.startswith(OWN_MARK):
            self.open_marks[identifier] = inner.removeprefix(OWN_MARK)
            out.append(Start(inner.removeprefix(OWN_MARK)))
        elif bookmark and bookmark != "_GoBack":
            self.waiting.append(bookmark)

    def _paragraph(self, element: Element, out: Stream, in_cell: bool) -> None:
        properties = inside(element, "pPr")
        identifier = value(inside(properties, "pStyle")) or self.reader.styles.default
        style = self.reader.styles.paragraph(identifier)
        ended: list[str] = []
        for mark in element.iter(W + "bookmarkStart", W + "bookmarkEnd"):
            if mark.tag == W + "bookmarkStart":
                self._mark(mark, "bookmarkStart", out)
            elif value(mark, "id") in self.open_marks:
                ended.append(self.open_marks.pop(value(mark, "id")))
        was_contents = self.reader.in_contents
        pieces = self.reader.pieces(element)
        boxes, self.reader.boxes = self.reader.boxes, []
        if style.role is not Role.CONTENTS and not (was_contents and _is_entry(element)):
            block = self._block(pieces, properties, identifier, style, in_cell)
            if block is not None:
                self._put(block, out)
        out += [End(name) for name in ended]
        for box in boxes:
            self.reader.told.tell("WD017")
            self._walk(box, out, in_cell)

    def _put(self, block: Block, out: Stream) -> None:
        if isinstance(block, Code) and out and isinstance(out[-1], Code) and not self.is_own:
            out[-1].text += "\n" + block.text  # one paragraph a line
            return
        if isinstance(block, Heading | Paragraph) and self.waiting:
            block.bookmarks, self.waiting = tuple(self.waiting), []
        out.append(block)

    def _block(
        self, pieces: list[Piece], properties: Element | None, identifier: str, style: ParagraphStyle, in_cell: bool
    ) -> Block | None:
        if style.role is Role.FILLER:
            return None
        text = markdown(pieces, self.is_own).strip(" \t\n")
        while text.endswith("\\\n") or text.endswith("  \n"):
            text = text.rstrip()
        if not text:
            return None
        left = indent(properties)
        plain = "".join(piece.text for piece in pieces)
        if style.role is Role.CODE and not _PICTURE.search(text):
            return Code(_as_typed(pieces), left=left)
        if not in_cell and style.role is Role.TITLE:
            return Title(one_line(_bare(text)), left)
        level = 0 if in_cell else heading_level(properties, style, identifier, self.reader.styles, _bare(plain))
        if level and _PICTURE.sub("", text).strip():
            return Heading(level, one_line(_bare(text)), number=self._number(properties, style))
        marks, depth, key = self._marks(properties, style)
        if marks is not None:
            self._count(marks, depth, key)
            item = Item(safe_line(text), depth, marks.is_ordered, key=key, left=left, letters=marks.letters)
            item.number = self.counts[key, depth] if marks.is_ordered else 0
            return self._boxed(item, style, left)
        return self._plain(pieces, text, left, style)

    def _plain(self, pieces: list[Piece], text: str, left: int, style: ParagraphStyle) -> Block:
        if text[0] in BOXES and len(text) > 1 and text[1] in " \u00a0\t" and not in_words(text):
            depth = max(0, (left // STEP) - 1) if left > 0 and self.is_own else 0
            return self._boxed(
                Item(safe_line(text[1:].strip()), depth, key="task", task=BOXES[text[0]], left=left), style, left
            )
        if style.role is Role.BOX_TITLE:
            return Box(style.box, title=_bare(text), left=left)
        if style.role is Role.QUOTE:
            return Quote([Paragraph(safe_line(text))], left)
        if style.role in (Role.TERM, Role.DEFINITION):
            is_definition = style.role is Role.DEFINITION
            return Term(safe_line(text) if is_definition else _bare(text), is_definition, left)
        if style.role is Role.CAPTION:
            return Caption(one_line(text), left)
        if style.role is Role.TAB:
            return Term(_bare(text), left=left)
        if not self.is_own:
            typed = _TYPED_BULLET.match(text)
            if typed and len(text) > typed.end() and not text.startswith("---"):
                return Item(safe_line(text[typed.end() :]), 0, key="typed", left=left)
        words = [piece for piece in pieces if piece.text.strip() and not piece.is_ready]
        block = Paragraph(
            safe_line(text),
            left,
            is_bold=bool(words) and all(p.look.is_bold or p.look.is_underlined or style.is_bold for p in words),
            is_large=bool(words) and all(p.look.is_large for p in words),
        )
        return self._boxed(block, style, left)

    def _boxed(self, block: Block, style: ParagraphStyle, left: int) -> Block:
        """A paragraph whose style is that of a box stands in one; boxes of one style are joined afterwards."""
        if style.role is Role.BOX:
            return Box(style.box, children=[block], left=left)
        if style.role is Role.QUOTE:
            return Quote([block], left)
        return block

    def _marks(self, properties: Element | None, style: ParagraphStyle) -> tuple[Marks | None, int, str]:
        """The list that numbers a paragraph, how deep, and what tells it from another list."""
        identifier, depth = _listed(properties, style)
        if not identifier or identifier == "0":
            return None, 0, ""
        marks = self.numbering.marks(identifier, depth)
        restarts = identifier in self.numbering.restarted
        return marks, depth, identifier if restarts else f"m{self.numbering.model(identifier)}"

    def _number(self, properties: Element | None, style: ParagraphStyle) -> str:
        """The number that Word writes before a heading."""
        marks, depth, key = self._marks(properties, style)
        if marks is None or not marks.is_ordered:
            return ""
        self._count(marks, depth, key)
        return self.numbering.written(
            _listed(properties, style)[0], depth, lambda above: max(1, self.counts[key, above])
        ).strip()

    def _count(self, marks: Marks, depth: int, key: str) -> None:
        if (key, depth) not in self.started:
            self.started.add((key, depth))
            self.counts[key, depth] = marks.start
        else:
            self.counts[key, depth] += 1
        for known in [each for each in self.started if each[0] == key and each[1] > depth]:
            self.started.discard(known)


def _listed(properties: Element | None, style: ParagraphStyle) -> tuple[str, int]:
    """The list that a paragraph, else its style, names, and how deep."""
    identifier, depth = style.numbering or ("", 0)
    listed = inside(properties, "numPr")
    if listed is not None:
        identifier = value(inside(listed, "numId")) or identifier
        typed = value(inside(listed, "ilvl"))
        depth = number(typed) if typed else depth
    return identifier, max(0, min(depth, 8))


def indent(properties: Element | None) -> int:
    """Where a paragraph's lines start, in twentieths of a point; -1 when only its style says it."""
    placed = inside(properties, "ind")
    typed = value(placed, "left") or value(placed, "start")
    return number(typed, -1) if typed else -1


def one_line(text: str) -> str:
    """Words on one line."""
    return " ".join(re.sub(r" {2}\n", " ", text).split())


def in_words(text: str) -> bool:
    """Whether what begins with a box goes on with other boxes: a line of choices, not a task."""
    return any(mark in text[1:] for mark in BOXES)


def _bare(text: str) -> str:
    """Words without the emphasis that stands around all of them: a heading is bold by itself."""
    found = re.fullmatch(r"(\*{1,3})((?:[^*\\]|\\.)+)\1", text.strip())
    return found[2] if found else re.sub(r"(?<!\\)\*\*", "", text)


def _as_typed(pieces: list[Piece]) -> str:
    """The letters of code, with its line breaks and its spaces."""
    return "".join("\n" if piece.is_ready and not piece.text.strip() else piece.text for piece in pieces).rstrip()


def _is_entry(element: Element) -> bool:
    """Whether a paragraph is a line of a table of contents."""
    codes = "".join(each.text or "" for each in element.iter(W + "instrText"))
    anchors = [value(each, "anchor") for each in element.iter(W + "hyperlink")]
    return "PAGEREF" in codes or any(anchor.startswith("_Toc") for anchor in anchors)
