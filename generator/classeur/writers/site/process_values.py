"""The page of a process: all that it depends on, and the values that its template lays out, charts among them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Any

from classeur.drawings.charts import chart_figure
from classeur.drawings.sipoc import sipoc_svg
from classeur.model.processes import Process
from classeur.views.charts import control_chart, indicator_chart
from classeur.views.process_page import ProcessPage
from classeur.views.quality.actions import action_plan
from classeur.views.quality.process_part import ProcessPart
from classeur.wording import quality_charts as charts
from classeur.wording.translator import Translator
from classeur.writers.site.texts import PageText


@dataclass(frozen=True)
class DrawnProcess:
    """All that the page of a process is made from; `codes` are those of all processes."""

    process: Process
    view: ProcessPage
    text: PageText
    part: ProcessPart | None
    codes: frozenset[str]
    today: dt.date
    words: Translator


def process_values(drawn: DrawnProcess) -> dict[str, Any]:
    """What the template `process` shows."""
    view = drawn.view
    return {
        "title": f"{view.code} {view.title}",
        "process": view,
        "drawing": partial(sipoc_svg, view.sipoc, drawn.words),
        "sections": drawn.text.sections,
        "part": drawn.part,
        "codes": drawn.codes,
        **_drawings(drawn.process, drawn.part, drawn.today, drawn.words),
    }


def _drawings(process: Process, part: ProcessPart | None, today: dt.date, words: Translator) -> dict[str, Any]:
    """The indicators' charts, their control charts where there are enough measures, and those of the registers."""
    measured = [each for each in process.indicators if each.measures]
    limits = [chart for each in measured if (chart := control_chart(each))]
    return {
        "charts": [chart_figure(indicator_chart(each), words) for each in measured],
        "limits": [chart_figure(chart, words) for chart in limits],
        "drawn": _of_registers(part, today, words) if part else {},
    }


def _of_registers(part: ProcessPart, today: dt.date, words: Translator) -> dict[str, Any]:
    rounds = [charts.evaluation_rounds(each, words) for each in part.evaluations]
    plan = action_plan(part.actions, today, "plan", words("The plan over time"))
    return {
        "plan": chart_figure(plan, words, with_title=False),
        "risks": chart_figure(charts.risk_matrix(part.risks, words), words),
        "evaluations": [chart_figure(chart, words) for chart in rounds if chart.bars],
    }
