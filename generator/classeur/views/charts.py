"""What a chart says, without coordinates: points, bars, cells, rows. The drawings lay it out, a table says it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from classeur.model.periods import next_period
from classeur.model.processes import Direction, Frequency, Indicator, IndicatorState, Measure
from classeur.model.registers.events import Zone, zone_of

MOVING_RANGE_FACTOR = 2.66
"""Three standard deviations, estimated from the mean moving range of single measures (3 / 1.128)."""
FEWEST_FOR_LIMITS = 12
"""With fewer measures, control limits say more about chance than about the process."""
LONGEST_RUN = 8
"""So many measures in a row on one side of the mean are a signal."""


class Level(StrEnum):
    """What a value says when it is compared with what was aimed at."""

    PLAIN = "plain"  # nothing to compare it with
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


_LEVELS = {
    IndicatorState.ON_TARGET: Level.GOOD,
    IndicatorState.WATCH: Level.WATCH,
    IndicatorState.OFF_TARGET: Level.BAD,
    IndicatorState.UNKNOWN: Level.PLAIN,
}


@dataclass(frozen=True)
class Point:
    """A measure of a period; its value is None where nobody measured."""

    period: str
    value: float | None
    level: Level = Level.PLAIN
    note: str = ""


@dataclass(frozen=True)
class LineChart:
    """Measures over time, with what is aimed at.

    Attributes:
        key: tells it from the other charts of a page.
        direction: which way the measures get better.
    """

    key: str
    title: str
    unit: str
    points: tuple[Point, ...]
    direction: Direction = Direction.UP
    target: float | None = None
    alert: float | None = None


@dataclass(frozen=True)
class ControlChart:
    """Measures over time between the limits that their own variation gives.

    Attributes:
        lower: None where the limit would be under zero and the measures cannot be.
        upper: None where it would be over 100 %.
        points: those outside the limits are `BAD`, those of a long run on one side of the mean `WATCH`.
    """

    key: str
    title: str
    unit: str
    points: tuple[Point, ...]
    mean: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Bar:
    """A bar; `before` is the value that the same thing had before."""

    label: str
    value: float
    level: Level = Level.PLAIN
    before: float | None = None


@dataclass(frozen=True)
class BarChart:
    """Values side by side, one bar a line.

    Attributes:
        label, value, before: what the bars, their values and their earlier values are.
        top: the longest value possible; None for the longest bar.
    """

    key: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    label: str
    value: str
    before: str = ""
    target: float | None = None
    top: float | None = None


@dataclass(frozen=True)
class ColumnChart:
    """Counts over time, a column a month; `parts` are counts of the same length, drawn one upon the other."""

    key: str
    title: str
    periods: tuple[str, ...]
    parts: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class ParetoChart:
    """Counts from the largest to the smallest, and what they make together."""

    key: str
    title: str
    label: str
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _, count in self.counts)

    @property
    def cumulated(self) -> tuple[float, ...]:
        """For each count, the share in percent of those up to it."""
        shares, sum_ = [], 0
        for _, count in self.counts:
            sum_ += count
            shares.append(100 * sum_ / self.total)
        return tuple(shares)

    @property
    def few(self) -> int:
        """How many of the first ones make four fifths of the whole."""
        return next((place for place, share in enumerate(self.cumulated, 1) if share >= 80), 0)


@dataclass(frozen=True)
class MatrixChart:
    """How often each severity and frequency were given, from 1 to 5.

    Attributes:
        counts: by severity and frequency; what was not met is absent.
        names: what stands in a cell, where it may be named.
    """

    key: str
    title: str
    counts: Mapping[tuple[int, int], int]
    names: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    def zone(self, severity: int, frequency: int) -> Zone:
        """What a cell calls for."""
        return zone_of(severity * frequency)


@dataclass(frozen=True)
class RadarSeries:
    """A polygon: a value for each axis, None where nothing was answered."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class RadarChart:
    """Several axes from the same centre; the first series is the present one.

    Attributes:
        steps: what each whole value from 0 means; the last one is the outer ring.
    """

    key: str
    title: str
    axes: tuple[str, ...]
    series: tuple[RadarSeries, ...]
    steps: tuple[str, ...]

    @property
    def top(self) -> int:
        """The value of the outer ring."""
        return len(self.steps) - 1


class Progress(StrEnum):
    """How far something planned has gone."""

    TO_COME = "to_come"
    RUNNING = "running"
    LATE = "late"
    DONE = "done"
    CHECKED = "checked"


@dataclass(frozen=True)
class GanttRow:
    """Something planned between two days.

    Attributes:
        who: who carries it.
        until: the day it was done, else the day by which it is to be.
        days_late: how many days ago it should have been done; 0 when it is not late.
    """

    number: str
    title: str
    who: str
    start: dt.date
    until: dt.date
    progress: Progress
    days_late: int = 0


@dataclass(frozen=True)
class GanttChart:
    """What is planned, a bar a line, and where today stands."""

    key: str
    title: str
    rows: tuple[GanttRow, ...]
    today: dt.date


Chart = LineChart | ControlChart | BarChart | ColumnChart | ParetoChart | MatrixChart | RadarChart | GanttChart


def indicator_chart(indicator: Indicator) -> LineChart:
    """The measures of an indicator, with a gap for each period that nobody measured."""
    points = tuple(
        Point(period, None) if measure is None else _point(indicator, measure)
        for period, measure in _by_period(indicator.measures, indicator.frequency)
    )
    return LineChart(
        key=f"i-{indicator.id}",
        title=indicator.title,
        unit=indicator.unit,
        points=points,
        direction=indicator.direction,
        target=indicator.target,
        alert=indicator.alert,
    )


def control_chart(indicator: Indicator) -> ControlChart | None:
    """The control chart of single measures; None when there are too few, or when they never vary."""
    measures = sorted(indicator.measures, key=lambda measure: measure.period)
    if len(measures) < FEWEST_FOR_LIMITS:
        return None
    values = [measure.value for measure in measures]
    mean = sum(values) / len(values)
    reach = MOVING_RANGE_FACTOR * sum(abs(b - a) for a, b in pairwise(values)) / (len(values) - 1)
    if reach == 0:
        return None
    is_share = indicator.unit == "%"
    lower: float | None = mean - reach
    upper: float | None = mean + reach
    if min(values) >= 0 and mean - reach < 0:
        lower = None
    if is_share and mean + reach > 100:
        upper = None
    signals = _signals(values, mean, lower, upper)
    by_period = {measure.period: level for measure, level in zip(measures, signals, strict=True)}
    points = tuple(
        Point(period, measure.value if measure else None, by_period.get(period, Level.PLAIN))
        for period, measure in _by_period(indicator.measures, indicator.frequency)
    )
    return ControlChart(f"c-{indicator.id}", indicator.title, indicator.unit, points, mean, lower, upper)


def pareto(key: str, title: str, label: str, counts: Iterable[tuple[str, int]]) -> ParetoChart:
    """Counts in their order: the largest first, two alike in the order of their words."""
    ordered = sorted(((name, count) for name, count in counts if count), key=lambda each: (-each[1], each[0]))
    return ParetoChart(key, title, label, tuple(ordered))


def _point(indicator: Indicator, measure: Measure) -> Point:
    return Point(measure.period, measure.value, level_of(indicator.state_at(measure)), measure.comment)


def level_of(state: IndicatorState) -> Level:
    """How a chart shows what a measure says."""
    return _LEVELS[state]


def _by_period(measures: Sequence[Measure], frequency: Frequency) -> tuple[tuple[str, Measure | None], ...]:
    """Every period from the first measure to the last, those that were not measured included."""
    known = {measure.period: measure for measure in sorted(measures, key=lambda measure: measure.period)}
    if not known:
        return ()
    first, last = min(known), max(known)
    periods, period = [first], first
    while period < last and len(periods) < 1000:
        period = next_period(period, frequency)
        periods.append(period)
    return tuple((each, known.get(each)) for each in periods) if set(known) <= set(periods) else tuple(known.items())


def _signals(values: Sequence[float], mean: float, lower: float | None, upper: float | None) -> list[Level]:
    """Which measures are no matter of chance: outside the limits, or in a long run on one side of the mean."""
    found = [Level.PLAIN] * len(values)
    start = 0
    sides = [(value > mean) - (value < mean) for value in values]
    for place in range(1, len(sides) + 1):
        if place == len(sides) or sides[place] != sides[start] or sides[start] == 0:
            if place - start >= LONGEST_RUN:
                found[start:place] = [Level.WATCH] * (place - start)
            start = place
    is_out = [(lower is not None and v < lower) or (upper is not None and v > upper) for v in values]
    return [Level.BAD if out else level for out, level in zip(is_out, found, strict=True)]
