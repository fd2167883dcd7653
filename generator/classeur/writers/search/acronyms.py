"""The acronyms that the texts explain themselves: "défibrillateur automatisé externe (DAE)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from classeur.writers.search.analysis import STOP_WORDS, fold, stem, words

_EXPLAINED = re.compile(r"\(([A-Z][A-Z0-9]{1,6})\)")
_EXPLAINS = re.compile(r"\b([A-Z][A-Z0-9]{1,6}) ?\(([^().;:!?\n]{6,90})\)")
_SMALL = "a-zß-öø-ÿœ"
_MAY_EXPLAIN = re.compile(rf"[(（][^\s(){_SMALL}]{{2,}}[)）]|[^\s(){_SMALL}] ?[(（]")
"""What a text holds that explains an acronym, before its letters are folded: capitals in brackets, or before them."""
_BREAK = re.compile(r"[().;:!?\n]")
LONGEST_MEANING = 90
MOST_MEANINGS = 2


Explained = tuple[str, str]
"""An acronym, and the stems of what a text says that it stands for."""


def explained_in(texts: Iterable[str]) -> tuple[Explained, ...]:
    """What these texts explain, each text once."""
    return tuple(pair for text in texts for pair in set(_explained(text)))


def explained_acronyms(told: Iterable[tuple[Explained, ...]]) -> list[Explained]:
    """Each acronym with the stems of what it stands for; the meanings given most often, two at most."""
    counted = Counter(chain.from_iterable(told))
    kept: dict[str, list[str]] = {}
    for (acronym, meaning), _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if len(kept.setdefault(acronym, [])) < MOST_MEANINGS:
            kept[acronym].append(meaning)
    return [(acronym, meaning) for acronym in sorted(kept) for meaning in kept[acronym]]


def _explained(text: str) -> Iterator[tuple[str, str]]:
    if "(" not in text or not _MAY_EXPLAIN.search(text):
        return
    plain = fold(text)
    found = [(hit[1], words(_just_before(plain, hit.start()))) for hit in _EXPLAINED.finditer(plain)]
    found += [(acronym, words(inside)) for acronym, inside in _EXPLAINS.findall(plain)]
    for acronym, long_form in found:
        meaning = _long_form(acronym.lower(), long_form)
        if meaning:
            yield acronym.lower(), " ".join(stem(word) for word in meaning)


def _just_before(text: str, place: int) -> str:
    return _BREAK.split(text[max(0, place - LONGEST_MEANING) : place])[-1]


def _long_form(acronym: str, before: list[str]) -> list[str]:
    """The last words whose initials are the acronym, small words left aside; none if they do not fit."""
    taken: list[str] = []
    telling = [word for word in before if word not in STOP_WORDS]
    for letter, word in zip(reversed(acronym), reversed(telling), strict=False):
        if word[0] != letter:
            return []
        taken.insert(0, word)
    return taken if len(taken) == len(acronym) else []
