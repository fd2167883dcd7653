"""Steps of Markdown that do at once what they do at length for most texts: a quarter of the time.

Each takes the place of a step of Python-Markdown that it knows, and gives what is unusual to that very step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any
from xml.etree.ElementTree import HTML_EMPTY, Element, SubElement

import markdown
from markdown.blockprocessors import HashHeaderProcessor, ListIndentProcessor, OListProcessor, UListProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import (  # type: ignore[attr-defined]
    _escape_attrib_html,
    _escape_cdata,
    to_xhtml_string,
)
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor

from classeur.writers.site.quick_trees import Inline, Prettify, words_of_link

_ANCHORED = frozenset(
    {
        "markdown.blockprocessors",
        *(f"markdown.extensions.{name}" for name in ("abbr", "admonition", "def_list", "footnotes", "md_in_html")),
        *(f"markdown.extensions.{name}" for name in ("sane_lists", "tables")),
        *(f"pymdownx.{name}" for name in ("details", "superfences", "tabbed")),
    }
)
"""The modules whose steps tell a block by how its lines begin, or by several lines."""


def quicken(md: markdown.Markdown) -> None:
    """Give a converter these steps; what comes out of it stays the same, to the letter."""
    if type(md.preprocessors["normalize_whitespace"]) is NormalizeWhitespace:
        md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
    trees = md.treeprocessors
    for name, step, quick, priority in (
        ("inline", InlineProcessor, Inline, 20),
        ("prettify", PrettifyTreeprocessor, Prettify, 10),
    ):
        if name in trees and type(trees[name]) is step:
            trees.register(quick(md), name, priority)
    patterns: Iterable[Any] = md.inlinePatterns
    for pattern in patterns:
        if isinstance(pattern, LinkInlineProcessor) and type(pattern).getText is LinkInlineProcessor.getText:
            setattr(pattern, "getText", words_of_link(pattern.getText))  # noqa: B010
    if md.serializer is to_xhtml_string:
        md.serializer = as_xhtml
    steps = md.parser.blockprocessors
    if "table" in steps and type(steps["table"]) is TableProcessor:
        table: Any = steps["table"]
        table._split_row = partial(_cells, table, table._split_row)
        table._build_row = partial(_build_row, table)
    if all(type(step).__module__ in _ANCHORED for step in steps):
        md.parser.parseBlocks = _Blocks(md.parser).parse  # type: ignore[method-assign]


class _Whitespace(NormalizeWhitespace):
    """Makes lines of a text that holds no tab, no mark of Markdown's own and no other line end: most of them."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, without spaces alone on one of them."""
        source = "\n".join(lines)
        if any(mark in source for mark in "\x02\x03\t\r"):
            return super().run(lines)
        return _BLANK.sub("\n", source + "\n\n").split("\n")


_BLANK = re.compile(r"\n +(?=\n)")


_LETTER = r"[^\W\d_]"
_BEGUN = rf"(?:{_LETTER}|\*\*{_LETTER}|\[{_LETTER})"
"""How a line begins that only the paragraph wants: a letter, words in bold, a link."""
_WORDS = re.compile(rf"{_BEGUN}[^\n]*")
_LINES_OF_WORDS = re.compile(rf"{_LETTER}[^\n]*(?:\n{_LETTER}[^\n]*)*")
_ITEM = {"ul": r"- +", "ol": r"\d+\. +"}
_FIRST = {"ul": r"- +", "ol": r"1\. +"}
_NESTED = "|".join(rf"\n    {_FIRST[tag]}{_BEGUN}[^\n]*(?:\n    {mark}{_BEGUN}[^\n]*)*" for tag, mark in _ITEM.items())
_LISTS = {
    tag: re.compile(rf"{_FIRST[tag]}{_BEGUN}[^\n]*(?:{_NESTED})?(?:\n{mark}{_BEGUN}[^\n]*(?:{_NESTED})?)*")
    for tag, mark in _ITEM.items()
}
"""A list of one line a point, whose points may hold lists of one line a point."""


class _Blocks:
    """Reads blocks: those of words, and lists of one line a point, without asking every step whether it wants them."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        steps = parser.blockprocessors
        self._paragraph = steps["paragraph"]
        self._of_a_heading = (steps["hashheader"], self._paragraph)
        self._knows_headings = type(steps["hashheader"]) is HashHeaderProcessor
        self._knows_lists = (
            parser.md.tab_length == _TAB
            and type(steps["olist"]) in (OListProcessor, SaneOListProcessor)
            and type(steps["ulist"]) in (UListProcessor, SaneUListProcessor)
            and type(steps["indent"]) is ListIndentProcessor
        )

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Read all blocks into an element."""
        while blocks:
            block = blocks[0]
            steps = self._parser.blockprocessors
            first = block[:1]
            if first == "#" and "\n" not in block:
                if self._knows_headings and _put_heading(parent, block):
                    del blocks[0]
                    continue
                steps = self._of_a_heading
            elif _is_of_words(block, first):
                self._paragraph.run(parent, blocks)
                continue
            elif self._knows_lists and first in _LIST_MARKS and _put_list(parent, block, _LIST_MARKS[first]):
                del blocks[0]
                continue
            for step in steps:
                if step.test(parent, block) and step.run(parent, blocks) is not False:
                    break


_TAB = 4
_LIST_MARKS = {"-": "ul", "1": "ol"}
"""The list that a first letter may begin."""


def _is_of_words(block: str, first: str) -> bool:
    """Whether no step but that of paragraphs wants a block."""
    if first.isalpha():
        return "\n" not in block or _LINES_OF_WORDS.fullmatch(block) is not None
    return first in "*[" and _WORDS.fullmatch(block) is not None and "]:" not in block


def _put_heading(parent: Element, line: str) -> bool:
    """Put a heading; False, and nothing is put, when more than its beginning makes it one."""
    words = line.lstrip("#")
    level = len(line) - len(words)
    if level > _LEVELS or not words or "#" in words or "\\" in words:
        return False
    SubElement(parent, f"h{level}").text = words.strip()
    return True


_LEVELS = 6


def _put_list(parent: Element, block: str, tag: str) -> bool:
    """Put a list of one line a point; False, and nothing is put, when the block is anything else."""
    if parent.tag in _TAGS_OF_LISTS or (len(parent) and parent[-1].tag in _TAGS_OF_LISTS):
        return False  # it goes on with that list
    if "]:" in block or not _LISTS[tag].fullmatch(block):
        return False
    points = SubElement(parent, tag)
    inside = None
    for line in block.split("\n"):
        if line[0] != " ":
            point, inside = SubElement(points, "li"), None
            point.text = line.split(" ", 1)[1].lstrip()
            continue
        mark, words = line[_TAB:].split(" ", 1)
        if inside is None:
            inside = SubElement(point, "ul" if mark == "-" else "ol")
        SubElement(inside, "li").text = words.lstrip()
    return True


_TAGS_OF_LISTS = ("ul", "ol")


def _build_row(table: Any, row: str, parent: Element, align: Sequence[str | None]) -> None:
    """Put a row of a table, as the library does."""
    line = SubElement(parent, "tr")
    tag = "th" if parent.tag == "thead" else "td"
    cells = table._split_row(row)
    for index, side in enumerate(align):
        cell = SubElement(line, tag)
        cell.text = cells[index].strip(" ") if index < len(cells) else ""
        if side:
            if table.config["use_align_attribute"]:
                cell.set("align", side)
            else:
                cell.set("style", f"text-align: {side};")


def _cells(table: Any, at_length: Callable[[str], list[str]], row: str) -> list[str]:
    """Cuts a row of a table; one that holds code or an escaped bar is cut by the library."""
    if "`" in row or "\\" in row:
        return at_length(row)
    return (row.removeprefix("|").removesuffix("|") if table.border else row).split("|")


def as_xhtml(root: Element) -> str:
    """An element as XHTML, as Markdown's `to_xhtml_string` writes it."""
    pieces: list[str] = []
    try:
        _write(root, pieces.append)
    except (_Unusual, RecursionError):
        return to_xhtml_string(root)
    return "".join(pieces)


class _Unusual(Exception):
    """A comment, a name in a namespace…"""


class _Kinds(dict[Any, bool]):
    """Whether an element of a name is empty, by name."""

    def __missing__(self, tag: Any) -> bool:
        if type(tag) is not str or tag.lower() in ("script", "style"):
            raise _Unusual
        if len(self) >= _MOST_NAMES:
            self.clear()
        self[tag] = is_empty = tag.lower() in HTML_EMPTY
        return is_empty


_MOST_NAMES = 1000
_EMPTY = _Kinds()


def _write(element: Element, write: Callable[[str], object]) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    begin = f"<{tag}"
    if told := element.items():
        for name, value in sorted(told):
            if type(name) is not str or not isinstance(value, str):
                raise _Unusual
            begin += f' {name}="{_escape_attrib_html(value)}"'
    if tail and ("&" in tail or "<" in tail or ">" in tail):
        tail = _escape_cdata(tail)
    if _EMPTY[tag]:
        write(f"{begin} />{tail or ''}")
        return
    if text and ("&" in text or "<" in text or ">" in text):
        text = _escape_cdata(text)
    if len(element):
        write(f"{begin}>{text or ''}")
        for child in element:
            _write(child, write)
        write(f"</{tag}>{tail or ''}")
    else:
        write(f"{begin}>{text or ''}</{tag}>{tail or ''}")
