"""Days and months later."""

from __future__ import annotations

import datetime as dt

import pytest

from classeur.model.later import later, months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-22", 24, "2028-11-22"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-03-31", -1, "2026-02-28"),
        ("9999-12-31", 0, "9999-12-31"),
        ("9999-12-31", 24, "9999-12-31"),
        ("2026-11-22", 10**9, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_months_later_stay_inside_the_month_and_the_calendar(day: str, months: int, expected: str) -> None:
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [("2026-11-22", 30, "2026-12-22"), ("9999-12-15", 30, "9999-12-31"), ("2026-11-22", 10**12, "9999-12-31")],
)
def test_days_later_stay_inside_the_calendar(day: str, days: int, expected: str) -> None:
    assert later(dt.date.fromisoformat(day), days) == dt.date.fromisoformat(expected)
