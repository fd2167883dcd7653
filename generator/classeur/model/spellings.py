"""How the house writes a word: folders are named without accents, people read with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from classeur.model.acronyms import ACRONYM, STRESSED
from classeur.model.references import folded

_WORD = re.compile(r"[^\W\d_]+")


def spellings(texts: Iterable[str]) -> Mapping[str, str]:
    """By word without its accents, the way in which most of these texts write it, in small letters but an acronym."""
    counted = Counter(chain.from_iterable(map(_words, texts)))
    found: dict[str, str] = {}
    for word, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
        found.setdefault(folded(word), word)
    return found


@lru_cache(maxsize=20_000)  # a program that lives meets the same titles at each look
def _words(text: str) -> tuple[str, ...]:
    is_shouted = text.upper() == text
    return tuple(word if _is_acronym(word) and not is_shouted else word.lower() for word in _WORD.findall(text))


def _is_acronym(word: str) -> bool:
    return word.isupper() and bool(ACRONYM.fullmatch(word)) and word not in STRESSED


def as_written(name: str, known: Mapping[str, str]) -> str:
    """The name of a folder as a title: « sante-au-travail » gives « Santé au travail » where the house writes so."""
    spaced = name.replace("-", " ").replace("_", " ")
    told = _WORD.sub(lambda word: known.get(folded(word[0]), word[0]) if word[0].isascii() else word[0], spaced)
    return told[:1].upper() + told[1:]
