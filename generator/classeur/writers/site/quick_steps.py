"""Steps of Markdown that do at once what they do at length for most texts: a quarter of the time.

Each takes the place of a step of Python-Markdown that it knows, and gives what is unusual to that very step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import HTML_EMPTY, Element

import markdown
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import (  # type: ignore[attr-defined]
    _escape_attrib_html,
    _escape_cdata,
    to_xhtml_string,
)

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
    if md.serializer is to_xhtml_string:
        md.serializer = as_xhtml
    steps = md.parser.blockprocessors
    if "table" in steps and type(steps["table"]) is TableProcessor:
        table: Any = steps["table"]
        table._split = _cells(table._split)
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


class _Blocks:
    """Reads blocks; one of a single line that begins with a letter is a paragraph, whatever the other steps seek."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._paragraph = parser.blockprocessors["paragraph"]
        self._of_a_heading = (parser.blockprocessors["hashheader"], self._paragraph)

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Read all blocks into an element."""
        while blocks:
            block = blocks[0]
            steps = self._parser.blockprocessors
            if "\n" not in block:
                first = block[:1]
                if first.isalpha():
                    self._paragraph.run(parent, blocks)
                    continue
                if first == "#":
                    steps = self._of_a_heading
            for step in steps:
                if step.test(parent, block) and step.run(parent, blocks) is not False:
                    break


def _cells(at_length: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    """Cuts a row of a table; one that holds code or an escaped bar is cut by the library."""
    return lambda row: at_length(row) if "`" in row or "\\" in row else row.split("|")


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
    for name, value in sorted(element.items()):
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
