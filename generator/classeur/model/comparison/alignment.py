"""Which part of a new text stands where which part of the old one stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
Likeness = Callable[[int, int], float]
_LIKE_ENOUGH = 0.25
_LARGEST_GRID = 6_000
_LONG = 1_500


def aligned(old: Sequence[Hashable], new: Sequence[Hashable], likeness: Likeness) -> tuple[Pair, ...]:
    """Pairs of positions in order; None where a part was added or removed.

    Equal parts are paired first, beginning with those that occur once on each side; what is left between them is
    paired by likeness (0 to 1).
    """
    pairs: list[Pair] = []
    at_old = at_new = 0
    for i, j, size in [*_equal_runs(old, new), (len(old), len(new), 0)]:
        pairs += _between(range(at_old, i), range(at_new, j), likeness)
        pairs += [(i + step, j + step) for step in range(size)]
        at_old, at_new = i + size, j + size
    return tuple(pairs)


def word_likeness(old: Counter[str], new: Counter[str]) -> float:
    """The share of words in common."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


def quick_opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
    """The opcodes of `SequenceMatcher`, sparing it what is equal at both ends, and a long text's commonest words."""
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    end_old, end_new = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    if head < end_old and head < end_new:
        is_long = end_old - head > _LONG
        matcher = SequenceMatcher(None, old[head:end_old], new[head:end_new], autojunk=is_long)
        for tag, i, i_end, j, j_end in matcher.get_opcodes():
            yield tag, head + i, head + i_end, head + j, head + j_end
    elif head < end_old or head < end_new:
        yield "delete" if head < end_old else "insert", head, end_old, head, end_new
    if tail:
        yield "equal", end_old, len(old), end_new, len(new)


def _equal_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal parts: (place in the old, place in the new, length)."""
    at_old = at_new = 0
    for i, j in [*_anchors(old, new), (len(old), len(new))]:
        matcher = SequenceMatcher(None, old[at_old:i], new[at_new:j], autojunk=i - at_old > _LONG)
        for run in matcher.get_matching_blocks():
            if run.size:
                yield at_old + run.a, at_new + run.b, run.size
        if i < len(old) and j < len(new):
            yield i, j, 1
        at_old, at_new = i + 1, j + 1


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Parts that occur once on each side and in the same order: the longest such chain."""
    places = {part: place for place, part in enumerate(new)}
    once_old, once_new = Counter(old), Counter(new)
    both = [(i, places[part]) for i, part in enumerate(old) if part in places and once_old[part] == 1 == once_new[part]]
    return [both[place] for place in longest_rising([j for _, j in both])]


def longest_rising(values: Sequence[int]) -> list[int]:
    """The places of a longest chain of values that only rise."""
    tops: list[int] = []
    back: list[int | None] = []
    for place, value in enumerate(values):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if values[tops[middle]] < value else (low, middle)
        back.append(tops[low - 1] if low else None)
        tops[low:] = [place] if low == len(tops) else [place, *tops[low + 1 :]]
    chain: list[int] = []
    place_at = tops[-1] if tops else None
    while place_at is not None:
        chain.append(place_at)
        place_at = back[place_at]
    return chain[::-1]


def _between(old: range, new: range, likeness: Likeness) -> list[Pair]:
    """Pairs the parts of a gap: the best total likeness, in order."""
    if not old or not new:
        return [(i, None) for i in old] + [(None, j) for j in new]
    if len(old) * len(new) > _LARGEST_GRID:
        return _one_by_one(old, new, likeness)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[likeness(i, j) for j in new] for i in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= _LIKE_ENOUGH else -1.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return list(_traced(old, new, best, alike))


def _traced(old: range, new: range, best: list[list[float]], alike: list[list[float]]) -> Iterator[Pair]:
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _LIKE_ENOUGH and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((rest, None) for rest in old[i:])
    yield from ((None, rest) for rest in new[j:])


def _one_by_one(old: range, new: range, likeness: Likeness) -> list[Pair]:
    """A gap too large to weigh every pair: rank by rank, in both directions from its ends."""
    pairs: list[Pair] = []
    for i, j in zip(old, new, strict=False):
        pairs += [(i, j)] if likeness(i, j) >= _LIKE_ENOUGH else [(i, None), (None, j)]
    shared = min(len(old), len(new))
    return pairs + [(i, None) for i in old[shared:]] + [(None, j) for j in new[shared:]]
