"""Acronyms: how they look, and how a text explains one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from classeur.model.glossary import Term

ACRONYM = re.compile(r"[A-Z](?<![\w/.@#&-][A-Z])[A-Z0-9]{1,7}(?![\w@-])(?!\.\w)")
"""How an acronym looks in running text: FEI, FFP2, DASRI. Begun by its capital, it is looked for three times faster."""

EVERYBODY_KNOWS = frozenset(
    {
        "OK", "TV", "CD", "DVD", "PDF", "SMS", "MMS", "USB", "GPS", "CV", "BIC", "IBAN", "URL", "QR", "FAQ", "PC", "ID",
        "HT", "TTC", "TVA", "SOS", "ADN", "SMIC", "PIN", "CDI", "CDD", "ONU", "UE", "RER", "TGV", "SNCF", "FR", "EN",
    }
)  # fmt: skip
"""Acronyms that no reader looks up."""

STRESSED = frozenset(
    {
        "ET", "OU", "NI", "NE", "NON", "OUI", "PAS", "PLUS", "SANS", "AVEC", "TOUT", "TOUTE", "TOUS", "TOUTES",
        "JAMAIS", "TOUJOURS", "AUCUN", "AUCUNE", "SEUL", "SEULE", "AVANT", "PENDANT", "PUIS", "DOIT", "DOIVENT", "PEUT",
        "UNE", "CHAQUE", "URGENT", "DANGER", "STOP", "RIEN", "VITE",
    }
)  # fmt: skip
"""Plain words that people write in capitals so that they are not overlooked: « ne JAMAIS mélanger »."""

LONGEST_NAME = 90
"""How many characters the name before « (SIGLE) » may have."""

_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_BEFORE = re.compile(r"[^\W\d_]{2,}['’\s][^().;:!?\n]{2,}\s*[(«“\"]\s*$")
_AFTER = re.compile(r"\s*(?:\([^()\n]*[^\W\d_]{3,}[^()\n]*\)|[,:=–—-]\s*(?:c'est-à-dire|pour|soit)\s)")


def is_roman(word: str) -> bool:
    """Whether the word is a number in Roman figures."""
    return bool(_ROMAN.fullmatch(word))


def is_explained_at(line: str, start: int, end: int) -> bool:
    """Whether the line tells there what its acronym stands for: « long name (SIGLE) » or « SIGLE (long name) »."""
    if _AFTER.match(line, end):
        return True
    is_closed = line[end : end + 2].lstrip()[:1] in tuple(')»”"')
    return is_closed and bool(_BEFORE.search(line[max(0, start - LONGEST_NAME) : start]))


def meanings_of(glossary: Iterable[Term]) -> dict[str, str]:
    """What each acronym of the glossary stands for; two meanings are both told."""
    found: dict[str, list[str]] = {}
    for term in glossary:
        if ACRONYM.fullmatch(term.term) and term.means:
            found.setdefault(term.term, []).extend(term.means)
    return {acronym: " / ".join(dict.fromkeys(means)) for acronym, means in found.items()}
