"""A plan over time as SVG: a bar a line, from its beginning to its day, and where today stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from classeur.drawings import letters
from classeur.drawings.chart_frame import NARROW, SMALL, described, line, svg
from classeur.drawings.chart_room import Box, Room
from classeur.drawings.chart_scale import short_period
from classeur.drawings.letters import svg_text
from classeur.drawings.markup import element
from classeur.drawings.theme import colour
from classeur.views.charts import GanttChart, GanttRow, Progress
from classeur.wording.translator import Translator

_TONES = {
    Progress.TO_COME: "bar-soft",
    Progress.RUNNING: "series",
    Progress.LATE: "off-target",
    Progress.DONE: "on-target",
    Progress.CHECKED: "on-target",
}
_NAME, _TOP = 12.0, 36.0
_ONE_COLUMN = 600.0
"""Below this width names stand above their bars."""


@dataclass(frozen=True)
class _Calendar:
    """Where a day stands."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        """The place of a day; one before the calendar stands at its left edge."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def gantt_chart(chart: GanttChart, words: Translator, width: float = NARROW) -> str:
    """The plan; on a narrow one each name stands above its bar."""
    is_narrow = width < _ONE_COLUMN
    left = 0.0 if is_narrow else width * 0.42
    first, last = _span(chart)
    calendar = _Calendar(first, last, left + 4, width - 6)
    names = [_named(row, (width if is_narrow else left) - 8) for row in chart.rows]
    heights = [letters.height(name, _NAME) + (44 if is_narrow else 22) for name in names]
    bottom = _TOP + sum(heights)
    today = calendar.x(chart.today)
    room = Room(Box(calendar.left, _TOP, width, bottom))
    parts = [*_months(calendar, bottom, words), _today(today, bottom, calendar, words)]
    top = _TOP
    for row, name, height in zip(chart.rows, names, heights, strict=True):
        parts.append(line([(0, top), (width, top)], "grid"))
        parts.append(svg_text(2, top + _NAME + 3, name, _NAME, anchor="start"))
        if row.who:
            y = top + 3 + letters.height(name, _NAME) + SMALL
            parts.append(svg_text(2, y, [row.who], SMALL, fill="muted", anchor="start"))
        middle = top + height - 16 if is_narrow else top + height / 2
        across = [(today, middle - 14 if is_narrow else top), (today, top + height)]
        room.draw(across)
        parts.append(line(across, "arc", 1.6, "4 3"))
        parts += _bar(row, calendar, middle, room, words)
        top += height
    form = "gantt-narrow" if is_narrow else "gantt-wide"
    return svg(chart.key, form, (width, bottom + 20), chart.title, _said(chart, words), parts, "gantt")


def _span(chart: GanttChart) -> tuple[dt.date, dt.date]:
    """From the first month concerned, a year ago at the most, to the end of the last one."""
    earliest = chart.today - dt.timedelta(days=365)
    first = max(min([chart.today, *(row.start for row in chart.rows)]), earliest).replace(day=1)
    last = max([chart.today, *(row.until for row in chart.rows)])
    after = (last.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return first, after


def _named(row: GanttRow, limit: float) -> tuple[str, ...]:
    return letters.wrap(f"{row.number}\u00a0 {row.title}" if row.number else row.title, _NAME, limit, most=3)


def _months(calendar: _Calendar, bottom: float, words: Translator) -> Iterator[str]:
    """Every second month on a ground of its own: no line that a word could sit on."""
    day, place, free_from = calendar.first, 0, calendar.left
    while day < calendar.last:
        after = (day + dt.timedelta(days=32)).replace(day=1)
        start, end = calendar.x(day), calendar.x(after)
        if place % 2 == 0:
            height = bottom - _TOP
            yield element("rect", x=start, y=_TOP, width=end - start, height=height, fill=colour("band"))
        text, year = short_period(f"{day:%Y-%m}", words)
        told = [text, year] if place == 0 or day.month == 1 else [text]
        half = max(letters.width(each, SMALL) for each in told) / 2
        if (start + end) / 2 - half >= free_from:
            yield svg_text((start + end) / 2, 13, told, SMALL, fill="muted")
            free_from = (start + end) / 2 + half + 4
        day, place = after, place + 1


def _today(x: float, bottom: float, calendar: _Calendar, words: Translator) -> str:
    """What the line across is; it leaves out the names where they stand above the bars."""
    told = words("today")
    half = letters.width(told, SMALL, bold=True) / 2
    at = min(max(x, calendar.left + half), calendar.right - half)
    return svg_text(at, bottom + 15, [told], SMALL, fill="arc", weight=700)


def _bar(row: GanttRow, calendar: _Calendar, y: float, room: Room, words: Translator) -> Iterator[str]:
    start, end = calendar.x(row.start), max(calendar.x(row.until), calendar.x(row.start) + 3)
    tone = colour(_TONES[row.progress])
    is_done = row.progress in (Progress.DONE, Progress.CHECKED)
    body = {"fill": tone} if is_done else {"fill": tone, "fill_opacity": "0.3", "stroke": tone}
    mark = element("rect", x=start, y=y - 6, width=end - start, height=12, rx=3, **body)
    told = state_told(row, words)
    yield described(mark, f"{row.number} {row.title} – {words.date(row.start)} → {words.date(row.until)} – {told}")
    room.fill(Box(start, y - 6, end, y + 6))
    base = y + SMALL * 0.35
    after = [(end + 5 + far, base, "start") for far in (0.0, 6.0, 12.0)]
    before = [(start - 5 - far, base, "end") for far in (0.0, 6.0, 12.0)]
    if spot := room.place(told, SMALL, [*after, *before], bold=True):
        ink = "muted" if row.progress is Progress.TO_COME else _TONES[row.progress]
        yield svg_text(spot[0], spot[1], [told], SMALL, fill=ink, weight=700, anchor=spot[2])


def state_told(row: GanttRow, words: Translator) -> str:
    """How far a line of a plan has gone, in few words."""
    if row.progress is Progress.LATE:
        return words.count("late by {n} day", "late by {n} days", row.days_late)
    return {
        Progress.TO_COME: words("to do"),
        Progress.RUNNING: words("in progress"),
        Progress.DONE: words("done"),
        Progress.CHECKED: words("effect checked"),
    }[row.progress]


def _said(chart: GanttChart, words: Translator) -> str:
    return "; ".join(
        f"{row.number} {row.title}, {words.date(row.start)} → {words.date(row.until)}, {state_told(row, words)}"
        for row in chart.rows
    ) or words("Nothing is planned.")
