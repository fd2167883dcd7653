"""The days to come of the quality system, and the meetings of the year."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.later import months_after
from classeur.model.registers.actions import Action
from classeur.model.registers.audits import Audit
from classeur.model.registers.external import ExternalDocument
from classeur.model.registers.meetings import Meeting, MeetingKind
from classeur.model.registers.objectives import Objective
from classeur.model.registers.risks import Risk
from classeur.model.registers.rows import Row, type_of
from classeur.views.lists import DocumentRow, today_only
from classeur.views.register_calendar import RegisterDay, register_days


class Occasion(StrEnum):
    """What happens on a day."""

    MEETING = "meeting"
    ACTION = "action"
    AUDIT = "audit"
    EXTERNAL = "external"
    OBJECTIVE = "objective"
    RISK = "risk"


class MeetingState(StrEnum):
    """What became of a meeting of the year's calendar."""

    HELD = "held"
    TO_COME = "to_come"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class CalendarDay:
    """A day to keep in mind; no text of it names anybody but a pilot.

    Attributes:
        at: the hour of a meeting, such as 13:00, where it is known.
        meeting: which meeting; its title is empty then.
        is_past: whether the day is over and the thing still to be done.
    """

    on: dt.date
    occasion: Occasion
    number: str
    title: str
    person: str = ""
    at: str = ""
    place: str = ""
    meeting: MeetingKind | None = None
    is_past: bool = False


@dataclass(frozen=True)
class CalendarMonth:
    """A month: its days, and how many texts are to be reviewed in it."""

    year: int
    month: int
    days: tuple[CalendarDay, ...]
    reviews: int


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting of the year's calendar."""

    number: str
    on: dt.date
    state: MeetingState
    was_moved: bool


@dataclass(frozen=True)
class QualityCalendar:
    """What is late, what comes month by month, and the meetings of a year by kind.

    Attributes:
        meetings: of the present year, and of the next one once its calendar is written.
    """

    late: tuple[CalendarDay, ...]
    months: tuple[CalendarMonth, ...]
    meetings: Mapping[int, Mapping[MeetingKind, tuple[PlannedMeeting, ...]]]


MONTHS_AHEAD = 18
"""How far the calendar looks."""

_OCCASIONS: Mapping[type[Row], Occasion] = {
    Meeting: Occasion.MEETING,
    Action: Occasion.ACTION,
    Audit: Occasion.AUDIT,
    ExternalDocument: Occasion.EXTERNAL,
}


def dated(binder: Binder) -> tuple[RegisterDay, ...]:
    """The days of every register that has some, as a calendar takes them, the nearest first.

    Titles and places name nobody; who makes an audit is left out.
    """
    return tuple(sorted((day for _, day in _dated(binder)), key=lambda day: (day.on, day.number)))


def _dated(binder: Binder) -> Iterator[tuple[Occasion, RegisterDay]]:
    told = binder.name_finder.masked
    for row, occasion in _OCCASIONS.items():
        for day in register_days(binder, type_of(row)) or ():
            person = "" if occasion is Occasion.AUDIT else day.person
            yield occasion, replace(day, title=told(day.title), place=told(day.place), person=person)


def quality_calendar(binder: Binder, rows: tuple[DocumentRow, ...] = ()) -> QualityCalendar:
    """The calendar on the binder's day.

    Args:
        rows: the documents of the site; those whose review is to come are counted by month.
    """
    days = sorted(_days(binder), key=lambda day: (day.on, day.occasion, day.number))
    today, end = binder.today, months_after(binder.today, MONTHS_AHEAD)
    reviews = binder.kept.of("reviews to come", "", (rows, today), lambda: _reviews(rows, today, end))
    coming = [day for day in days if today <= day.on <= end]
    months = sorted({*((each.on.year, each.on.month) for each in coming), *reviews})
    return QualityCalendar(
        late=tuple(day for day in days if day.is_past),
        months=tuple(
            CalendarMonth(
                year,
                month,
                tuple(day for day in coming if (day.on.year, day.on.month) == (year, month)),
                reviews.get((year, month), 0),
            )
            for year, month in months
        ),
        meetings=_meetings(binder),
    )


def _reviews(rows: Iterable[DocumentRow], today: dt.date, end: dt.date) -> Mapping[tuple[int, int], int]:
    """How many texts are to be reviewed in each month until a day."""
    days = (row.review_on for row in today_only(rows))
    return Counter((day.year, day.month) for day in days if day and today <= day <= end)


def _days(binder: Binder) -> Iterator[CalendarDay]:
    told, today, name = binder.name_finder.masked, binder.today, binder.organisation.name_of
    for occasion, day in _dated(binder):
        is_past = occasion is not Occasion.MEETING and day.on < today
        at = f"{day.starts:%H:%M}" if day.starts else ""
        yield CalendarDay(day.on, occasion, day.number, day.title, day.person, at, day.place, day.meeting, is_past)
    for each in binder.registers.of(Objective):
        if each.due and (each.is_late(today) or each.due >= today) and each.settled_on is None:
            late, person = each.is_late(today), name(each.pilot) if each.pilot else ""
            title = told(each.objective)
            yield CalendarDay(each.due, Occasion.OBJECTIVE, each.number, title, person, is_past=late)
    for risk in binder.registers.of(Risk):
        if risk.next_review:
            person = name(risk.pilot) if risk.pilot else ""
            late = risk.next_review < today
            yield CalendarDay(risk.next_review, Occasion.RISK, risk.number, told(risk.risk), person, is_past=late)


def _meetings(binder: Binder) -> Mapping[int, Mapping[MeetingKind, tuple[PlannedMeeting, ...]]]:
    found: dict[int, dict[MeetingKind, tuple[PlannedMeeting, ...]]] = {}
    for meeting in sorted(binder.registers.of(Meeting), key=lambda each: (each.day, each.number)):
        if meeting.year in (binder.today.year, binder.today.year + 1):
            shown = PlannedMeeting(meeting.number, meeting.day, _state(meeting, binder.today), bool(meeting.moved_to))
            of_year = found.setdefault(meeting.year, {})
            of_year[meeting.kind] = (*of_year.get(meeting.kind, ()), shown)
    kinds = list(MeetingKind)
    return {year: dict(sorted(found[year].items(), key=lambda each: kinds.index(each[0]))) for year in sorted(found)}


def _state(meeting: Meeting, today: dt.date) -> MeetingState:
    if meeting.cancelled:
        return MeetingState.CANCELLED
    if meeting.held_on:
        return MeetingState.HELD
    return MeetingState.MISSED if meeting.is_missed(today) else MeetingState.TO_COME
