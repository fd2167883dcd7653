"""Texts that are the same, or nearly, among those of one folder: people keep copies of copies."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from classeur.model.outline import plain
from classeur.model.references import folded

NEAR = 0.8
"""The share of runs of words in common from which two texts are told as nearly the same."""
_RUN = 4
_FEWEST = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Twins:
    """Two texts that are alike; `share` is 1.0 when they say the same, word for word."""

    first: int
    second: int
    share: float


def twins(bodies: Sequence[str]) -> tuple[Twins, ...]:
    """The pairs of texts that are alike, by their place in the sequence; texts of a few words are left aside."""
    words = [_WORD.findall(folded(plain(re.sub(r"!\[[^\]]*\]\([^)]*\)", "", body)))) for body in bodies]
    runs = [_runs(each) for each in words]
    found: list[Twins] = []
    for second in range(len(bodies)):
        for first in range(second):
            if len(words[first]) < _FEWEST or len(words[second]) < _FEWEST:
                continue
            if words[first] == words[second]:
                found.append(Twins(first, second, 1.0))
                continue
            small, large = sorted((len(runs[first]), len(runs[second])))
            if small < NEAR * large:
                continue
            share = len(runs[first] & runs[second]) / max(1, len(runs[first] | runs[second]))
            if share >= NEAR:
                found.append(Twins(first, second, share))
    return tuple(found)


def _runs(words: Sequence[str]) -> frozenset[int]:
    return frozenset(
        zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(max(1, len(words) - _RUN + 1))
    )
