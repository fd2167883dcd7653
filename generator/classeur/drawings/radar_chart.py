"""Several axes from one centre as SVG: this year's polygon, last year's in dashes beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from classeur.drawings import letters
from classeur.drawings.chart_frame import NARROW, SMALL, described, line, short, svg
from classeur.drawings.chart_room import Box, Room
from classeur.drawings.letters import svg_text
from classeur.drawings.markup import Point, element, number
from classeur.drawings.theme import colour
from classeur.views.charts import RadarChart, RadarSeries
from classeur.wording.translator import Translator

_RADIUS, _CENTRE = 104.0, 142.0
_NAME = 12.5
_STROKES = (("series", 2.4, ""), ("second", 1.8, "6 4"), ("outside", 1.4, "2 3"))


def radar_chart(chart: RadarChart, words: Translator, width: float = NARROW) -> str:
    """The rings are the steps; what each step means stands below."""
    middle = (width / 2, _CENTRE)
    count = len(chart.axes)

    def at(axis: int, value: float) -> Point:
        turn = 2 * math.pi * axis / max(count, 1)
        reach = _RADIUS * value / chart.top
        return middle[0] + reach * math.sin(turn), middle[1] - reach * math.cos(turn)

    room = Room(Box(0, 0, width, 2 * _CENTRE))
    parts: list[str] = []
    for step in range(1, chart.top + 1):
        ring = [at(axis, step) for axis in range(count + 1)]
        room.draw(ring)
        parts.append(line(ring, "grid"))
    for axis in range(count):
        room.draw([middle, at(axis, chart.top)])
        parts.append(line([middle, at(axis, chart.top)], "grid"))
    for place, series in reversed(list(enumerate(chart.series))):
        points = [at(axis, value) for axis, value in enumerate(series.values) if value is not None]
        room.draw([*points, *points[:1]])
        parts += _polygon(points, place)
    for axis, value in enumerate(chart.series[0].values if chart.series else ()):
        if value is not None:
            x, y = at(axis, value)
            room.fill(Box(x - 5, y - 5, x + 5, y + 5))
            dot = element("circle", cx=x, cy=y, r=4, fill=colour("series"))
            parts.append(described(dot, f"{chart.axes[axis]} : {short(value, words)}"))
    parts += _steps(chart, middle, room)
    parts += _names(chart, middle, width)
    y, legend = _legend(chart, 2 * _CENTRE + 6, width)
    return svg(chart.key, "radar", (width, y), chart.title, _said(chart, words), [*parts, *legend], "radar")


def _polygon(points: Sequence[Point], place: int) -> Iterator[str]:
    tone, breadth, dashes = _STROKES[min(place, len(_STROKES) - 1)]
    if not points:
        return
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    more = {"stroke_dasharray": dashes} if dashes else {}
    fill = colour("series") if place == 0 else "none"
    yield element(
        "polygon",
        points=corners,
        fill=fill,
        fill_opacity="0.12",
        stroke=colour(tone),
        stroke_width=breadth,
        stroke_linejoin="round",
        **more,
    )


def _steps(chart: RadarChart, middle: Point, room: Room) -> Iterator[str]:
    """The value of each ring beside the upper axis, where nothing passes."""
    for step in range(1, chart.top + 1):
        y = middle[1] - _RADIUS * step / chart.top
        spots = [
            (middle[0] + side * dx, y + dy, "start" if side > 0 else "end")
            for dy in range(4, 24, 2)
            for dx in range(4, 14, 2)
            for side in (1, -1)
        ]
        if spot := room.place(str(step), 10.5, spots):
            yield svg_text(spot[0], spot[1], [str(step)], 10.5, fill="muted", anchor=spot[2])


def _names(chart: RadarChart, middle: Point, width: float) -> Iterator[str]:
    """Each axis's name outside the outer ring."""
    for axis, name in enumerate(chart.axes):
        turn = 2 * math.pi * axis / len(chart.axes)
        sine, cosine = math.sin(turn), math.cos(turn)
        x, y = middle[0] + (_RADIUS + 10) * sine, middle[1] - (_RADIUS + 10) * cosine
        anchor = "middle" if abs(sine) < 0.2 else "start" if sine > 0 else "end"
        limit = width * 0.6 if anchor == "middle" else (width - x - 2 if anchor == "start" else x - 2)
        rows = letters.wrap(name, _NAME, max(limit, 40), most=3)
        tall = letters.height(rows, _NAME)
        lift = tall if cosine > 0.8 else 0.0 if cosine < -0.8 else tall / 2
        yield svg_text(x, y - lift + _NAME * 0.95, rows, _NAME, anchor=anchor, weight=600)


def _legend(chart: RadarChart, y: float, width: float) -> tuple[float, list[str]]:
    """Which polygon is which, then what the rings mean."""
    parts: list[str] = []
    x = 4.0
    for place, series in enumerate(chart.series):
        tone, breadth, dashes = _STROKES[min(place, len(_STROKES) - 1)]
        parts.append(line([(x, y), (x + 24, y)], tone, breadth, dashes))
        parts.append(svg_text(x + 30, y + 4, [series.name], SMALL, anchor="start"))
        x += 30 + letters.width(series.name, SMALL) + 18
    told = " · ".join(f"{step} {name}" for step, name in enumerate(chart.steps))
    rows = letters.wrap(told, SMALL, width - 8)
    parts.append(svg_text(4, y + 22, rows, SMALL, fill="muted", anchor="start"))
    return y + 22 + letters.height(rows, SMALL), parts


def _said(chart: RadarChart, words: Translator) -> str:
    def told(series: RadarSeries) -> str:
        values = "; ".join(
            f"{axis} : {'–' if value is None else short(value, words)}"
            for axis, value in zip(chart.axes, series.values, strict=True)
        )
        return f"{series.name} – {values}."

    return " ".join([words("Out of {top}.", top=chart.top), *map(told, chart.series)])
