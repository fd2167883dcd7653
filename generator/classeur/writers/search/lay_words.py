"""What people type when they do not know the word of the texts: "mal de dos" for lombalgie, "feu" for incendie."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

from classeur.writers.search.analysis import root, stem
from classeur.writers.search.glossary import phrase_stems

SHORTEST_ROOT = 5
LAY_WORDS = Path(__file__).with_name("lay_words_fr.txt")


def lay_pairs(words: Collection[str]) -> list[tuple[str, str]]:
    """« typed,typed » and « sought|sought » in broad stems, likeliest first; only what these words can answer. What
    leads to the same stands together: that packs better."""
    held = set(map(broad_stem, map(stem, words)))
    kept: dict[str, list[str]] = {}
    for pairs in _all_pairs():
        known = frozenset(kept)
        for typed, sought in pairs:
            if typed not in known and held.issuperset(sought.split()):
                kept.setdefault(typed, []).append(sought)
    together: dict[str, list[str]] = {}
    for typed, each in sorted(kept.items()):
        together.setdefault("|".join(each), []).append(typed)
    return [(",".join(typed), sought) for sought, typed in sorted(together.items())]


@cache
def _all_pairs() -> tuple[tuple[tuple[str, str], ...], ...]:
    """The pairs of the list, then those for a house that holds none of the words sought first."""
    lines = [line for line in LAY_WORDS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(tuple(dict.fromkeys(pair for line in lines for pair in _pairs(line, turn))) for turn in (0, 1))


def _pairs(line: str, turn: int) -> Iterator[tuple[str, str]]:
    lead, mark, follow = line.partition(" > ")
    both = not mark
    if both:
        lead, _, follow = line.partition(" = ")
    follow, _, otherwise = follow.partition(" ; ")
    named = tuple(filter(None, map(_broad, lead.split(","))))
    known = tuple(filter(None, map(_broad, (otherwise if turn else follow).split(","))))
    for typed in (*named, *known) if both and not turn else named:
        for sought in (*named, *known) if both and not turn else known:
            if typed != sought:
                yield typed, sought


def _broad(phrase: str) -> str:
    return " ".join(map(broad_stem, phrase_stems(phrase).split()))


@lru_cache(maxsize=65_536)  # a program that lives asks for the same stems at each save
def broad_stem(stemmed: str) -> str:
    """The root, where it is long enough to mean one thing: « saign » is for saigner and saignement, but « viol » is no
    root of violence. Takes a stem."""
    short = root(stemmed)
    return short if len(short) >= SHORTEST_ROOT else stemmed
