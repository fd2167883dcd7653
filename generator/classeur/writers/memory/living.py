"""What a program that lives keeps from one run to the next: that of `watch` lays out the same house at each save.

Values are kept in memory only, each with all that it was made from; the program itself does not change while it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import compress
from pathlib import Path
from typing import TypeVar

from classeur.model.kept import of_the_latest
from classeur.writers.memory.alike import alike

_Made = TypeVar("_Made")


class Living:
    """What the last run in one folder made, by place.

    Attributes:
        is_long: whether this program goes on after the run: what only the next one will need is worth its time and
            its memory. A program that ends keeps nothing.
    """

    def __init__(self, is_long: bool = True) -> None:
        self.is_long = is_long
        self._last: dict[Hashable, tuple[tuple[object, ...], object]] = {}
        self._now: dict[Hashable, tuple[tuple[object, ...], object]] = {}

    def made(self, place: Hashable, made_from: tuple[object, ...], make: Callable[[], _Made]) -> _Made:
        """What the last run made for a place from things that were alike (`alike`), else what is made now.

        Things that are the very same are alike at once: keep them from run to run with `same`.
        """
        known = self._last.get(place)
        if known is None or not alike(known[0], made_from):
            known = made_from, make()
        self._keep(place, known)
        return known[1]  # type: ignore[return-value]

    def same(self, place: Hashable, value: _Made) -> _Made:
        """The value that the last run had at a place, when this one is alike; else this one."""
        known = self._last.get(place)
        if known is None or not alike(known[1], value):
            known = (), value
        self._keep(place, known)
        return known[1]  # type: ignore[return-value]

    def known(self, place: Hashable, made_from: tuple[object, ...]) -> object:
        """What the last run kept for a place from things that were alike; None when it kept nothing."""
        known = self._last.get(place)
        if known is None or not alike(known[0], made_from):
            return None
        self._now[place] = known
        return known[1]

    def still(self, *places: Hashable) -> bool:
        """Keep what the last run had at these places, which its maker knows to be the same; whether it had it all."""
        for place in places:
            known = self._last.get(place)
            if known is None:
                return False
            self._now[place] = known
        return True

    def still_all(self, places: Sequence[Hashable]) -> list[bool]:
        """The same for many places at once: whether it had something at each."""
        are_there = list(map(self._last.__contains__, places))
        found = tuple(compress(places, are_there))
        self._now.update(zip(found, map(self._last.__getitem__, found), strict=True))
        return are_there

    def now(self, place: Hashable) -> object:
        """What this run keeps for a place; None when it keeps nothing."""
        known = self._now.get(place)
        return known[1] if known else None

    def take(self, place: Hashable) -> object:
        """What the last run kept for a place, once: a run that fails half-way leaves nothing there for the next one."""
        known = self._last.pop(place, None) or self._now.pop(place, None)
        return known[1] if known else None

    def has(self, place: Hashable) -> bool:
        """Whether the last run kept something for a place, whatever it was made from."""
        return place in self._last

    def keep(self, place: Hashable, made_from: tuple[object, ...], made: object) -> None:
        """Keep what was made elsewhere, by another core."""
        self._keep(place, (made_from, made))

    def _keep(self, place: Hashable, known: tuple[tuple[object, ...], object]) -> None:
        if self.is_long:
            self._now[place] = known

    def end(self) -> None:
        """End a run: what it did not ask for is forgotten."""
        self._last, self._now = self._now, {}


def living(folder: Path) -> Living:
    """What this program keeps for a folder."""
    return of_the_latest(_LIVING, folder, Living, _MOST)


_LIVING: dict[Path, Living] = {}
_MOST = 2
"""Folders of one program: the site of the team and that of the public."""
