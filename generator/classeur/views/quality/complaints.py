"""Complaints in numbers: how many, and how long their answers took. No row is ever published."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from classeur.model.binder import Binder
from classeur.model.registers.complaints import Complainant, Complaint
from classeur.views.quality.events import months_up_to
from classeur.views.quality.usage import year_before


@dataclass(frozen=True)
class ComplaintFigures:
    """Counts of the complaints received since a day.

    Attributes:
        commitment: within how many days the house promised to answer.
        in_time, beyond: answered within what was promised, and after it.
        waiting, late: not answered yet, and of these, how many beyond their day.
        median_days: how long half of the answers took at the most; None without an answer.
    """

    since: dt.date
    commitment: int
    total: int
    in_time: int
    beyond: int
    waiting: int
    late: int
    median_days: float | None
    by_complainant: Mapping[Complainant | None, int]

    @property
    def answered(self) -> int:
        """How many were answered."""
        return self.in_time + self.beyond


@dataclass(frozen=True)
class ComplaintMonths:
    """By month of reception: answered in time, answered late, waiting."""

    periods: tuple[str, ...]
    in_time: tuple[int, ...]
    beyond: tuple[int, ...]
    waiting: tuple[int, ...]


def complaint_figures(binder: Binder, since: dt.date | None = None, process: str = "") -> ComplaintFigures:
    """The complaints since a day, twelve months ago when none is given; of one process, or of all."""
    since, limit = since or year_before(binder.today), binder.organisation.commitments.answer_days
    rows = [
        each
        for each in binder.registers.of(Complaint)
        if since <= each.received_on <= binder.today and (not process or each.process == process)
    ]
    kept = Counter(each.kept(limit) for each in rows)
    took = [each.days_to_answer(binder.today) for each in rows if each.answered_on]
    return ComplaintFigures(
        since=since,
        commitment=limit,
        total=len(rows),
        in_time=kept[True],
        beyond=kept[False],
        waiting=kept[None],
        late=sum(each.is_late(limit, binder.today) for each in rows),
        median_days=median(took) if took else None,
        by_complainant=Counter(each.complainant for each in rows),
    )


def complaint_months(binder: Binder) -> ComplaintMonths:
    """The last months, from the first one that has a complaint."""
    limit = binder.organisation.commitments.answer_days
    rows = [each for each in binder.registers.of(Complaint) if each.received_on <= binder.today]
    found = Counter((f"{each.received_on:%Y-%m}", each.kept(limit)) for each in rows)
    first = min((period for period, _ in found), default=f"{binder.today:%Y-%m}")
    periods = months_up_to(binder.today, first)
    counts = [tuple(found[period, kept] for period in periods) for kept in (True, False, None)]
    return ComplaintMonths(periods, *counts)
