"""The lines of an iCalendar file (RFC 5545), whatever its events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

OCTETS = 75
"""How long a line may be before it is folded."""


def whole_calendar(name: str, events: Iterable[str]) -> bytes:
    """The file that holds these lines of events."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//classeur//dates//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{ical_text(name)}",
        f"X-WR-CALNAME:{ical_text(name)}",
        *events,
        "END:VCALENDAR",
    ]
    return b"".join(folded_line(line) for line in lines)


def ical_date(day: dt.date) -> str:
    """A day, as the format writes it."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def ical_text(value: str) -> str:
    """A value as the format writes it: its own signs escaped, no control sign."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(sign if sign >= " " else " " for sign in escaped.replace("\r\n", "\n").replace("\n", "\\n"))


@lru_cache(maxsize=65_536)  # a program that lives writes nearly the same calendar at each changed title
def folded_line(line: str) -> bytes:
    """The line cut into pieces of 75 octets, never inside a letter."""
    whole = line.encode("utf-8", "replace")
    if len(whole) <= OCTETS:
        return whole + b"\r\n"
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(piece) + len(octets) > OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
