"""What the register of events says in numbers. No row is ever published: only counts, and the lessons learned."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.periods import next_period
from classeur.model.processes import Frequency
from classeur.model.registers.events import Event, EventType, Zone
from classeur.views.quality.usage import year_before

MONTHS_SHOWN = 18
"""How many months the chart over time shows."""


@dataclass(frozen=True)
class EventFigures:
    """Counts of the events between two days.

    Attributes:
        until: the last day counted.
        by_type: with None for those without a type; `by_place` with "" for those without a place.
        matrix: how many by severity and frequency.
        must_be_analysed: those that severity or criticality asks to analyse; `analysed` how many of them were.
        answered_in_time, answered: reporters who were answered within the promised delay, and at all.
        waiting: reporters who wait beyond it.
    """

    since: dt.date
    until: dt.date
    total: int
    near_misses: int
    care_related: int
    closed: int
    by_type: Mapping[EventType | None, int]
    by_place: Mapping[str, int]
    by_zone: Mapping[Zone | None, int]
    matrix: Mapping[tuple[int, int], int]
    must_be_analysed: int
    analysed: int
    answered: int
    answered_in_time: int
    waiting: int


@dataclass(frozen=True)
class EventMonths:
    """How many events each month: those that happened, and those that were stopped in time."""

    periods: tuple[str, ...]
    happened: tuple[int, ...]
    stopped: tuple[int, ...]


@dataclass(frozen=True)
class Lesson:
    """What the team learned from an event: all that is published of it, with its type and its year."""

    type: EventType | None
    year: int
    text: str


def event_figures(binder: Binder, since: dt.date | None = None, process: str = "") -> EventFigures:
    """The events since a day, twelve months ago when none is given; of one process, or of all."""
    since = since or year_before(binder.today)
    rows = [
        event
        for event in binder.registers.of(Event)
        if since <= event.date <= binder.today and (not process or event.process == process)
    ]
    delay = binder.organisation.commitments.feedback_days
    severe = [event for event in rows if event.must_be_analysed]
    took = [(event.feedback_on - event.known_on).days for event in rows if event.feedback_on]
    names = binder.name_finder
    places = Counter(event.place for event in rows)
    return EventFigures(
        since=since,
        until=binder.today,
        total=len(rows),
        near_misses=sum(event.near_miss for event in rows),
        care_related=sum(event.care_related for event in rows),
        closed=sum(event.closed_on is not None for event in rows),
        by_type=Counter(event.type for event in rows),
        by_place=_merged(("" if names.found_in(place) else place, count) for place, count in places.items()),
        by_zone=Counter(event.zone for event in rows),
        matrix=Counter((e.severity, e.frequency) for e in rows if e.severity and e.frequency),
        must_be_analysed=len(severe),
        analysed=sum(event.is_analysed for event in severe),
        answered=len(took),
        answered_in_time=sum(days <= delay for days in took),
        waiting=sum(e.feedback_on is None and (binder.today - e.known_on).days > delay for e in rows),
    )


def event_months(binder: Binder, process: str = "") -> EventMonths:
    """The last months, from the first one that has an event."""
    rows = [e for e in binder.registers.of(Event) if not process or e.process == process]
    happened = Counter(f"{e.date:%Y-%m}" for e in rows if not e.near_miss and e.date <= binder.today)
    stopped = Counter(f"{e.date:%Y-%m}" for e in rows if e.near_miss and e.date <= binder.today)
    periods = months_up_to(binder.today, min([*happened, *stopped], default=f"{binder.today:%Y-%m}"))
    return EventMonths(periods, tuple(happened[p] for p in periods), tuple(stopped[p] for p in periods))


def months_up_to(today: dt.date, first: str, most: int = MONTHS_SHOWN) -> tuple[str, ...]:
    """The months up to the present one, so many at most, none before the first."""
    year, month = divmod(today.year * 12 + today.month - most, 12)
    period, found = max(first, f"{year:04}-{month + 1:02}"), []
    while period <= f"{today:%Y-%m}":
        found.append(period)
        period = next_period(period, Frequency.MONTHLY)
    return tuple(found)


def lessons(binder: Binder) -> tuple[Lesson, ...]:
    """What was learned, the latest first; an event whose texts name somebody gives no lesson."""
    told = [event for event in binder.registers.of(Event) if event.lessons and event.date <= binder.today]
    named = sorted((e for e in told if binder.is_publishable(e)), key=lambda e: (e.date, e.number), reverse=True)
    return tuple(Lesson(event.type, event.date.year, event.lessons) for event in named)


def _merged(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for name, count in pairs:
        found[name] += count
    return found
