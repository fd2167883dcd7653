"""A table as other programs read it: a title, columns, cells of text, days and whole numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from classeur.views.public_site import NOTHING_HIDDEN, Veil

Cell = str | int | dt.date | None
"""None is an empty cell."""
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A list on a given day, in the reader's words.

    Attributes:
        name: the name of its files, without suffix.
        organisation: whose it is, and `as_of` the day on which it is true.
        language: decides how days are written where a file holds only text.
    """

    name: str
    title: str
    organisation: str
    as_of: dt.date
    language: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def veiled(table: Table, veil: Veil) -> Table:
    """The same table without a word of what people outside must not read."""
    if veil == NOTHING_HIDDEN:
        return table
    rows = tuple(tuple(veil.over(cell) if isinstance(cell, str) else cell for cell in row) for row in table.rows)
    return replace(table, rows=rows)
