"""Acronyms of the glossary marked in a finished text: a pointer, or a voice, tells what they stand for."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from classeur.model.acronyms import ACRONYM

_TAG = r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>"
_PIECE = re.compile(f"{_TAG}|{ACRONYM.pattern}")
_LEFT_ALONE = frozenset(
    {"a", "abbr", "code", "pre", "kbd", "samp", "svg", "style", "script", "h1", "h2", "h3", "h4", "h5", "h6"}
)


def with_abbreviations(markup: str, meanings: Mapping[str, str]) -> str:
    """The HTML with the first mention of each acronym in an `abbr`, outside links, code, headings and drawings."""
    if not any(acronym in markup for acronym in meanings):
        return markup
    told: set[str] = set()
    inside: list[str] = []

    def mark(piece: re.Match[str]) -> str:
        name = piece[2]
        if name:
            _follow(inside, name.lower(), is_closing=bool(piece[1]), is_empty=bool(piece[3]))
            return piece[0]
        acronym = piece[0]
        if inside or acronym in told or acronym not in meanings:
            return acronym
        told.add(acronym)
        return f'<abbr title="{html.escape(meanings[acronym])}">{acronym}</abbr>'

    return _PIECE.sub(mark, markup)


def _follow(inside: list[str], name: str, *, is_closing: bool, is_empty: bool) -> None:
    """Keep in mind which elements to leave alone are open."""
    if name not in _LEFT_ALONE or is_empty:
        return
    if not is_closing:
        inside.append(name)
    elif name in inside:
        del inside[len(inside) - 1 - inside[::-1].index(name) :]
