"""By stem, the pages that hold it and where; a program that lives changes only what a changed page holds."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from classeur.writers.search.packing import pack_number
from classeur.writers.search.page_words import PageWords

_MOST_CHANGED = 0.1
"""Beyond that share of changed pages, starting anew is quicker."""


class Postings:
    """What the index says of each stem: each page that holds it, then where it holds it."""

    def __init__(self) -> None:
        self._pages: list[PageWords] = []
        self._held: dict[str, tuple[array[int], list[str]]] = {}  # twice the page's number, plus one for `elsewhere`
        self._packed: dict[str, str] = {}
        self._gaps: list[str] = []

    def packed(self, stems: Iterable[str], pages: Sequence[PageWords]) -> str:
        """These stems of these pages, in their order: how far each page is from the one before, then where."""
        self._gaps += [pack_number(gap) for gap in range(len(self._gaps), 2 * len(pages))]
        changed = [n for n, (old, new) in enumerate(zip(self._pages, pages, strict=False)) if old is not new]
        if len(pages) != len(self._pages) or len(changed) > _MOST_CHANGED * len(pages):
            self._begin(pages)
        else:
            self._change(changed, pages)
        self._pages = list(pages)
        return " ".join(self._told(stemmed) for stemmed in stems)

    def _begin(self, pages: Sequence[PageWords]) -> None:
        held: dict[str, tuple[array[int], list[str]]] = {}
        for number, page in enumerate(pages):
            for pairs, place in ((page.once_in_body, 2 * number), (page.elsewhere, 2 * number + 1)):
                for stemmed, where in pairs:
                    known = held.get(stemmed)
                    if known is None:
                        held[stemmed] = array("L", [place]), [where]
                    else:
                        known[0].append(place)
                        known[1].append(where)
        self._held, self._packed = held, {}

    def _change(self, changed: Iterable[int], pages: Sequence[PageWords]) -> None:
        for number in changed:
            before = {(stemmed, place): where for stemmed, where, place in _held(self._pages[number], number)}
            after = {(stemmed, place): where for stemmed, where, place in _held(pages[number], number)}
            for stemmed, place in before.keys() - after.keys():
                places, wheres = self._held[stemmed]
                rank = bisect_left(places, place)
                del places[rank], wheres[rank]
                self._packed.pop(stemmed, None)
            for (stemmed, place), where in after.items():
                if before.get((stemmed, place)) != where:
                    self._hold(stemmed, place, where, (stemmed, place) in before)

    def _hold(self, stemmed: str, place: int, where: str, is_held: bool) -> None:
        """Say where a page holds a stem."""
        places, wheres = self._held.setdefault(stemmed, (array("L"), []))
        rank = bisect_left(places, place)
        if is_held:
            wheres[rank] = where
        else:
            places.insert(rank, place)
            wheres.insert(rank, where)
        self._packed.pop(stemmed, None)

    def _told(self, stemmed: str) -> str:
        packed = self._packed.get(stemmed)
        if packed is None:
            gaps, before, pieces = self._gaps, -1, []
            for place, where in zip(*self._held[stemmed], strict=True):
                number = place >> 1
                pieces.append(gaps[2 * (number - before - 1) + (place & 1)] + where)
                before = number
            packed = self._packed[stemmed] = "".join(pieces)
        return packed


def _held(page: PageWords, number: int) -> Iterator[tuple[str, str, int]]:
    """Each stem of a page, where it is, and the number under which that is held."""
    for stemmed, where in page.once_in_body:
        yield stemmed, where, 2 * number
    for stemmed, where in page.elsewhere:
        yield stemmed, where, 2 * number + 1
