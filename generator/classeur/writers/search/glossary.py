"""The house's glossary as the search uses it: typing an acronym finds its meaning, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from classeur.writers.search.analysis import content_words, stem


class GlossaryTerm(Protocol):
    """A word of the house: what it means, what else people call it, how they misspell it."""

    @property
    def term(self) -> str:
        """The word itself, often an acronym."""

    @property
    def means(self) -> tuple[str, ...]:
        """What it stands for; two meanings are two different things."""

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other names of the same thing."""

    @property
    def misspellings(self) -> tuple[str, ...]:
        """How people type it wrongly."""


def meanings(glossary: Iterable[GlossaryTerm]) -> list[list[str]]:
    """Pairs of phrases in stems: who types the first also looks for the second. Two meanings of one acronym stay
    apart; a misspelling leads to the term and to all that it leads to, never back."""
    pairs: dict[tuple[str, str], None] = {}
    for entry in glossary:
        same = (entry.term, *entry.synonyms)
        leads = [(typed, sought) for typed in same for sought in (*same, *entry.means)]
        leads += [(meaning, sought) for meaning in entry.means for sought in same]
        leads += [(typed, sought) for typed in entry.misspellings for sought in (*same, *entry.means)]
        for typed, sought in leads:
            pair = _stems(typed), _stems(sought)
            if all(pair) and pair[0] != pair[1]:
                pairs[pair] = None
    return [list(pair) for pair in sorted(pairs)]


def _stems(phrase: str) -> str:
    return " ".join(stem(word) for word in content_words(phrase))
