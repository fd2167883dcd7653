"""How long fifty charts of a quality dashboard take to be drawn, with their tables, and as pictures for Word.

    python -m benchmarks.charts

Prints CPU seconds. matplotlib took 20 s for fifty charts, altair 12 s, pygal 1.3 s, on a like machine.
"""

from __future__ import annotations

import datetime as dt
import random
import time

from classeur.drawings.charts import chart_figure, chart_png
from classeur.model.processes import Frequency, Indicator, Measure
from classeur.views.charts import (
    Bar,
    BarChart,
    Chart,
    ColumnChart,
    GanttChart,
    GanttRow,
    Level,
    MatrixChart,
    Progress,
    RadarChart,
    RadarSeries,
    control_chart,
    indicator_chart,
    pareto,
)
from classeur.wording.translator import translator

TODAY = dt.date(2026, 11, 22)
MONTHS = [f"{year}-{month:02}" for year in range(2022, 2027) for month in range(1, 13)]
CHARTS = 50


def charts(rng: random.Random) -> list[Chart]:
    """Lines and control charts of sixty months, bars, Pareto diagrams, matrices, radars, plans of thirty actions."""
    made: list[Chart] = []
    while len(made) < CHARTS:
        measures = tuple(Measure(month, round(rng.gauss(80, 6), 1)) for month in MONTHS)
        indicator = Indicator("R1-1", "Délai", "%", target=85, alert=70, frequency=Frequency.MONTHLY, measures=measures)
        limits = control_chart(indicator)
        made += [indicator_chart(indicator), *([limits] if limits else [])]
        names = [f"Type d'événement {number}" for number in range(10)]
        made.append(pareto("p", "Événements", "Type", [(name, rng.randint(1, 90)) for name in names]))
        shown = tuple(Bar(name, rng.randint(20, 100), Level.GOOD, rng.randint(20, 100)) for name in names)
        made.append(BarChart("b", "Satisfaction", "%", shown, "Question", "2026", "2025", 85, 100))
        counts = tuple(("survenus", tuple(rng.randint(0, 30) for _ in range(24))) for _ in range(1))
        made.append(ColumnChart("c", "Par mois", tuple(MONTHS[-24:]), counts))
        cells = {(s, f): rng.randint(0, 40) for s in range(1, 6) for f in range(1, 6)}
        made.append(MatrixChart("m", "Criticité", cells))
        series = tuple(RadarSeries(year, tuple(rng.uniform(0, 3) for _ in range(6))) for year in ("2026", "2025"))
        made.append(RadarChart("r", "Auto-diagnostic", tuple(names[:6]), series, ("0", "1", "2", "3")))
        rows = tuple(
            GanttRow(f"A-{n:02}", "Réviser le plan", "Jo Petit", TODAY - dt.timedelta(n * 9), TODAY, Progress.RUNNING)
            for n in range(30)
        )
        made.append(GanttChart("g", "Plan", rows, TODAY))
    return made[:CHARTS]


def main() -> None:
    """Print the figures."""
    words, made = translator("fr"), charts(random.Random(1))
    for label in ("first", "again"):
        start = time.process_time()
        size = sum(len(chart_figure(chart, words)) for chart in made)
        print(f"{CHARTS} charts with their tables, {label}: {time.process_time() - start:.2f} s, {size / 1e3:.0f} kB")
    start = time.process_time()
    pictures = [chart_png(chart, words) for chart in made]
    print(f"{CHARTS} pictures for Word: {time.process_time() - start:.2f} s, {sum(map(len, pictures)) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
