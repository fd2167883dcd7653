"""Registers as a site may quote them: their texts name nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from classeur.model.binder import Binder
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event
from classeur.model.registers.rows import Registers, Row

_PEOPLE = frozenset({"pilot", "owner", "holder", "auditor", "present", "excused"})
"""The columns that hold somebody's id: whoever shows them decides whether people are named there."""
_KEPT = (Event, Complaint)
"""Of these only counts are shown, and lessons of events that name nobody (`Binder.publishable_events`)."""
_R = TypeVar("_R", bound=Row)


@dataclass(frozen=True)
class DiscreetRegisters(Registers):
    """Registers in whose texts each name is cut to its first letter, a register when it is asked for."""

    masked: Callable[[str], str] = field(default=str, repr=False)

    def of(self, row: type[_R]) -> tuple[_R, ...]:
        """The rows of one register."""
        if row in _KEPT:
            return super().of(row)
        if row not in self._discreet:
            self._discreet[row] = tuple(_without_names(each, self.masked) for each in super().of(row))
        return cast("tuple[_R, ...]", self._discreet[row])

    @cached_property
    def _discreet(self) -> dict[type[Row], tuple[Row, ...]]:
        return {}


def discreet(binder: Binder) -> Binder:
    """The same house, for a site: its registers name nobody but where a column asks for a person."""
    known = binder.registers
    return replace(binder, registers=DiscreetRegisters(known.rows, known.faulty, binder.name_finder.masked))


def _without_names(row: _R, masked: Callable[[str], str]) -> _R:
    changed: Mapping[str, Any] = {
        name: told for name, value in row if name not in _PEOPLE and (told := _told(value, masked)) != value
    }
    return row.model_copy(update=dict(changed)) if changed else row


def _told(value: object, masked: Callable[[str], str]) -> object:
    if type(value) is str:  # a fixed value is a kind of text too, and no name
        return masked(value)
    if isinstance(value, tuple):
        return tuple(_told(each, masked) for each in value)
    return value
