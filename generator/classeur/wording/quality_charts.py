"""The charts of the quality pages: figures in, charts with their words out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from classeur.model.registers.events import EventType
from classeur.views.charts import (
    Bar,
    BarChart,
    ColumnChart,
    Level,
    LineChart,
    MatrixChart,
    ParetoChart,
    Point,
    pareto,
)
from classeur.views.quality.actions import ActionFigures
from classeur.views.quality.complaints import ComplaintMonths
from classeur.views.quality.events import EventFigures, EventMonths
from classeur.views.quality.process_part import RiskLine
from classeur.views.quality.satisfaction import Evaluation, Question, Survey
from classeur.wording.translator import Translator
from classeur.wording.values import worded

PLACES_SHOWN = 9
"""Beyond so many places, the rarest ones are added up."""


def actions_by_state(figures: ActionFigures, words: Translator) -> BarChart:
    """How many actions in each state; those that are late are counted again, in their own colour."""
    bars = [Bar(worded(state, words), count) for state, count in figures.counts.items()]
    if figures.late:
        bars.insert(0, Bar(words("Late"), len(figures.late), Level.BAD))
    title = words("Actions by state")
    return BarChart("actions-state", title, "", tuple(bars), words("State"), words("Number"))


def actions_by_lateness(figures: ActionFigures, words: Translator) -> BarChart:
    """How late the late ones are."""
    told = {1: words("up to 30 days"), 31: words("31 to 90 days"), 91: words("over 90 days")}
    bars = tuple(Bar(told[days], count, Level.WATCH if days == 1 else Level.BAD) for days, count in figures.lateness)
    return BarChart("actions-late", words("Late actions"), "", bars, words("Lateness"), words("Number"))


def events_by_month(months: EventMonths, words: Translator) -> ColumnChart:
    """Events over time."""
    parts = [(words("happened"), months.happened)]
    if any(months.stopped):
        parts.append((words("stopped in time"), months.stopped))
    return ColumnChart("events-months", words("Events by month"), months.periods, tuple(parts))


def events_by_type(figures: EventFigures, words: Translator) -> ParetoChart:
    """The few types that weigh most."""
    return pareto("events-types", words("Events by type"), words("Type"), _counts(figures.by_type, words))


def events_by_place(figures: EventFigures, words: Translator) -> BarChart:
    """Where events happen."""
    ordered = sorted(figures.by_place.items(), key=lambda each: (-each[1], each[0]))
    named = [(place or words("not said"), count) for place, count in ordered]
    if len(named) > PLACES_SHOWN:
        rest = sum(count for _, count in named[PLACES_SHOWN - 1 :])
        named = [*named[: PLACES_SHOWN - 1], (words("other places"), rest)]
    bars = tuple(Bar(place, count) for place, count in named)
    return BarChart("events-places", words("Events by place"), "", bars, words("Place"), words("Number"))


def event_matrix(figures: EventFigures, words: Translator) -> MatrixChart:
    """How critical they are."""
    return MatrixChart("events-matrix", words("Criticality of the events"), figures.matrix)


def risk_matrix(risks: Iterable[RiskLine], words: Translator, key: str = "risks") -> MatrixChart:
    """Where the foreseen risks stand; they are named, as they name nobody."""
    named: dict[tuple[int, int], tuple[str, ...]] = {}
    for risk in sorted(risks, key=lambda each: each.number):
        if risk.severity and risk.frequency:
            cell = (risk.severity, risk.frequency)
            named[cell] = (*named.get(cell, ()), risk.number)
    counts = {cell: len(names) for cell, names in named.items()}
    return MatrixChart(key, words("Criticality of the risks"), counts, named)


def complaints_by_month(months: ComplaintMonths, words: Translator) -> ColumnChart:
    """Complaints over time, by what became of them."""
    parts = [
        (words("answered in time"), months.in_time),
        (words("waiting"), months.waiting),
        (words("answered late"), months.beyond),
    ]
    kept = tuple(part for place, part in enumerate(parts) if place == 0 or any(part[1]))
    return ColumnChart("complaints-months", words("Complaints by month"), months.periods, kept)


def survey_waves(survey: Survey, words: Translator) -> LineChart:
    """The share of satisfied answers, wave after wave."""
    target = survey.target
    points = tuple(Point(wave.name, wave.satisfied, _against(wave.satisfied, target)) for wave in survey.waves)
    title = words("Satisfied answers, all questions ({public})", public=worded(survey.public, words).lower())
    return LineChart(f"survey-{survey.name}", title, "%", points, target=target)


def survey_questions(survey: Survey, words: Translator) -> BarChart:
    """The questions of the last wave, the wave before as a stroke."""
    last = survey.waves[-1].name
    before = survey.waves[-2].name if len(survey.waves) > 1 else ""
    bars = tuple(_question(question) for question in survey.questions if question.satisfied is not None)
    title = words("Questions of the last wave ({public})", public=worded(survey.public, words).lower())
    value, earlier = wave_word(last, words), wave_word(before, words) if before else ""
    return BarChart(f"questions-{survey.name}", title, "%", bars, words("Question"), value, earlier, survey.target, 100)


def evaluation_rounds(evaluation: Evaluation, words: Translator) -> BarChart:
    """The criteria of the last round, the round before as a stroke."""
    bars = []
    for each in evaluation.criteria:
        if (last := each.rates[-1]) is not None:
            earlier = each.rates[-2] if len(each.rates) > 1 else None
            bars.append(Bar(each.criterion, last, _against(last, each.target), earlier))
    targets = {each.target for each in evaluation.criteria}
    before = words("round {n}", n=evaluation.rounds[-2]) if len(evaluation.rounds) > 1 else ""
    return BarChart(
        key=f"evaluation-{evaluation.number}",
        title=f"{evaluation.topic} ({evaluation.number})",
        unit="%",
        bars=tuple(bars),
        label=words("Criterion"),
        value=words("round {n}", n=evaluation.rounds[-1]),
        before=before,
        target=targets.pop() if len(targets) == 1 else None,
        top=100,
    )


def wave_word(wave: str, words: Translator) -> str:
    """A wave as people say it: « mars 2026 »; as typed when it is no month."""
    year, _, month = wave.partition("-")
    is_month = len(year) == 4 and year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12
    return words.month(int(year), int(month)) if is_month else wave


def _question(question: Question) -> Bar:
    return Bar(question.text, question.satisfied or 0.0, _against(question.satisfied, question.target), question.before)


def _against(value: float | None, target: float | None) -> Level:
    if value is None or target is None:
        return Level.PLAIN
    return Level.GOOD if value >= target else Level.WATCH


def _counts(counts: Mapping[EventType | None, int], words: Translator) -> list[tuple[str, int]]:
    return [(worded(kind, words) if kind else words("not said"), count) for kind, count in counts.items()]
