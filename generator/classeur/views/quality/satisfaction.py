"""Satisfaction by survey and by wave; practice evaluations by round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.registers.evaluations import EvaluatedCriterion
from classeur.model.registers.surveys import Public, SurveyAnswers


@dataclass(frozen=True)
class Wave:
    """One wave of a survey.

    Attributes:
        satisfied: the share of satisfied answers over all questions, in percent.
    """

    name: str
    sent: int
    returned: int
    satisfied: float | None

    @property
    def return_rate(self) -> int | None:
        """The share that came back, in percent."""
        return self.returned * 100 // self.sent if self.sent else None


@dataclass(frozen=True)
class Question:
    """A question in the last wave, and in the one before it."""

    text: str
    satisfied: float | None
    before: float | None
    answers: int
    target: float | None


@dataclass(frozen=True)
class Survey:
    """A survey: its waves in order, and the questions of the last one, the least satisfied first."""

    name: str
    public: Public
    waves: tuple[Wave, ...]
    questions: tuple[Question, ...]

    @property
    def target(self) -> float | None:
        """What is aimed at, when every question of the last wave has the same."""
        found = {question.target for question in self.questions}
        return found.pop() if len(found) == 1 else None

    @property
    def below(self) -> int:
        """How many questions are under their target."""
        return sum(q.satisfied is not None and q.target is not None and q.satisfied < q.target for q in self.questions)


@dataclass(frozen=True)
class EvaluatedRates:
    """A criterion of a practice evaluation: its rate in each round, None where it was not looked at."""

    criterion: str
    rates: tuple[float | None, ...]
    target: float | None


@dataclass(frozen=True)
class Evaluation:
    """A practice evaluation and its rounds; `dates` are those of the rounds."""

    number: str
    topic: str
    process: str
    pilot: str
    rounds: tuple[int, ...]
    dates: tuple[dt.date | None, ...]
    criteria: tuple[EvaluatedRates, ...]
    actions: tuple[str, ...]
    documents: tuple[str, ...]

    @property
    def reached(self) -> int:
        """How many criteria are at their target in the last round."""
        return sum(
            each.rates[-1] is not None and each.target is not None and each.rates[-1] >= each.target
            for each in self.criteria
        )


def surveys(binder: Binder) -> tuple[Survey, ...]:
    """Every survey, by its name."""
    groups: dict[tuple[str, Public], list[SurveyAnswers]] = {}
    for row in binder.registers.of(SurveyAnswers):
        groups.setdefault((row.survey, row.public), []).append(row)
    ordered = sorted(groups.items(), key=lambda each: (list(Public).index(each[0][1]), each[0][0]))
    return tuple(_survey(binder, name, public, rows) for (name, public), rows in ordered)


def _survey(binder: Binder, name: str, public: Public, rows: list[SurveyAnswers]) -> Survey:
    by_wave: dict[str, list[SurveyAnswers]] = {}
    for row in rows:
        by_wave.setdefault(row.wave, []).append(row)
    waves = sorted(by_wave)
    last = by_wave[waves[-1]]
    before = {row.question: row.satisfied for row in by_wave[waves[-2]]} if len(waves) > 1 else {}
    told = binder.name_finder.masked
    questions = [
        Question(told(row.question), row.satisfied, before.get(row.question), row.answers, row.target) for row in last
    ]
    questions.sort(key=lambda each: (each.satisfied is None, each.satisfied or 0, each.text))
    return Survey(name, public, tuple(_wave(wave, by_wave[wave]) for wave in waves), tuple(questions))


def _wave(name: str, rows: Iterable[SurveyAnswers]) -> Wave:
    listed = tuple(rows)
    answers = sum(row.answers for row in listed)
    happy = sum(row.rather_yes + row.entirely for row in listed)
    sent, returned = (max((getattr(row, key) or 0 for row in listed), default=0) for key in ("sent", "returned"))
    return Wave(name, sent, returned, 100 * happy / answers if answers else None)


def evaluations(binder: Binder, process: str = "") -> tuple[Evaluation, ...]:
    """Every practice evaluation with its rounds, the latest first; of one process, or of all."""
    groups: dict[str, list[EvaluatedCriterion]] = {}
    for row in binder.registers.of(EvaluatedCriterion):
        if not process or row.process == process:
            groups.setdefault(row.number, []).append(row)
    found = [_evaluation(binder, number, rows) for number, rows in groups.items()]
    return tuple(sorted(found, key=lambda each: (_last_day(each), each.number), reverse=True))


def _evaluation(binder: Binder, number: str, rows: list[EvaluatedCriterion]) -> Evaluation:
    rounds = sorted({row.round for row in rows})
    days = {row.round: row.date for row in rows if row.date}
    last = max(rows, key=lambda row: row.round)
    told = binder.name_finder.masked
    return Evaluation(
        number=number,
        topic=told(last.topic),
        process=last.process,
        pilot=binder.organisation.name_of(last.pilot) if last.pilot else "",
        rounds=tuple(rounds),
        dates=tuple(days.get(each) for each in rounds),
        criteria=tuple(_criteria(binder, rows, rounds)),
        actions=tuple(dict.fromkeys(action for row in rows for action in row.actions)),
        documents=tuple(dict.fromkeys(name for row in rows for name in row.documents)),
    )


def _criteria(binder: Binder, rows: list[EvaluatedCriterion], rounds: list[int]) -> Iterator[EvaluatedRates]:
    for criterion in dict.fromkeys(row.criterion for row in rows):
        mine = {row.round: row for row in rows if row.criterion == criterion}
        rates = tuple(mine[each].rate if each in mine else None for each in rounds)
        target = next((mine[each].target for each in reversed(rounds) if each in mine), None)
        yield EvaluatedRates(binder.name_finder.masked(criterion), rates, target)


def _last_day(evaluation: Evaluation) -> dt.date:
    return max((day for day in evaluation.dates if day), default=dt.date.min)
