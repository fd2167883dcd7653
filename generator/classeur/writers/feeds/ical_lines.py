"""The lines of an iCalendar file (RFC 5545), whatever its events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

OCTETS = 75
"""How long a line may be before it is folded."""


def whole_calendar(name: str, events: Iterable[bytes]) -> bytes:
    """The file that holds these events, each made by `folded_lines`."""
    before = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//classeur//dates//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{ical_text(name)}",
        f"X-WR-CALNAME:{ical_text(name)}",
    )
    return b"".join((folded_lines(before), *events, folded_line("END:VCALENDAR")))


def folded_lines(lines: Iterable[str]) -> bytes:
    """These lines, each folded."""
    return b"".join(map(folded_line, lines))


def ical_date(day: dt.date) -> str:
    """A day, as the format writes it."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def ical_text(value: str) -> str:
    """A value as the format writes it: its own signs escaped, no control sign."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(sign if sign >= " " else " " for sign in escaped.replace("\r\n", "\n").replace("\n", "\\n"))


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
