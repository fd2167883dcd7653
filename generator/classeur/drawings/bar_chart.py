"""Bars as SVG: values side by side, counts by month, and the Pareto diagram."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from classeur.drawings import letters
from classeur.drawings.chart_frame import LEVEL_COLOURS, NARROW, SMALL, described, line, short, svg, told_value
from classeur.drawings.chart_room import Box, Room, around
from classeur.drawings.chart_scale import axis_labels, marks
from classeur.drawings.letters import svg_text
from classeur.drawings.markup import element
from classeur.drawings.theme import colour
from classeur.views.charts import BarChart, ColumnChart, ParetoChart
from classeur.wording.states import period_word
from classeur.wording.translator import Translator

_SIZE = 12.0
_AIR = 9.0
_FLOOR = 172.0
"""Where the columns stand."""
_PART_COLOURS = ("series", "bar-soft", "second", "on-target")


@dataclass(frozen=True)
class _Line:
    """A bar's line: its name in one or several rows of letters, and where it stands."""

    name: tuple[str, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def bar_chart(chart: BarChart, words: Translator, width: float = NARROW) -> str:
    """One bar a line, its value at its end; the target is a line across, the earlier value a small stroke."""
    told = [told_value(bar.value, chart.unit, words) for bar in chart.bars]
    top = 20.0 if chart.target is not None or chart.before else 4.0
    lines, left = _lines([bar.label for bar in chart.bars], width, top)
    longest = chart.top or max((max(bar.value, bar.before or 0) for bar in chart.bars), default=0) or 1
    right = width - max((letters.width(value, _SIZE, bold=True) for value in told), default=0) - 8
    bottom = lines[-1].top + lines[-1].height if lines else top + 20
    room = Room(Box(left, 0, width, bottom))

    def at(value: float) -> float:
        return left + (right - left) * value / longest

    parts: list[str] = list(_before_key(chart.before, top)) if chart.before else []
    if chart.target is not None:
        parts += _target(chart, at(chart.target), (top, bottom), width, room, words)
    for bar, row, value in zip(chart.bars, lines, told, strict=True):
        parts += [_name(row, left), _bar(f"{bar.label} : {value}", row, left, at(bar.value), LEVEL_COLOURS[bar.level])]
        if bar.before is not None:
            stroke = [(at(bar.before), row.middle - 9), (at(bar.before), row.middle + 9)]
            room.draw(stroke)
            parts.append(line(stroke, "ink", 2))
        parts += _value(value, row, left, at(bar.value), room)
    said = "; ".join(f"{bar.label} : {value}" for bar, value in zip(chart.bars, told, strict=True))
    said = said or words("Nothing to count yet.")
    return svg(chart.key, "bars", (width, bottom + 4), chart.title, said, parts, "bars")


def _target(
    chart: BarChart, x: float, ends: tuple[float, float], width: float, room: Room, words: Translator
) -> Iterator[str]:
    """The target as a line across all bars, its words above."""
    stroke = [(x, ends[0] - 4), (x, ends[1])]
    room.draw(stroke)
    yield line(stroke, "on-target", 1.6, "7 4")
    told = words("target {n}", n=told_value(chart.target, chart.unit, words))
    at = min(x, width - letters.width(told, SMALL, bold=True) / 2)
    yield svg_text(at, ends[0] - 8, [told], SMALL, fill="on-target", weight=700)


def pareto_chart(chart: ParetoChart, words: Translator, width: float = NARROW) -> str:
    """Counts from the largest down, and the curve of what they make together; the few that weigh most are darker."""
    lines, left = _lines([name for name, _ in chart.counts], width, 22.0)
    right, total = width - 44, chart.total or 1
    bottom = lines[-1].top + lines[-1].height if lines else 40.0
    room = Room(Box(left, 0, width, bottom))
    limit = left + (right - left) * 0.8
    curve = [
        (left + (right - left) * share / 100, row.middle) for share, row in zip(chart.cumulated, lines, strict=True)
    ]
    room.draw([(limit, 18), (limit, bottom)])
    room.draw(curve)
    parts = [svg_text(limit, 13, [words("{n} %", n=80)], SMALL, fill="on-target", weight=700)]
    parts.append(line([(limit, 18), (limit, bottom)], "on-target", 1.4, "6 4"))
    ends = [left + (right - left) * count / total for _, count in chart.counts]
    for place, ((name, count), row, end) in enumerate(zip(chart.counts, lines, ends, strict=True)):
        tone = "series" if place < chart.few else "bar-soft"
        parts += [_name(row, left), _bar(f"{name} : {count}", row, left, end, tone)]
    parts += _curve(curve, room)
    for (_, count), row, end in zip(chart.counts, lines, ends, strict=True):
        parts += _value(str(count), row, left, end, room)
    for (x, y), share in zip(curve, chart.cumulated, strict=True):
        told = words("{n} %", n=round(share))
        if spot := room.place(told, SMALL, around(x, y, SMALL, 8)):
            parts.append(svg_text(spot[0], spot[1], [told], SMALL, fill="second", anchor=spot[2]))
    said = words("{n} in all.", n=chart.total) + " " + "; ".join(f"{name} : {count}" for name, count in chart.counts)
    return svg(chart.key, "pareto", (width, bottom + 4), chart.title, said, parts, "pareto")


def column_chart(chart: ColumnChart, words: Translator, width: float = NARROW) -> str:
    """A column a month, its parts one upon the other, the whole written above where there is room."""
    sums = [sum(counts[place] for _, counts in chart.parts) for place in range(len(chart.periods))]
    ticks = tuple(tick for tick in marks(0, max([*sums, 1]), 4) if tick == int(tick))
    named = [short(tick, words) for tick in ticks]
    left = max(letters.width(name, SMALL) for name in named) + 12
    step = (width - left - 4) / max(1, len(chart.periods))

    def height(count: float) -> float:
        return _FLOOR - (_FLOOR - 34) * count / ticks[-1]

    room = Room(Box(left, 0, width, _FLOOR))
    parts = list(_key([name for name, _ in chart.parts], left)) if len(chart.parts) > 1 else []
    for tick, name in zip(ticks, named, strict=True):
        parts.append(svg_text(left - 9, height(tick) + SMALL * 0.35, [name], SMALL, fill="muted", anchor="end"))
    parts.append(line([(left, _FLOOR), (width, _FLOOR)], "line"))
    for place, total in enumerate(sums):
        x = left + step * (place + 0.5)
        parts += _column(chart, place, x, min(26.0, step * 0.66), height, words)
        if total and (spot := room.place(str(total), SMALL, [(x, height(total) - 4, "middle")], bold=True)):
            parts.append(svg_text(spot[0], spot[1], [str(total)], SMALL, weight=700))
    for place, lines in axis_labels(chart.periods, step, SMALL, words):
        parts.append(svg_text(left + step * (place + 0.5), _FLOOR + 16, lines, SMALL, fill="muted"))
    told = "; ".join(f"{period_word(p, words)} : {n}" for p, n in zip(chart.periods, sums, strict=True) if n)
    return svg(
        chart.key, "columns", (width, 208), chart.title, told or words("Nothing to count yet."), parts, "columns"
    )


def _column(
    chart: ColumnChart, place: int, x: float, broad: float, height: Callable[[float], float], words: Translator
) -> Iterator[str]:
    """The parts of one column, from the ground up."""
    base = 0
    for order, (name, counts) in enumerate(chart.parts):
        if count := counts[place]:
            tone = colour(_PART_COLOURS[order % len(_PART_COLOURS)])
            tall = height(base) - height(base + count)
            mark = element("rect", x=x - broad / 2, y=height(base + count), width=broad, height=tall, fill=tone)
            yield described(mark, f"{period_word(chart.periods[place], words)} : {count} {name}")
            base += count


def _lines(names: Sequence[str], width: float, top: float) -> tuple[list[_Line], float]:
    """The lines of the bars, and the left edge of the bars: the longest name decides, within 42 % of the width."""
    limit = width * 0.42
    wrapped = [letters.wrap(name, _SIZE, limit, most=3) or ("–",) for name in names]
    left = max((letters.width(row, _SIZE) for rows in wrapped for row in rows), default=0) + 10
    found: list[_Line] = []
    for rows in wrapped:
        height = max(16.0, letters.height(rows, _SIZE)) + _AIR
        found.append(_Line(rows, top, height))
        top += height
    return found, left


def _name(row: _Line, left: float) -> str:
    first = row.middle - letters.height(row.name, _SIZE) / 2 + _SIZE
    return svg_text(left - 8, first, row.name, _SIZE, anchor="end")


def _bar(told: str, row: _Line, left: float, end: float, tone: str) -> str:
    broad = max(1.5, end - left) if end > left else 0.0  # nothing is no small bar
    mark = element("rect", x=left, y=row.middle - 8, width=broad, height=16, rx=2, fill=colour(tone))
    return described(mark, told)


def _value(told: str, row: _Line, left: float, end: float, room: Room) -> Iterator[str]:
    """The value after its bar; inside it, in the colour of the ground, where a line is in the way; else farther."""
    base = row.middle + _SIZE * 0.35
    if spot := room.place(told, _SIZE, [(end + 6, base, "start")], bold=True):
        yield svg_text(spot[0], spot[1], [told], _SIZE, weight=700, anchor="start")
        return
    reach = end - left - letters.width(told, _SIZE, bold=True) - 12
    inside = [(end - 6 - far, base, "end") for far in range(0, max(0, int(reach)), 6)]
    if spot := room.place(told, _SIZE, inside, bold=True):
        yield svg_text(spot[0], spot[1], [told], _SIZE, fill="card", weight=700, anchor="end")
    elif spot := room.place(told, _SIZE, [(end + far, base, "start") for far in range(10, 70, 4)], bold=True):
        yield svg_text(spot[0], spot[1], [told], _SIZE, weight=700, anchor="start")


def _curve(points: Sequence[tuple[float, float]], room: Room) -> Iterator[str]:
    if len(points) > 1:
        yield line(points, "second", 2)
    for x, y in points:
        room.fill(Box(x - 4.5, y - 4.5, x + 4.5, y + 4.5))
        yield element("circle", cx=x, cy=y, r=3.6, fill=colour("card"), stroke=colour("second"), stroke_width=1.8)


def _before_key(told: str, top: float) -> Iterator[str]:
    """What the small strokes are."""
    yield line([(6, top - 17), (6, top - 5)], "ink", 2)
    yield svg_text(12, top - 7, [told], SMALL, fill="muted", anchor="start")


def _key(names: Sequence[str], left: float) -> Iterator[str]:
    """Which colour is which part."""
    x = left
    for place, name in enumerate(names):
        tone = colour(_PART_COLOURS[place % len(_PART_COLOURS)])
        yield element("rect", x=x, y=3, width=11, height=11, rx=2, fill=tone)
        yield svg_text(x + 16, 12.5, [name], SMALL, fill="muted", anchor="start")
        x += 16 + letters.width(name, SMALL) + 16
