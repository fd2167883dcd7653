"""The house's glossary as the search uses it: typing an acronym finds its meaning, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from classeur.writers.search.analysis import content_words, stem

MEANS, NAMED, CALLED, ALIKE = 9, 8, 6, 4
"""How surely one phrase stands for another, in tenths: a term and its meaning; the term, for who types another name;
another name, for who types the term; another name, for who types another name yet."""


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


def meanings(glossary: Iterable[GlossaryTerm]) -> list[list[str | int]]:
    """[typed, sought, tenths] in stems: who types the first also looks for the second. Two meanings of one acronym
    stay apart; a misspelling leads to the term and to what it means, never back."""
    pairs: dict[tuple[str, str], int] = {}
    for entry in glossary:
        for typed, sought, weight in _leads(entry):
            pair = phrase_stems(typed), phrase_stems(sought)
            if all(pair) and pair[0] != pair[1]:
                pairs[pair] = max(weight, pairs.get(pair, 0))
    return [[typed, sought, weight] for (typed, sought), weight in sorted(pairs.items())]


def _leads(entry: GlossaryTerm) -> Iterator[tuple[str, str, int]]:
    for meaning in entry.means:
        yield entry.term, meaning, MEANS
        yield meaning, entry.term, MEANS
    for name in entry.synonyms:
        yield entry.term, name, CALLED
        for sought in (entry.term, *entry.means):
            yield name, sought, NAMED
        for meaning in entry.means:
            yield meaning, name, ALIKE
        for other in entry.synonyms:
            yield name, other, ALIKE
    for wrong in entry.misspellings:
        for sought in (entry.term, *entry.means):
            yield wrong, sought, MEANS


def told(glossary: Iterable[GlossaryTerm]) -> list[list[str]]:
    """[stems, term, meaning] of each term that the search may tell the meaning of: « FEI : fiche d'événement… »."""
    return sorted([phrase_stems(entry.term), entry.term, meaning] for entry in glossary for meaning in entry.means[:2])


def phrase_stems(phrase: str) -> str:
    """The telling words of a phrase, as stems."""
    return " ".join(stem(word) for word in content_words(phrase))
