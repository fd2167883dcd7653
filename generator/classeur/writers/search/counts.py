"""How often things stand in groups that hardly change: a program that lives counts again what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from typing import Generic, TypeVar

from classeur.model.kept import places_changed

_Counted = TypeVar("_Counted", bound=Hashable)


class Counts(Generic[_Counted]):
    """What groups hold, as they were counted last.

    Attributes:
        counted: how often each thing stands in all of them; nothing that stands nowhere.
    """

    def __init__(self) -> None:
        self.counted: Counter[_Counted] = Counter()
        self._groups: tuple[Collection[_Counted], ...] = ()

    def of(self, groups: Sequence[Collection[_Counted]]) -> Counter[_Counted]:
        """How often each thing stands in these groups."""
        now, before = tuple(groups), self._groups
        if len(now) != len(before):
            self.counted = Counter()
            for group in now:
                self.counted.update(group)
        else:
            for place in places_changed(before, now):
                self.counted.update(now[place])
                self._take(before[place])
        self._groups = now
        return self.counted

    def _take(self, group: Collection[_Counted]) -> None:
        counted = self.counted
        for thing in group:
            counted[thing] -= 1
            if not counted[thing]:
                del counted[thing]
