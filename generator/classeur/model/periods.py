"""The periods of measures: a month, a quarter, a year."""

from __future__ import annotations

import datetime as dt
import re

from classeur.model.processes import Frequency

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?")
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}


def first_day(period: str) -> dt.date:
    """The first day of `2026`, `2026-Q3` or `2026-09`.

    Raises:
        ValueError: the text is no period.
    """
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise ValueError(f"{period!r} is no period such as 2026, 2026-Q3 or 2026-09")
    month = int(match[3]) if match[3] else int(match[2]) * 3 - 2 if match[2] else 1
    return dt.date(int(match[1]), month, 1)


def period_of(day: dt.date, frequency: Frequency) -> str:
    """The period that a day belongs to."""
    if frequency is Frequency.YEARLY:
        return f"{day.year:04}"
    if frequency is Frequency.QUARTERLY:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}-{day.month:02}"


def last_over(today: dt.date, frequency: Frequency, days_to_measure: int = 0) -> str:
    """The latest period that ended so many days ago at least: its measure is expected."""
    period = first_day(period_of(today - dt.timedelta(days=days_to_measure), frequency))
    return period_of(period - dt.timedelta(days=1), frequency)


def next_period(period: str, frequency: Frequency) -> str:
    """The period that follows."""
    start = first_day(period)
    years, month = divmod(start.month - 1 + _MONTHS[frequency], 12)
    return period_of(dt.date(start.year + years, month + 1, 1), frequency)
