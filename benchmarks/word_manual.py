"""A made-up manual of 500 pages: long tables, pages on their side, boxes, notes, diagrams. Nothing of it is true."""

from __future__ import annotations

from pathlib import Path

from benchmarks.french import WHAT, WHO
from benchmarks.roundtrip_house import SEED, Author, write_texts

CHAPTERS = 75
_ROWS = 70
"""Of a long table: more than two pages of them."""


def manual() -> str:
    """The body of the manual."""
    author = Author(SEED)
    parts = [_chapter(author, number) for number in range(1, CHAPTERS + 1)]
    return "\n\n".join([*parts, *author.notes]) + "\n"


def _chapter(author: Author, number: int) -> str:
    """A chapter: what is done, by whom, in a long table; every third one turns the page."""
    turned = f"### Suivi\n\n{author.wide_table()}\n\n{author.turned_page()}" if number % 3 == 0 else author.two_tables()
    drawn = author.diagram() if number % 5 == 0 else author.quotation()
    sentences = "\n\n".join(" ".join(author.voice.sentence() for _ in range(6)) for _ in range(3))
    return "\n\n".join([
        f"## Chapitre {number} : {author.voice.title()}", author.noted(), sentences, f"### Étapes\n\n{author.steps()}",
        author.box(), drawn, f"### Qui fait quoi\n\n{_long_table(author)}", author.merged_table(), turned, sentences,
    ])  # fmt: skip


def _long_table(author: Author) -> str:
    rows = (
        f"| {n} | {author.words()} | {author.one(WHO)} | {author.one(WHAT)} | {author.voice.sentence()} |"
        for n in range(1, _ROWS + 1)
    )
    return "| N° | Action | Qui | Sur quoi | Remarque |\n|---|---|---|---|---|\n" + "\n".join(rows)


def write_manual(root: Path) -> Path:
    """A house that released the manual on 1 June 2026."""
    return write_texts(root, {"MQ-R1-001": ("Manuel d'essai", manual())})
