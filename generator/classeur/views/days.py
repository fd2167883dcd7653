"""On which days something is so. The browser asks the same question again when the page is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Days:
    """From a first day to the day before `before`; None where there is no limit. `is_now` speaks of the build's day."""

    first: dt.date | None = None
    before: dt.date | None = None
    is_now: bool = True

    @property
    def is_always(self) -> bool:
        """Whether no date bounds it."""
        return self.first is None and self.before is None


ALWAYS = Days()


def days(today: dt.date, first: dt.date | None = None, before: dt.date | None = None) -> Days:
    """The days between two limits."""
    return Days(first, before, (first is None or first <= today) and (before is None or today < before))


def both(today: dt.date, one: Days, other: Days) -> Days | None:
    """The days that are in both; None when there are none."""
    first = max((day for day in (one.first, other.first) if day), default=None)
    before = min((day for day in (one.before, other.before) if day), default=None)
    if first is not None and before is not None and first >= before:
        return None
    return days(today, first, before)


def overlaps(today: dt.date, whole: Days, parts: Iterable[Days]) -> tuple[Days, ...]:
    """The days of `whole` that are in one of the parts."""
    return tuple(common for part in parts if (common := both(today, whole, part)))
