"""What a text is spared that holds none of the marks that a step of Markdown looks for: a third of the time.

Each step is known by the name that its library gives it. A step that is not named here is never left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unique,
)

_BLOCKS = {
    "admonition": ("!!!", "<"),  # a tag may begin one too, that the next lines continue
    "details": ("???", "<"),
    "tabbed": ("===", "<"),
    "markdown_block": ("<",),
    "table": ("|",),
    "defindent": (":", "<"),
    "deflist": (":",),
    "quote": (">",),
    "footnote": ("[^",),
    "reference": ("]:",),
}
INLINES = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("]:",),  # a link by a name leads nowhere when no name is told
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("]:",),
    "short_reference": ("]:",),
    "short_image_ref": ("]:",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n", "\t", "\r"),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "classeur-citation": ("-",),
}
"""The marks of each inline pattern."""
_TREES = {
    "footnote": ("[^",),
    "footnote-duplicate": ("[^",),
    "task-list": ("[ ]", "[x]", "[X]", "\t"),
    "attr_list": ("{",),
    "unescape": ("\\",),
}
_LINES = {"fenced_code_block": ("```", "~~~")}
_ALL_MARKS = tuple(
    sorted({mark for steps in (_BLOCKS, INLINES, _TREES, _LINES) for marks in steps.values() for mark in marks})
)
_DEFINITION = re.compile(r"(?:^|\r)[\s>*+.)\d-]*:[ \t]", re.M)
"""A colon that begins a line, or follows what may begin one: nothing else defines a term."""

_CONTENTS = "[TOC]"
_HEADINGS = frozenset(f"{letter}{level}" for letter in "hH" for level in range(1, 7))
_PLAIN = re.compile(r"[^<>&\x02\x03]*")


class SparedSteps:
    """The steps of one converter; `suit` leaves it those that a text may need."""

    def __init__(self, md: markdown.Markdown) -> None:
        """Take a converter with all its extensions."""
        self._md = md
        self._inline: Any = md.treeprocessors["inline"]
        self._suited = lru_cache(maxsize=256)(self._made)
        md.is_block_level = lru_cache(maxsize=1024)(md.is_block_level)  # type: ignore[method-assign]
        self._full: tuple[Any, ...] = (
            md.preprocessors,
            md.parser.blockprocessors,
            md.inlinePatterns,
            md.treeprocessors,
        )

    def suit(self, body: str) -> None:
        """Get the converter ready for a text, before it is reset."""
        absent = [mark for mark in _ALL_MARKS if mark not in body]
        if ":" not in absent and not _DEFINITION.search(body):
            absent.append(":")
        md = self._md
        md.preprocessors, md.parser.blockprocessors, md.inlinePatterns, md.treeprocessors = self._suited(tuple(absent))
        self._inline.inlinePatterns = md.inlinePatterns

    def _made(self, absent: tuple[str, ...]) -> tuple[Any, ...]:
        tables: tuple[Mapping[str, tuple[str, ...]], ...] = (_LINES, _BLOCKS, INLINES, _TREES)
        gone = ({name for name, marks in table.items() if set(marks) <= set(absent)} for table in tables)
        return tuple(_Few.of(full, names) for full, names in zip(self._full, gone, strict=True))


class _Few(markdown.util.Registry[Any]):
    """Some of the steps of a registry, which does not change any more: it is quick to go through."""

    _listed: tuple[Any, ...] = ()

    @staticmethod
    def of(full: Any, gone: set[str]) -> _Few:
        """A registry without some names; what extensions keep in it is kept."""
        few = _Few()
        list(full)  # sorts it
        order = [each for each in full._priority if each.name not in gone]
        steps = {each.name: full._data[each.name] for each in order}
        few.__dict__.update(full.__dict__, _priority=order, _data=steps, _listed=tuple(steps.values()))
        return few

    def __iter__(self) -> Iterator[Any]:
        return iter(self._listed)

    def __getitem__(self, key: Any) -> Any:
        return self._listed[key] if type(key) is int else super().__getitem__(key)


class _Anchors(TocTreeprocessor):
    """Gives each heading its anchor, as its own library does; a table of contents only where a text asks for one."""

    def run(self, doc: Element) -> None:
        """Treat a text."""
        if _CONTENTS in "".join(doc.itertext()) and any(_CONTENTS in (each.text or "") for each in doc.iter()):
            super().run(doc)
            return
        used = {anchor for each in doc.iter() if (anchor := each.get("id")) is not None}
        for each in [each for each in doc.iter() if each.tag in _HEADINGS]:
            if not self.header_rgx.match(each.tag):
                continue
            self.set_level(each)
            if "id" not in each.attrib:
                name = self.slugify(html.unescape(self._name(each)), self.sep)
                each.attrib["id"] = unique(name, used)
            each.attrib.pop("data-toc-label", None)

    def _name(self, heading: Element) -> str:
        text = heading.text or ""
        if not len(heading) and _PLAIN.fullmatch(text):
            return strip_tags(text)
        return strip_tags(render_inner_html(remove_fnrefs(heading), self.md))


class Anchors(TocExtension):
    """The anchors of headings, without the table of contents that our pages do not show."""

    TreeProcessorClass = _Anchors
