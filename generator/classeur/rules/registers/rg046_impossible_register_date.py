"""A row tells of something that happened tomorrow, or that ended before it began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.rows import Row, type_of
from classeur.rules.registry import Problem, at, rule

_HAPPENED = frozenset(
    {
        *("date", "reported_on", "analysed_on", "feedback_on", "closed_on", "received_on", "acknowledged_on"),
        *("answered_on", "opened_on", "done_on", "effect_checked_on", "settled_on", "held_on", "reviewed_on"),
        *("last_check",),
    }
)
"""The columns whose day has passed when they are filled in."""

_NOT_BEFORE: Mapping[str, tuple[str, ...]] = {
    **{"reported_on": ("date",), "analysed_on": ("date",), "feedback_on": ("reported_on", "date")},
    **{"closed_on": ("received_on", "date"), "acknowledged_on": ("received_on",), "answered_on": ("received_on",)},
    **{"done_on": ("opened_on",), "effect_checked_on": ("done_on", "opened_on")},
    **{"next_check": ("last_check",), "until": ("from",)},
}
"""The columns whose day comes after that of another one, or is the same."""


@rule("RG046", "impossible-register-date", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Days to come where something has happened, and ends before beginnings."""
    for row_class, rows in binder.registers.rows.items():
        kind = type_of(row_class)
        told = [(key, kind.attribute(key)) for key in kind.columns if key in _HAPPENED or key in _NOT_BEFORE]
        before = {
            key: [(other, kind.attribute(other)) for other in _NOT_BEFORE.get(key, ()) if other in kind.columns]
            for key, _ in told
        }
        for row in rows:
            for key, attribute in told:
                day = getattr(row, attribute)
                if day is None:
                    continue
                if key in _HAPPENED and day > binder.today:
                    yield at(row.place_of(key), row=row.row_name, cell=row.cell_of(key), key=key, than="")
                    continue
                earlier = _earlier(row, before[key])
                if earlier and day < earlier[1]:
                    yield at(row.place_of(key), row=row.row_name, cell=row.cell_of(key), key=key, than=earlier[0])


def _earlier(row: Row, columns: list[tuple[str, str]]) -> tuple[str, dt.date] | None:
    """The first of the columns that holds a day, with it."""
    for key, attribute in columns:
        day = getattr(row, attribute)
        if day is not None:
            return key, day
    return None
