"""Charts as accessible SVG, as figures of a page with their table beneath, and as PNG for Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import singledispatch

from classeur.drawings.bar_chart import bar_chart, column_chart, pareto_chart
from classeur.drawings.chart_frame import NARROW, WIDE, short, table, told_value
from classeur.drawings.gantt_chart import gantt_chart, state_told
from classeur.drawings.line_chart import control_chart, line_chart
from classeur.drawings.markup import element, escaped
from classeur.drawings.matrix_chart import matrix_chart
from classeur.drawings.radar_chart import radar_chart
from classeur.drawings.raster import png
from classeur.model.registers.values import GRADES
from classeur.views.charts import (
    BarChart,
    Chart,
    ColumnChart,
    ControlChart,
    GanttChart,
    LineChart,
    MatrixChart,
    ParetoChart,
    RadarChart,
)
from classeur.wording.states import period_word
from classeur.wording.translator import Translator

Figures = tuple[Sequence[str], Sequence[Sequence[str]]]
"""The columns of a table, and its rows."""


def chart_svg(chart: Chart, words: Translator, width: float = NARROW) -> str:
    """One chart, so many units wide; the same chart gives the same bytes."""
    return _DRAWN[type(chart)](chart, words, width)


def chart_figure(chart: Chart, words: Translator, with_title: bool = True) -> str:
    """A chart for a page: its title, the drawing, and the figures in a table folded beneath.

    A plan over time is drawn twice, for a wide and for a narrow column: the style sheet shows one of them.
    """
    widths = (WIDE, NARROW) if isinstance(chart, GanttChart) else (NARROW,)
    drawn = "".join(chart_svg(chart, words, width) for width in widths)
    title = element("figcaption", escaped(chart.title)) if with_title else ""
    columns, rows = figures(chart, words)
    beneath = table(columns, rows, chart.title, words) if rows else ""
    kind = "cl-chart cl-chart--wide" if isinstance(chart, GanttChart) else "cl-chart"
    return element("figure", title + drawn + beneath, class_=kind)


def chart_png(chart: Chart, words: Translator, pixels: int = 1200, width: float = NARROW) -> bytes:
    """The same drawing as a picture in light colours, so many pixels wide, for a Word file."""
    return png(chart_svg(chart, words, width), pixels)


@singledispatch
def figures(chart: Chart, words: Translator) -> Figures:
    """What a chart says, as the columns and rows of a table."""
    raise TypeError(f"no table for {type(chart).__name__}")


@figures.register
def _(chart: LineChart, words: Translator) -> Figures:
    rows = [(period_word(p.period, words), told_value(p.value, chart.unit, words), p.note) for p in chart.points]
    return (words("Period"), words("Value"), words("Comment")), rows


@figures.register
def _(chart: ControlChart, words: Translator) -> Figures:
    rows = [(period_word(p.period, words), told_value(p.value, chart.unit, words)) for p in chart.points]
    limits = {words("Mean"): chart.mean, words("High limit"): chart.upper, words("Low limit"): chart.lower}
    ends = [(name, told_value(value, chart.unit, words)) for name, value in limits.items() if value is not None]
    return (words("Period"), words("Value")), [*rows, *ends]


@figures.register
def _(chart: BarChart, words: Translator) -> Figures:
    columns = [chart.label, chart.value, *([chart.before] if chart.before else [])]
    rows = []
    for bar in chart.bars:
        row = [bar.label, told_value(bar.value, chart.unit, words)]
        rows.append([*row, told_value(bar.before, chart.unit, words)] if chart.before else row)
    return columns, rows


@figures.register
def _(chart: ColumnChart, words: Translator) -> Figures:
    rows = [
        [period_word(period, words), *(str(counts[place]) for _, counts in chart.parts)]
        for place, period in enumerate(chart.periods)
    ]
    return [words("Period"), *(name for name, _ in chart.parts)], rows


@figures.register
def _(chart: ParetoChart, words: Translator) -> Figures:
    told = [words("{n} %", n=short(share, words)) for share in chart.cumulated]
    rows = [(name, str(count), share) for (name, count), share in zip(chart.counts, told, strict=True)]
    return (chart.label, words("Number"), words("Cumulated share")), rows


@figures.register
def _(chart: MatrixChart, words: Translator) -> Figures:
    columns = [words("Frequency ↓ Severity →"), *(str(severity) for severity in GRADES)]
    rows = [
        [str(frequency), *(_held(chart, (severity, frequency)) for severity in GRADES)]
        for frequency in reversed(GRADES)
    ]
    return columns, rows


def _held(chart: MatrixChart, grades: tuple[int, int]) -> str:
    return ", ".join(chart.names.get(grades, ())) or str(chart.counts.get(grades, "") or "")


@figures.register
def _(chart: RadarChart, words: Translator) -> Figures:
    rows = [
        [axis, *(told_value(series.values[place], "", words) for series in chart.series)]
        for place, axis in enumerate(chart.axes)
    ]
    return ["", *(series.name for series in chart.series)], rows


@figures.register
def _(chart: GanttChart, words: Translator) -> Figures:
    rows = [
        (f"{r.number} {r.title}".strip(), r.who, words.date(r.start), words.date(r.until), state_told(r, words))
        for r in chart.rows
    ]
    return (words("Action"), words("Pilot"), words("From"), words("Until"), words("State")), rows


_DRAWN: Mapping[type, Callable[..., str]] = {
    LineChart: line_chart,
    ControlChart: control_chart,
    BarChart: bar_chart,
    ColumnChart: column_chart,
    ParetoChart: pareto_chart,
    MatrixChart: matrix_chart,
    RadarChart: radar_chart,
    GanttChart: gantt_chart,
}
