"""What a text says of itself at its beginning: what it is for, who does what first."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from classeur.model.outline import Heading, Outline, plain
from classeur.model.references import folded

FIRST_TASKS = 3
"""How many lines of « Qui fait quoi » stand at the top of a page."""

_NUMBER = re.compile(r"(?:(?:\d+|[ivx]+)[.)]\s*)+")
_PURPOSE = re.compile(
    r"(?:le |l'|notre )?(?:but|objet|objectif|finalite|raison d'etre)s?\b|(?:a quoi|pourquoi|en bref)\b"
)
_WHO_DOES_WHAT = re.compile(
    r"qui fait quoi|roles? et responsabilites|responsabilites\b|repartition des (?:roles|taches)"
)
_WHO = re.compile(r"(?:par )?qui|responsables?|acteurs?|intervenants?")
_WHAT = re.compile(r"(?:fait )?quoi|missions?|etapes?|actions?|taches?|activites?|controles?")
_RANK = re.compile(r"(?:n° ?)?\d*[.)]?")
_MARKUP = re.compile(r"<[^<>]*>|\[\^[^\]]+\]|\{:?[^{}]*\}")
_RULE = re.compile(r"[\s|:-]+$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\s*(?:[|>#!]|<|:::)")


@dataclass(frozen=True)
class FirstTask:
    """A line of « Qui fait quoi »: who, and what they do, in the words of the table."""

    who: str
    what: str


@dataclass(frozen=True)
class WhoDoesWhat:
    """The first lines of the section that says who does what; `anchor` is that of its heading."""

    tasks: tuple[FirstTask, ...]
    anchor: str
    is_whole: bool


def purpose_of(text: Outline) -> str:
    """The first paragraph below the heading that says what the text is for; empty when no heading does."""
    for heading, lines in _sections(text):
        if _PURPOSE.match(_said(heading)):
            return _first_paragraph(lines)
    return ""


def who_does_what(text: Outline) -> WhoDoesWhat | None:
    """The first lines of the table that says who does what; None when the text has no such table."""
    for heading, lines in _sections(text):
        if _WHO_DOES_WHAT.match(_said(heading)):
            tasks = tuple(islice(_tasks(lines), FIRST_TASKS + 1))
            return WhoDoesWhat(tasks[:FIRST_TASKS], heading.anchor, len(tasks) <= FIRST_TASKS) if tasks else None
    return None


def _said(heading: Heading) -> str:
    """A heading without its number, its capitals and its accents."""
    return _NUMBER.sub("", folded(heading.text), count=1)


def _sections(text: Outline) -> Iterator[tuple[Heading, Sequence[str]]]:
    """Each heading with the lines below it, up to the next one."""
    ends = [*(heading.line - 1 for heading in text.headings[1:]), len(text.prose)]
    for heading, end in zip(text.headings, ends, strict=bool(text.headings)):
        yield heading, text.prose[heading.line : end]


def _first_paragraph(lines: Sequence[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if _ITEM.match(line) or (not line.strip() and kept):
            break
        if line.strip():
            kept.append(line.strip())
    return _quoted(" ".join(kept))


def _tasks(lines: Sequence[str]) -> Iterator[FirstTask]:
    rows = (_cells(line) for line in lines if line.lstrip().startswith("|") and not _RULE.match(line))
    titles = next(rows, [])
    who = next((number for number, cell in enumerate(titles) if _WHO.fullmatch(folded(cell))), None)
    what = [number for number, cell in enumerate(titles) if _WHAT.fullmatch(folded(cell))]
    if who is None:
        return
    for row in rows:
        told = [row[number] for number in what if number < len(row) and not _RANK.fullmatch(row[number])]
        if len(row) > who and row[who] and told:
            yield FirstTask(row[who], " – ".join(told))


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    return [_quoted(cell.replace("\\|", "|")) for cell in cells]


def _quoted(text: str) -> str:
    """A piece of a text as a sentence: no mark, no tag, no call of a footnote."""
    return " ".join(html.unescape(plain(_MARKUP.sub("", text))).split())
