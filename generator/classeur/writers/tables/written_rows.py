"""The rows of a table as its file writes them: a program that lives writes again those that changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from classeur.views.tables import Cell

Row = tuple[Cell, ...]
_Written = TypeVar("_Written")


class WrittenRows(Generic[_Written]):
    """The rows of one file as they were written last."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], _Written] = {}

    def of(self, rows: Sequence[Row], write: Callable[[Row], _Written]) -> list[_Written]:
        """Each row written, those of the last time as they were; what a row says is all that decides it."""
        known = self._known
        now: dict[tuple[object, ...], _Written] = {}
        written: list[_Written] = []
        for row in rows:
            key = (*row, *map(type, row))  # 1 and True are equal
            made = known.get(key)
            now[key] = made = write(row) if made is None else made
            written.append(made)
        self._known = now
        return written
