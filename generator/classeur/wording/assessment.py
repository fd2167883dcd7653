"""The words and the chart of the self-assessment."""

from __future__ import annotations

from classeur.model.registers.assessments import Level
from classeur.views.assessment import SelfAssessment
from classeur.views.charts import RadarChart, RadarSeries
from classeur.wording.translator import Translator
from classeur.wording.values import worded


def assessment_radar(shown: SelfAssessment, words: Translator) -> RadarChart:
    """One axis a dimension; the time before beside the last one."""
    series = [RadarSeries(words.date(shown.on), tuple(each.score for each in shown.dimensions))]
    if shown.before:
        series.append(RadarSeries(words.date(shown.before), tuple(each.before for each in shown.dimensions)))
    return RadarChart(
        key="self-assessment",
        title=words("Self-assessment by dimension"),
        axes=tuple(worded(each.dimension, words) for each in shown.dimensions),
        series=tuple(series),
        steps=tuple(worded(level, words) for level in Level if level.score is not None),
    )
