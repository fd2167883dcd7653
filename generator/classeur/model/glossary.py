"""The organisation's own words: acronyms, synonyms, common misspellings."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.findings import Location


@dataclass(frozen=True)
class Term:
    """One entry of manual/glossary.yml."""

    term: str
    means: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    where: Location | None = None
