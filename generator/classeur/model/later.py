"""Days and months later, inside the calendar: « 9999-12-31 », typed to mean for ever, makes nothing fall."""

from __future__ import annotations

import calendar
import datetime as dt


def later(day: dt.date, days: int) -> dt.date:
    """So many days later; the last day of the calendar when there are too many."""
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the month's last day: 31 January + 1 is 28 February.

    The first or the last day of the calendar when it ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if months > 0 else dt.date.min
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
