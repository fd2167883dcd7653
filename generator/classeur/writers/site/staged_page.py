"""Staged pages made of headings and ready parts only: most of them. The engine's Markdown reader need not see them.

Each different heading is read once by the configured Markdown; the page is then put together as that reader would.
Whether it would is asked at each build (`Reader.is_as_markdown`): an extension of mkdocs.yml may do more with a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import markdown
from markdown.extensions.toc import nest_toc_tokens

from classeur.writers.site.ready import parts_of, put_back, set_aside

_HEADING = re.compile(r"#{1,6} \S.* \{#[\w.:-]+\}")
_FRONT = re.compile(r'---\ntitle: "([^"\\\n]*)"\nhide: \[((?:navigation|toc)(?:, (?:navigation|toc))*)\]\n---\n+')
_PART = "<!-- ready -->\n<p>1</p>\n<!-- /ready -->"
_PROBE = "\n\n".join((_PART, "## A \\*b {#a}", _PART, "### C {#c}", "## D {#d}", _PART, _PART)) + "\n"
"""A page that holds one of each thing, beside one of each thing."""


def without_front_matter(source: str) -> tuple[str, dict[str, Any]] | None:
    """The page below what our templates write at its top, and what that says; None where YAML is to read it."""
    front = _FRONT.match(source)
    if front is None or not front[1].isprintable():
        return None
    return source[front.end() :], {"title": front[1], "hide": front[2].split(", ")}


@dataclass(frozen=True)
class _Heading:
    """A heading as the reader leaves it in the page, and in the table of contents."""

    html: str
    token: Mapping[str, Any]


@dataclass(frozen=True)
class PageContent:
    """A page read: its HTML, and its headings as Markdown's `toc` tells them, nested."""

    html: str
    contents: list[Any]


class Reader:
    """Reads the staged pages of one site.

    Attributes:
        is_as_markdown: whether Markdown, as mkdocs.yml asks for it, makes the same of a page as this reader.
    """

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]) -> None:
        self._markdown = markdown.Markdown(extensions=list(extensions), extension_configs=dict(configs))
        self._known: dict[str, _Heading] = {}
        self.is_as_markdown = self.read(_PROBE) == self._read_as_markdown(_PROBE)

    def read(self, page: str) -> PageContent | None:
        """The page's content; None when the page holds something else than headings and ready parts."""
        pieces = _pieces(page)
        if pieces is None or not self._learn(piece for piece, is_ready in pieces if not is_ready):
            return None
        html = "".join(f"{piece}\n\n" if is_ready else f"{self._known[piece].html}\n" for piece, is_ready in pieces)
        tokens: list[Any] = [{**self._known[piece].token, "children": []} for piece, is_ready in pieces if not is_ready]
        return PageContent(html.rstrip("\n"), nest_toc_tokens(tokens))

    def _learn(self, lines: Iterable[str]) -> bool:
        """Read the headings that are not known yet; False when one of them does not come out as one heading."""
        new = list(dict.fromkeys(line for line in lines if line not in self._known))
        if not new:
            return True
        made = self._markdown.reset().convert("\n\n".join(new)).split("\n")
        tokens = list(_flat(getattr(self._markdown, "toc_tokens", ())))
        if not len(made) == len(tokens) == len(new):
            return False
        self._known |= {line: _Heading(html, token) for line, html, token in zip(new, made, tokens, strict=True)}
        return True

    def _read_as_markdown(self, page: str) -> PageContent:
        text, parts = set_aside(page)
        html = self._markdown.reset().convert(text)
        return PageContent(put_back(html, parts), getattr(self._markdown, "toc_tokens", []))


def _pieces(page: str) -> list[tuple[str, bool]] | None:
    """The headings and the ready parts of a page, in order; None when something else stands between them."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for begins, ends, part in parts_of(page):
        between = _headings(page[end:begins], is_first=not pieces)
        if between is None:
            return None
        pieces += [(line, False) for line in between]
        pieces.append((part, True))
        end = ends
    rest = _headings(page[end:], is_first=not pieces, is_last=True)
    return None if rest is None else [*pieces, *((line, False) for line in rest)]


def _headings(between: str, is_first: bool, is_last: bool = False) -> list[str] | None:
    """The headings between two ready parts, each with an empty line before and after it."""
    if not between.strip("\n"):
        return [] if is_first or is_last or len(between) > 1 else None
    if not (is_first or between.startswith("\n\n")) or not (is_last or between.endswith("\n\n")):
        return None
    lines = re.split(r"\n{2,}", between.strip("\n"))
    return lines if all(_HEADING.fullmatch(line) for line in lines) else None


def _flat(tokens: Iterable[Any]) -> Iterable[Mapping[str, Any]]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])
