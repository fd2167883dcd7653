"""What a demonstration is told with: texts written, edited or removed, and acts, each at its instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

NO_DETAIL: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Written:
    """A new text."""

    at: dt.datetime
    path: str
    text: str


@dataclass(frozen=True)
class Edited:
    """A text that changes: front-matter lines set, and passages that stand in it once replaced."""

    at: dt.datetime
    path: str
    header: Mapping[str, str] = field(default_factory=lambda: NO_DETAIL)
    passages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Removed:
    """A text taken out of its folder, after its withdrawal."""

    at: dt.datetime
    path: str


@dataclass(frozen=True)
class Acted:
    """One act on one document or several, four minutes apart.

    Attributes:
        by: a person's id, or `writer`, `validator`, `approver`: the one that each text names.
    """

    at: dt.datetime
    act: str
    by: str
    references: tuple[str, ...]
    details: Mapping[str, str] = field(default_factory=lambda: NO_DETAIL)


Event = Written | Edited | Removed | Acted


def instant(day: str, hour: int = 9, minute: int = 0) -> dt.datetime:
    """An instant in UTC: `instant("2026-03-12", 14)`."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour, minute), dt.UTC)


def circuit(released: str, references: str, approver: str = "approver", regulars: bool = True) -> tuple[Acted, ...]:
    """The whole circuit of some texts, ten days long: submitted, validated, approved, released by Alix Martin."""
    day = dt.date.fromisoformat(released)
    names = tuple(references.split())
    told = [
        Acted(instant(str(day - dt.timedelta(days=10)), 7), "submit", "writer", names),
        Acted(instant(str(day - dt.timedelta(days=7)), 11), "validate", "validator", names),
        Acted(instant(str(day - dt.timedelta(days=3)), 14), "approve", approver, names),
        Acted(instant(released, 6), "release", "a.martin", names),
    ]
    return tuple(each for each in told if regulars or each.act != "validate")
