"""The registers as they were at the end of a past day, as far as their rows tell it.

A register keeps no history of its own: a row that came later is left out, and what was closed later is open again. What
was corrected since in a sentence cannot be told.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from classeur.model.registers.rows import Closing, Registers, RegisterType, Row, type_of

_FIRST_DAYS = (
    "known_on",
    "received_on",
    "opened_on",
    "planned_on",
    "done_on",
    "reviewed_on",
    "last_check",
    "from",
    "date",
)
"""Where a row says since when the house knows of it; the first one that it has."""


def registers_on(registers: Registers, day: dt.date) -> Registers:
    """The rows that were there on a day, each as it was then."""
    return Registers(
        {
            row_class: tuple(_row_on(row, type_of(row_class), day) for row in rows if was_there(row, day))
            for row_class, rows in registers.rows.items()
        },
        registers.faulty,
    )


def was_there(row: Row, day: dt.date) -> bool:
    """Whether the house knew of it on a day; a row without any date always was."""
    wave = getattr(row, "wave", "")
    if wave:
        return bool(wave <= day.isoformat()[: len(wave)])
    first = first_day(row)
    return first is None or first <= day


def first_day(row: Row) -> dt.date | None:
    """The day since which the house knows of it."""
    for key in _FIRST_DAYS:
        value = getattr(row, key, None)
        if isinstance(value, dt.date):
            return value
    return None


def _row_on(row: Row, kind: RegisterType, day: dt.date) -> Row:
    undone = [closing for closing in kind.closings if _is_later(row, closing, day)]
    if not undone:
        return row
    values: dict[str, Any] = {}
    for closing in undone:
        values |= {closing.day: None, **_blank(row, closing)}
        for key, value in closing.sets:
            if getattr(row, key) == value or key in values:
                values[key] = _before(row, kind, closing, key, undone)
    found = row.model_copy(update=values)
    return found.found_at(row.typed_at)


def _is_later(row: Row, closing: Closing, day: dt.date) -> bool:
    on = getattr(row, closing.day, None) if closing.day else None
    return isinstance(on, dt.date) and on > day


def _blank(row: Row, closing: Closing) -> dict[str, Any]:
    """The proof that was not written yet: its column as an empty row has it."""
    return {closing.proof: type(row).model_fields[closing.proof].get_default()}


def _before(row: Row, kind: RegisterType, closing: Closing, key: str, undone: list[Closing]) -> Any:
    """The value that a closing had replaced: that of an earlier closing that holds, else that of a new row."""
    for earlier in kind.closings:
        if earlier.proof in closing.after and earlier not in undone:
            return type(getattr(row, key))(dict(earlier.sets)[key])
    return type(row).model_fields[key].get_default()
