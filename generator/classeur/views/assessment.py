"""The self-assessment: where the house thinks it stands in each dimension, and where it stood the time before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.registers.actions import Action
from classeur.model.registers.assessments import Assessment, Dimension, Level
from classeur.model.registers.standards import Criterion
from classeur.views.addresses import document_page
from classeur.views.coverage import criterion_anchor, standard_page
from classeur.views.shown import shown


@dataclass(frozen=True)
class EvidenceLink:
    """What shows an answer; `address` is empty for what has no page on this site."""

    name: str
    address: str


@dataclass(frozen=True)
class AnswerLine:
    """A question, its present answer and the one before; None where it was not asked.

    Attributes:
        is_better: whether it went up; False when it went down, None when nothing can be compared.
    """

    number: str
    question: str
    level: Level
    before: Level | None
    comment: str
    evidence: tuple[EvidenceLink, ...]
    action: Action | None
    action_number: str

    @property
    def is_better(self) -> bool | None:
        """Whether the answer went up since the time before."""
        now, then = self.level.score, self.before.score if self.before else None
        return None if now is None or then is None or now == then else now > then

    @property
    def needs_an_action(self) -> bool:
        """Whether nothing is in place and nobody has taken it up."""
        return self.level in (Level.ABSENT, Level.BEGUN) and not self.action_number


@dataclass(frozen=True)
class DimensionAnswers:
    """One dimension: its answers and their mean, from 0 to 3; None where nothing concerns the house."""

    dimension: Dimension
    answers: tuple[AnswerLine, ...]
    score: float | None
    before: float | None


@dataclass(frozen=True)
class SelfAssessment:
    """The last self-assessment; `before` is the day of the one that it is compared with, about a year earlier."""

    on: dt.date
    before: dt.date | None
    dimensions: tuple[DimensionAnswers, ...]

    @property
    def without_action(self) -> tuple[AnswerLine, ...]:
        """The answers that nothing follows."""
        return tuple(each for part in self.dimensions for each in part.answers if each.needs_an_action)


def self_assessment(public: Binder) -> SelfAssessment | None:
    """The last self-assessment of a published house with the one before; None when there is none."""
    rows = [row for row in public.registers.of(Assessment) if row.date <= public.today]
    if not rows:
        return None
    on = max(row.date for row in rows)
    before = max((row.date for row in rows if row.date < on), default=None)
    now = [row for row in rows if row.date == on]
    then = {row.number: row for row in rows if row.date == before}
    known = _Known.of(public)
    return SelfAssessment(on, before, tuple(_dimension(each, now, then, known) for each in Dimension))


def _dimension(
    dimension: Dimension, now: Iterable[Assessment], then: dict[str, Assessment], known: _Known
) -> DimensionAnswers:
    mine = sorted((row for row in now if row.dimension is dimension), key=lambda row: _order(row.number))
    earlier = [row for row in then.values() if row.dimension is dimension]
    answers = tuple(
        AnswerLine(
            number=row.number,
            question=row.question,
            level=row.level,
            before=then[row.number].level if row.number in then else None,
            comment=row.comment,
            evidence=tuple(EvidenceLink(name, known.address(name)) for name in row.evidence),
            action=known.actions.get(row.action),
            action_number=row.action,
        )
        for row in mine
    )
    return DimensionAnswers(dimension, answers, _mean(mine), _mean(earlier))


def _order(number: str) -> tuple[str, int]:
    """S2 before S10."""
    letters = number.rstrip("0123456789")
    digits = number.removeprefix(letters)
    return letters, int(digits or 0)


def _mean(rows: Iterable[Assessment]) -> float | None:
    scores = [row.level.score for row in rows if row.level.score is not None]
    return round(sum(scores) / len(scores), 2) if scores else None


@dataclass(frozen=True)
class _Known:
    """What evidence may point at."""

    documents: frozenset[str]
    criteria: dict[str, Criterion]
    actions: dict[str, Action]

    @classmethod
    def of(cls, public: Binder) -> _Known:
        return cls(
            frozenset(each.reference for each in shown(public)),
            {criterion.citation: criterion for criterion in public.registers.of(Criterion)},
            dict(public.registers.by_name(Action)),
        )

    def address(self, name: str) -> str:
        if name in self.documents:
            return document_page(name)
        if name in self.criteria:
            criterion = self.criteria[name]
            return f"{standard_page(criterion.standard)}#{criterion_anchor(criterion.criterion)}"
        return ""
