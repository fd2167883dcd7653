"""Measures over time as SVG: with their target and alert, or between the limits that their own variation gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classeur.drawings import letters
from classeur.drawings.chart_frame import NARROW, SMALL, described, line, short, svg, told_value
from classeur.drawings.chart_room import Box, Room, around, text_box
from classeur.drawings.chart_scale import axis_labels, bounds
from classeur.drawings.letters import svg_text
from classeur.drawings.markup import Point as Place
from classeur.drawings.markup import element, number
from classeur.drawings.theme import colour
from classeur.model.processes import Direction
from classeur.views.charts import ControlChart, Level, LineChart, Point
from classeur.wording.states import direction_word, period_word
from classeur.wording.translator import Translator

_HEIGHT, _TOP, _FLOOR = 216.0, 14.0, 38.0
_VALUE = 12.0


@dataclass(frozen=True)
class _Rule:
    """A level drawn across: its words stand at its right, out of the plot."""

    value: float
    words: str
    tone: str
    dashes: str


@dataclass(frozen=True)
class _Plot:
    """Where a value stands."""

    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[float, ...]
    steps: int

    def x(self, place: int) -> float:
        """The middle of a period's share of the width."""
        return self.left + (self.right - self.left) * (place + 0.5) / self.steps

    def y(self, value: float) -> float:
        """The height of a value."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (self.bottom - self.top) * (value - low) / (high - low)


def line_chart(chart: LineChart, words: Translator, width: float = NARROW) -> str:
    """An indicator's measures, its target and its alert."""
    rules = []
    if chart.target is not None:
        rules.append(_Rule(chart.target, words("target {n}", n=short(chart.target, words)), "on-target", "7 4"))
    if chart.alert is not None:
        rules.append(_Rule(chart.alert, words("alert {n}", n=short(chart.alert, words)), "off-target", "2 4"))
    zone = None if chart.alert is None else (chart.alert, chart.direction is Direction.DOWN)
    return _drawn("line", chart, rules, _said(chart, words), words, width, zone)


def control_chart(chart: ControlChart, words: Translator, width: float = NARROW) -> str:
    """Measures between their control limits."""
    rules = [_Rule(chart.mean, words("mean {n}", n=short(chart.mean, words)), "muted", "")]
    for value, told in ((chart.upper, words("high limit {n}")), (chart.lower, words("low limit {n}"))):
        if value is not None:
            rules.append(_Rule(value, told.format(n=short(value, words)), "second", "7 4"))
    return _drawn("control", chart, rules, _said_of_limits(chart, words), words, width)


def _drawn(
    kind: str,
    chart: LineChart | ControlChart,
    rules: Sequence[_Rule],
    said: str,
    words: Translator,
    width: float,
    zone: tuple[float, bool] | None = None,
) -> str:
    values = [point.value for point in chart.points if point.value is not None]
    if not values:
        return svg(chart.key, kind, (width, 40), chart.title, said, [_nothing(width, words)], kind)
    ticks = bounds([*values, *(rule.value for rule in rules)], chart.unit == "%")
    named = [short(tick, words) for tick in ticks]
    left = max(letters.width(name, SMALL) for name in named) + 10
    margin = max((letters.width(rule.words, SMALL, bold=True) for rule in rules), default=4.0) + 10
    plot = _Plot(left, width - margin, _TOP, _HEIGHT - _FLOOR, ticks, len(chart.points))
    room = Room(Box(left, 0, width, plot.bottom))
    parts = [*_ground(plot, zone), *_grid(plot, named, room), *_rules(plot, rules, room)]
    parts += _curve(plot, chart.points, room)
    parts += _marks(plot, chart, room, words)
    parts += _periods(plot, chart.points, words)
    return svg(chart.key, kind, (width, _HEIGHT), chart.title, said, parts, kind)


def _nothing(width: float, words: Translator) -> str:
    return svg_text(width / 2, 24, [words("Nothing has been measured yet.")], _VALUE, fill="muted")


def _ground(plot: _Plot, zone: tuple[float, bool] | None) -> Iterator[str]:
    """The side of the alert where nobody wants to be."""
    if zone is None:
        return
    level, is_above = zone
    edge = min(max(plot.y(level), plot.top), plot.bottom)
    top, bottom = (plot.top, edge) if is_above else (edge, plot.bottom)
    if bottom - top > 0.5:
        tint = colour("alert-tint")
        yield element("rect", x=plot.left, y=top, width=plot.right - plot.left, height=bottom - top, fill=tint)


def _grid(plot: _Plot, named: Sequence[str], room: Room) -> Iterator[str]:
    for tick, name in zip(plot.ticks, named, strict=True):
        ends = [(plot.left, plot.y(tick)), (plot.right, plot.y(tick))]
        room.draw(ends)
        yield line(ends, "grid")
        yield svg_text(plot.left - 7, plot.y(tick) + SMALL * 0.35, [name], SMALL, fill="muted", anchor="end")


def _rules(plot: _Plot, rules: Sequence[_Rule], room: Room) -> Iterator[str]:
    """The levels across, their words at the right, moved apart where two would touch."""
    step = SMALL * 1.25
    heights: list[float] = []
    for rule in sorted(rules, key=lambda each: -each.value):
        wanted = plot.y(rule.value) + SMALL * 0.35
        heights.append(max(wanted, heights[-1] + step) if heights else max(wanted, SMALL))
    over = heights[-1] - (plot.bottom + SMALL * 0.35) if heights else 0
    if over > 0:
        heights = [height - over for height in heights]
    for rule, height in zip(sorted(rules, key=lambda each: -each.value), heights, strict=True):
        ends = [(plot.left, plot.y(rule.value)), (plot.right, plot.y(rule.value))]
        room.draw(ends)
        yield line(ends, rule.tone, 1.6, rule.dashes)
        room.fill(text_box(plot.right + 6, height, rule.words, SMALL, "start", bold=True))
        yield svg_text(plot.right + 6, height, [rule.words], SMALL, fill=rule.tone, weight=700, anchor="start")


def _curve(plot: _Plot, points: Sequence[Point], room: Room) -> Iterator[str]:
    """The measures joined; a period that nobody measured interrupts the line."""
    piece: list[Place] = []
    for place, point in enumerate((*points, Point("", None))):
        if point.value is not None:
            piece.append((plot.x(place), plot.y(point.value)))
            continue
        if len(piece) > 1:
            room.draw(piece)
            path = "M" + "L".join(f"{number(x)},{number(y)}" for x, y in piece)
            yield element(
                "path", d=path, fill="none", stroke=colour("series"), stroke_width=2.2, stroke_linejoin="round"
            )
        piece = []


def _marks(plot: _Plot, chart: LineChart | ControlChart, room: Room, words: Translator) -> Iterator[str]:
    """A mark a measure; the last one, the bad ones and the two ends of the range bear their value, where it fits."""
    measured = [(place, point) for place, point in enumerate(chart.points) if point.value is not None]
    half = min(4.0, max(1.4, (plot.right - plot.left) / plot.steps * 0.28))
    for place, point in measured:
        value = point.value or 0.0
        x, y = plot.x(place), plot.y(value)
        reach = half + (1.5 if point.level is Level.BAD else 0)
        room.fill(Box(x - reach, y - reach, x + reach, y + reach))
        told = f"{period_word(point.period, words)} : {told_value(value, chart.unit, words)}"
        yield described(_mark(point.level, x, y, half), told + (f" – {point.note}" if point.note else ""))
    for place, point in _worth_telling(measured):
        value = point.value or 0.0
        name, tone = short(value, words), _tone(point.level)
        spots = around(plot.x(place), plot.y(value), _VALUE, half + 4)
        if spot := room.place(name, _VALUE, spots, bold=True):
            yield svg_text(spot[0], spot[1], [name], _VALUE, fill=tone, weight=700, anchor=spot[2])


def _worth_telling(measured: Sequence[tuple[int, Point]]) -> Iterator[tuple[int, Point]]:
    last = measured[-1]
    yield last
    bad = [each for each in measured[:-1] if each[1].level is Level.BAD]
    yield from sorted(bad, key=lambda each: -each[0])[:6]


def _tone(level: Level) -> str:
    return "off-target" if level is Level.BAD else "watch" if level is Level.WATCH else "series"


def _mark(level: Level, x: float, y: float, half: float) -> str:
    """A dot on target, a ring before the alert, a diamond beyond: shape says it as well as colour."""
    tone = colour(_tone(level))
    if level is Level.BAD:
        reach = half + 1.5
        corners = f"{number(x)},{number(y - reach)} {number(x + reach)},{number(y)} "
        corners += f"{number(x)},{number(y + reach)} {number(x - reach)},{number(y)}"
        return element("polygon", points=corners, fill=tone)
    if level is Level.WATCH:
        return element("circle", cx=x, cy=y, r=half - 0.4, fill=colour("card"), stroke=tone, stroke_width=1.8)
    return element("circle", cx=x, cy=y, r=half, fill=tone)


def _periods(plot: _Plot, points: Sequence[Point], words: Translator) -> Iterator[str]:
    step = (plot.right - plot.left) / plot.steps
    for place, lines in axis_labels([point.period for point in points], step, SMALL, words):
        yield svg_text(plot.x(place), plot.bottom + 15, lines, SMALL, fill="muted")


def _said(chart: LineChart, words: Translator) -> str:
    """The chart in a few sentences."""
    told = [_range(chart, words)]
    if chart.target is not None:
        way, level = direction_word(chart.direction, words), told_value(chart.target, chart.unit, words)
        told.append(words("Target: {way} {level}.", way=way, level=level))
    if chart.alert is not None:
        told.append(words("Alert: {level}.", level=told_value(chart.alert, chart.unit, words)))
    return " ".join(told)


def _said_of_limits(chart: ControlChart, words: Translator) -> str:
    said = {
        words("Mean: {level}."): chart.mean,
        words("High limit: {level}."): chart.upper,
        words("Low limit: {level}."): chart.lower,
    }
    told = [each.format(level=told_value(v, chart.unit, words)) for each, v in said.items() if v is not None]
    signals = sum(point.level is Level.BAD for point in chart.points)
    found = words.count("{n} measure is a signal.", "{n} measures are signals.", signals)
    return " ".join([_range(chart, words), *told, found])


def _range(chart: LineChart | ControlChart, words: Translator) -> str:
    measured = [(point, point.value) for point in chart.points if point.value is not None]
    if not measured:
        return words("Nothing has been measured yet.")
    lowest, highest = min(value for _, value in measured), max(value for _, value in measured)
    return words.count(
        "{n} measure, of {first}: {last}.",
        "{n} measures, from {first} to {end}; the last one {last}, the lowest {low}, the highest {high}.",
        len(measured),
        first=period_word(measured[0][0].period, words),
        end=period_word(measured[-1][0].period, words),
        last=told_value(measured[-1][1], chart.unit, words),
        low=told_value(lowest, chart.unit, words),
        high=told_value(highest, chart.unit, words),
    )
