"""The days of a register as an iCalendar file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from classeur.model.binder import Binder
from classeur.model.registers.meetings import Meeting
from classeur.model.registers.rows import RegisterType, type_of
from classeur.views.register_calendar import RegisterDay, register_days
from classeur.wording.translator import Translator
from classeur.wording.values import worded
from classeur.writers.feeds.ical_lines import folded_lines, ical_date, ical_text, whole_calendar


def register_calendar(days: tuple[RegisterDay, ...], kind: RegisterType, binder: Binder, words: Translator) -> bytes:
    """The calendar's file of one register."""
    return calendar_of_days(days, kind.title(words.language), binder, words)


def calendar_of_days(days: tuple[RegisterDay, ...], title: str, binder: Binder, words: Translator) -> bytes:
    """The calendar's file; an hour is written in universal time, so that no time zone need be told."""
    name = f"{binder.organisation.name} : {title}"
    stamp = dt.datetime.combine(binder.today, dt.time(), dt.UTC)
    zone = ZoneInfo(binder.organisation.timezone)
    return whole_calendar(name, (folded_lines(_event(day, stamp, zone, words)) for day in days))


def year_calendar(binder: Binder, meetings: tuple[Meeting, ...], words: Translator) -> bytes:
    """The calendar's file of these meetings."""
    kind, numbers = type_of(Meeting), {meeting.number for meeting in meetings}
    days = tuple(day for day in register_days(binder, kind) or () if day.number in numbers)
    return register_calendar(days, kind, binder, words)


def _event(day: RegisterDay, stamp: dt.datetime, zone: ZoneInfo, words: Translator) -> Iterator[str]:
    title = worded(day.meeting, words) if day.meeting else day.title
    yield "BEGIN:VEVENT"
    yield f"UID:{day.id}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    if day.starts:
        begins = dt.datetime.combine(day.on, day.starts, zone)
        ends = begins + dt.timedelta(minutes=day.minutes)
        yield f"DTSTART:{begins.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
        yield f"DTEND:{ends.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    else:
        yield f"DTSTART;VALUE=DATE:{ical_date(day.on)}"
        yield f"DTEND;VALUE=DATE:{ical_date(day.on + dt.timedelta(days=1))}"
    yield f"SUMMARY:{ical_text(f'{title} ({day.number})')}"
    if day.place:
        yield f"LOCATION:{ical_text(day.place)}"
    if day.person:
        yield f"DESCRIPTION:{ical_text(words('Pilot: {person}', person=day.person))}"
    yield "TRANSP:OPAQUE" if day.starts else "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
