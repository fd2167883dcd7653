"""The days to keep in mind as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from classeur.views.feeds import CalendarDay, HouseCalendar, Occasion
from classeur.wording.translator import Translator

_OCTETS = 75
"""How long a line may be before it is folded."""
_ONE_DAY = dt.timedelta(days=1)


def icalendar(calendar: HouseCalendar, words: Translator) -> bytes:
    """The calendar's file. An event leads to its text only where the site has an address of its own."""
    name = words("{organisation}: document dates", organisation=calendar.organisation)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//classeur//dates//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for day in calendar.days for line in _event(calendar, day, words)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(calendar: HouseCalendar, day: CalendarDay, words: Translator) -> Iterator[str]:
    told = {"reference": day.reference, "version": day.version, "title": day.title}
    if day.occasion is Occasion.REVIEW:
        summary = words("Review {reference}: {title}", **told)
    else:
        summary = words("In force: {reference} version {version}, {title}", **told)
    yield "BEGIN:VEVENT"
    yield f"UID:{day.id}"
    yield f"DTSTAMP:{calendar.at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_date(day.on)}"
    yield f"DTEND;VALUE=DATE:{_date(day.on + _ONE_DAY)}"
    yield f"SUMMARY:{_text(summary)}"
    if day.owner:
        yield f"DESCRIPTION:{_text(words('Owner: {person}', person=day.owner))}"
    if calendar.root:
        yield f"URL:{calendar.root}{day.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    """A value as the format writes it: its own signs escaped, no control sign."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(sign if sign >= " " else " " for sign in escaped.replace("\r\n", "\n").replace("\n", "\\n"))


def _folded(line: str) -> bytes:
    """The line cut into pieces of 75 octets, never inside a letter."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(piece) + len(octets) > _OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
