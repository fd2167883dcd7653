"""The days to keep in mind as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from classeur.model.kept import Kept
from classeur.views.feeds import CalendarDay, HouseCalendar, Occasion
from classeur.wording.translator import Translator
from classeur.writers.feeds.ical_lines import folded_lines, ical_date, ical_text, whole_calendar

_ONE_DAY = dt.timedelta(days=1)


def icalendar(calendar: HouseCalendar, words: Translator, kept: Kept | None = None) -> bytes:
    """The calendar's file. An event leads to its text only where the site has an address of its own.

    Args:
        kept: the events of the same file as they were written last.
    """
    name = words("{organisation}: document dates", organisation=calendar.organisation)
    at, root = calendar.at, calendar.root

    def event(day: CalendarDay) -> bytes:
        return folded_lines(_lines(day, at, root, words))

    events = (kept or Kept()).of_each("events", (at.isoformat(), root, words), event, calendar.days)
    return whole_calendar(name, events)


def _lines(day: CalendarDay, at: dt.datetime, root: str, words: Translator) -> Iterator[str]:
    told = {"reference": day.reference, "version": day.version, "title": day.title}
    if day.occasion is Occasion.REVIEW:
        summary = words("Review {reference}: {title}", **told)
    else:
        summary = words("In force: {reference} version {version}, {title}", **told)
    yield "BEGIN:VEVENT"
    yield f"UID:{day.id}"
    yield f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{ical_date(day.on)}"
    yield f"DTEND;VALUE=DATE:{ical_date(day.on + _ONE_DAY)}"
    yield f"SUMMARY:{ical_text(summary)}"
    if day.owner:
        yield f"DESCRIPTION:{ical_text(words('Owner: {person}', person=day.owner))}"
    if root:
        yield f"URL:{root}{day.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
