"""The charts: words that sit on no line, the same figures in a table, French numbers, the same bytes."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from classeur.drawings.charts import chart_figure, chart_png, chart_svg
from classeur.model.processes import Direction, Frequency, Indicator, Measure
from classeur.views.charts import (
    Bar,
    BarChart,
    Chart,
    ColumnChart,
    ControlChart,
    GanttChart,
    GanttRow,
    Level,
    LineChart,
    MatrixChart,
    Progress,
    RadarChart,
    RadarSeries,
    control_chart,
    indicator_chart,
    pareto,
)
from classeur.wording.translator import translator
from tests.chart_boxes import words_of, words_on_a_stroke, words_on_words, words_outside
from tests.houses import TODAY

FRENCH = translator("fr")
MONTHS = tuple(f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13))
NAMES = ("Chute", "Soin et médicament", "Droits et bientraitance", "Risque professionnel", "Données et informatique")
_QUESTIONS = (
    "Le délai avant le premier rendez-vous vous a convenu",
    "On vous a écouté",
    "Les professionnels se sont bien transmis les informations",
)


def an_indicator(
    values: list[float], unit: str = "%", target: float | None = 90, alert: float | None = 75, up: bool = True
) -> Indicator:
    measures = tuple(Measure(period, value) for period, value in zip(MONTHS, values, strict=False))
    direction = Direction.UP if up else Direction.DOWN
    return Indicator("R1-1", "Délai", unit, direction, target, alert, Frequency.MONTHLY, "", measures)


def a_line(rng: random.Random) -> Chart:
    middle = rng.choice((6.0, 50.0, 85.0, 1200.0))
    values = [round(rng.gauss(middle, middle / 5), 1) for _ in range(rng.randint(1, 36))]
    return indicator_chart(
        an_indicator(values, rng.choice(("%", "jours")), middle, middle * rng.uniform(0.7, 1), rng.random() < 0.5)
    )


def limits(rng: random.Random) -> Chart:
    chart = control_chart(an_indicator([round(rng.gauss(20, 4), 1) for _ in range(rng.randint(12, 36))], "jours"))
    assert chart
    return chart


def bars(rng: random.Random) -> Chart:
    made = [
        Bar(
            rng.choice(_QUESTIONS),
            rng.randint(0, 100),
            rng.choice(list(Level)),
            rng.choice((None, rng.randint(0, 100))),
        )
        for _ in range(rng.randint(1, 9))
    ]
    return BarChart("b", "Satisfaction", "%", tuple(made), "Question", "2026", "2025", rng.randint(50, 99), 100)


def a_pareto(rng: random.Random) -> Chart:
    return pareto("p", "Événements", "Type", [(f"{rng.choice(NAMES)} {n}", rng.randint(1, 90)) for n in range(8)])


def columns(rng: random.Random) -> Chart:
    length = rng.randint(1, 24)
    parts = (("survenus", 30), ("évités de justesse", 9))
    return ColumnChart(
        "c", "Par mois", MONTHS[:length], tuple((n, tuple(rng.randint(0, m) for _ in range(length))) for n, m in parts)
    )


def a_radar(rng: random.Random) -> Chart:
    axes = NAMES[: rng.randint(3, 5)]
    series = tuple(
        RadarSeries(year, tuple(rng.choice((None, rng.uniform(0, 3))) for _ in axes)) for year in ("2026", "2025")
    )
    return RadarChart("r", "Auto-diagnostic", axes, series, ("pas encore", "commencé", "en place", "vivant"))


def a_matrix(rng: random.Random) -> Chart:
    cells = [(rng.randint(1, 5), rng.randint(1, 5)) for _ in range(rng.randint(0, 30))]
    named = {cell: tuple(f"K-{n:02}" for n in range(cells.count(cell))) for cell in cells}
    counts = {cell: cells.count(cell) for cell in cells}
    return MatrixChart("m", "Risques", counts, named if rng.random() < 0.5 else {})


def a_plan(rng: random.Random) -> Chart:
    rows = []
    for number in range(rng.randint(1, 12)):
        start = TODAY - dt.timedelta(days=rng.randint(-60, 500))
        progress = rng.choice(list(Progress))
        until = start + dt.timedelta(days=rng.randint(0, 200))
        rows.append(GanttRow(f"A-2026-{number:02}", rng.choice(_QUESTIONS), "Jo Petit", start, until, progress, 12))
    return GanttChart("g", "Plan", tuple(rows), TODAY)


MAKERS: dict[str, Callable[[random.Random], Chart]] = {
    "line": a_line,
    "control": limits,
    "bars": bars,
    "pareto": a_pareto,
    "columns": columns,
    "radar": a_radar,
    "matrix": a_matrix,
    "plan": a_plan,
}
EACH = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())


def many(make: Callable[[random.Random], Chart], wide: bool = False) -> list[str]:
    return [chart_svg(make(random.Random(seed)), FRENCH, 860 if wide else 400) for seed in range(25)]


@EACH
def test_no_word_sits_on_a_line(make: Callable[[random.Random], Chart]) -> None:
    assert [found for svg in many(make) for found in words_on_a_stroke(svg)] == []


@EACH
def test_no_word_sits_on_another(make: Callable[[random.Random], Chart]) -> None:
    assert [found for svg in many(make) for found in words_on_words(svg)] == []


@EACH
def test_no_word_leaves_the_drawing(make: Callable[[random.Random], Chart]) -> None:
    assert [found for svg in many(make) for found in words_outside(svg)] == []


def test_a_wide_plan_holds_its_words_as_well() -> None:
    drawn = many(a_plan, wide=True)

    assert [[*words_on_a_stroke(svg), *words_on_words(svg), *words_outside(svg)] for svg in drawn] == [[]] * 25


def test_the_judge_sees_a_word_on_a_line() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><path d="M0,20L90,40" stroke="red"/>'
        '<text font-size="12" text-anchor="middle"><tspan x="45" y="33">12</tspan></text></svg>'
    )

    assert words_on_a_stroke(svg) == ["12"]


@EACH
def test_the_same_chart_gives_the_same_bytes(make: Callable[[random.Random], Chart]) -> None:
    assert chart_figure(make(random.Random(7)), FRENCH) == chart_figure(make(random.Random(7)), FRENCH)


@EACH
def test_a_chart_has_a_name_and_a_description(make: Callable[[random.Random], Chart]) -> None:
    root = ElementTree.fromstring(chart_svg(make(random.Random(3)), FRENCH))

    told = {node.get("id"): node.text for node in root}
    assert root.get("role") == "img"
    assert told[root.get("aria-labelledby")]
    assert told[root.get("aria-describedby")]


@EACH
def test_the_figures_stand_in_a_table_beneath(make: Callable[[random.Random], Chart]) -> None:
    figure = chart_figure(make(random.Random(5)), FRENCH)

    assert figure.index("</svg>") < figure.index("<table>")
    assert figure.count("<tr>") > 1


@EACH
def test_a_chart_becomes_a_picture_for_word(make: Callable[[random.Random], Chart]) -> None:
    picture = chart_png(make(random.Random(2)), FRENCH, pixels=300)

    assert (picture[:4], int.from_bytes(picture[16:20], "big")) == (b"\x89PNG", 300)


@EACH
def test_a_chart_needs_no_style_nor_script(make: Callable[[random.Random], Chart]) -> None:
    figure = chart_figure(make(random.Random(4)), FRENCH)

    assert not re.search(r"\sstyle=|\son\w+=|<script|\bNaN\b|\binf\b", figure)


def texts(chart: Chart) -> set[str]:
    return {each.text for each in words_of(chart_svg(chart, FRENCH))}


def test_numbers_are_written_the_french_way() -> None:
    chart = indicator_chart(an_indicator([84.5, 88.34], target=90.5))

    assert {"cible 90,5", "88,3"} <= texts(chart)


def test_the_last_measure_bears_its_value() -> None:
    assert "91" in texts(indicator_chart(an_indicator([80, 85, 91])))


def test_a_period_that_nobody_measured_interrupts_the_line() -> None:
    measures = (Measure("2026-01", 80), Measure("2026-02", 82), Measure("2026-04", 85), Measure("2026-05", 86))
    svg = chart_svg(indicator_chart(Indicator("x", "x", measures=measures)), FRENCH)

    assert len(re.findall(r'stroke-width="2.2"', svg)) == 2


def test_an_indicator_without_measure_says_so() -> None:
    assert "Rien n'a encore été mesuré." in texts(indicator_chart(an_indicator([])))


def test_a_measure_beyond_the_alert_has_another_shape() -> None:
    svg = chart_svg(indicator_chart(an_indicator([95, 80, 60])), FRENCH)

    assert (svg.count("<polygon"), svg.count("<circle")) == (1, 2)


def test_control_limits_come_from_the_moving_range() -> None:
    chart = control_chart(an_indicator([10, 12] * 6, "jours"))

    assert isinstance(chart, ControlChart)
    assert (chart.mean, chart.lower, chart.upper) == (11, 11 - 2.66 * 2, 11 + 2.66 * 2)


def test_a_measure_outside_the_limits_is_a_signal() -> None:
    chart = control_chart(an_indicator([4.1, 3.8, 4.4, 3.9, 4.2, 4.0, 9.9, 4.3, 3.7, 4.1, 3.6, 3.9], "chutes"))

    assert chart
    assert [point.value for point in chart.points if point.level is Level.BAD] == [9.9]


def test_eight_measures_on_one_side_of_the_mean_are_a_signal() -> None:
    chart = control_chart(an_indicator([10.0, 11.0] * 4 + [13.0, 14.0] * 4, "jours"))

    assert chart
    assert sum(point.level is not Level.PLAIN for point in chart.points) == 16


def test_a_share_has_no_limit_beyond_a_hundred() -> None:
    chart = control_chart(an_indicator([98, 92] * 6))

    assert chart
    assert chart.upper is None


def test_a_few_measures_give_no_limits() -> None:
    assert control_chart(an_indicator([80.0, 90.0] * 5)) is None


def test_a_pareto_goes_from_the_largest_down_and_knows_the_few_that_weigh_most() -> None:
    chart = pareto("p", "Types", "Type", [("b", 10), ("a", 80), ("c", 10), ("d", 0)])

    assert ([name for name, _ in chart.counts], chart.few) == (["a", "b", "c"], 1)


def test_a_cell_of_the_matrix_knows_its_zone() -> None:
    chart = MatrixChart("m", "m", {})

    assert [chart.zone(*grades).value for grades in ((1, 5), (4, 3), (5, 3))] == [
        "acceptable",
        "watched",
        "unacceptable",
    ]


def test_a_line_chart_without_target_shows_its_measures() -> None:
    chart = indicator_chart(an_indicator([1.0, 2.0], "", None, None))

    assert isinstance(chart, LineChart)
    assert "2" in texts(chart)


def test_nothing_has_no_bar() -> None:
    chart = BarChart("b", "Retards", "", (Bar("jusqu'à 30 jours", 2), Bar("plus", 0)), "Retard", "Nombre")

    assert re.findall(r'width="([\d.]+)" height="16"', chart_svg(chart, FRENCH))[1] == "0"
