"""The glossary's page: what the house's words mean, and what else they are called."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.references import folded


@dataclass(frozen=True)
class GlossaryRow:
    """One word of the house.

    Attributes:
        means: what it stands for; several are several things.
        others: the other names that the search understands.
    """

    term: str
    means: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class GlossaryLetter:
    """The words that begin with one letter; « # » for those that begin with none."""

    letter: str
    rows: tuple[GlossaryRow, ...]


def glossary_letters(binder: Binder) -> tuple[GlossaryLetter, ...]:
    """The words by their first letter, accents left aside."""
    letters: dict[str, list[GlossaryRow]] = {}
    for term in sorted(binder.glossary, key=lambda term: (folded(term.term), term.term)):
        first = folded(term.term)[:1].upper()
        row = GlossaryRow(term.term, term.means, term.synonyms)
        letters.setdefault(first if first.isalpha() else "#", []).append(row)
    return tuple(GlossaryLetter(letter, tuple(rows)) for letter, rows in sorted(letters.items()))
