"""What a meeting of the quality circle looks at: the figures since the last one, in the order of its agenda."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.processes import Indicator, IndicatorState
from classeur.model.registers.actions import Action, ActionState
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.evaluations import EvaluatedCriterion
from classeur.model.registers.events import Event, EventType
from classeur.model.registers.external import Applicability, ExternalDocument
from classeur.model.registers.meetings import Meeting, MeetingKind
from classeur.model.registers.proposals import Proposal, ProposalState
from classeur.model.registers.surveys import Public, SurveyAnswers
from classeur.views.desk import DeskAct, DeskTask, PersonDesk
from classeur.views.reading_rates import ReadingRate

_WAITS = (DeskAct.VALIDATE, DeskAct.APPROVE, DeskAct.RELEASE)
BADLY_READ = 80
"""Below so many percent of its readers, a text in force is badly read."""


@dataclass(frozen=True)
class ActionLine:
    """An action before the meeting: done, due or late."""

    number: str
    action: str
    pilot: str
    due: dt.date | None
    state: ActionState
    is_late: bool


@dataclass(frozen=True)
class EventLine:
    """An event that asks for a word of the circle, without what happened."""

    number: str
    type: EventType | None
    criticality: int | None
    is_analysed: bool
    is_answered: bool


@dataclass(frozen=True)
class SurveyLine:
    """A wave of a survey that came since: how satisfied those who answered are, all questions together."""

    survey: str
    public: Public
    wave: str
    returned: int | None
    satisfied: float | None
    lowest: str


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator that is not at its target."""

    process: str
    title: str
    unit: str
    target: float | None
    value: float
    period: str
    state: IndicatorState
    actions: tuple[str, ...]


@dataclass(frozen=True)
class EvaluationLine:
    """The last round of a practice evaluation."""

    number: str
    topic: str
    pilot: str
    round: int
    date: dt.date | None
    rate: float | None
    target: float | None


@dataclass(frozen=True)
class PlanFigures:
    """The action plan in figures."""

    open: int
    late: int
    without_pilot: int
    to_check: int
    closed_since: int


@dataclass(frozen=True)
class EventFigures:
    """The events since the last meeting; `severe` are those that must be analysed, `unanswered` counts reporters."""

    by_type: tuple[tuple[EventType | None, int], ...]
    near_misses: int
    severe: tuple[EventLine, ...]
    unanswered: int

    @property
    def total(self) -> int:
        """How many came."""
        return sum(number for _, number in self.by_type)


@dataclass(frozen=True)
class ComplaintFigures:
    """The complaints since the last meeting: `in_time` of `settled` were answered in time; `late` are late today."""

    total: int
    in_time: int
    settled: int
    late: tuple[str, ...]


@dataclass(frozen=True)
class DocumentsAsked:
    """What the circle is asked about documents."""

    waiting: tuple[DeskTask, ...]
    overdue: tuple[DeskTask, ...]
    badly_read: tuple[ReadingRate, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True)
class CirclePack:
    """All of it.

    Attributes:
        on: the day of the meeting; `as_of` the one on which the figures were taken.
        since: the last meeting of the same kind, excluded; None when there is none.
        planned: the meeting as the register plans it, when it does.
        following: the next one.
    """

    organisation: str
    kind: MeetingKind
    on: dt.date
    as_of: dt.date
    since: dt.date | None
    planned: Meeting | None
    last: Meeting | None
    following: Meeting | None
    actions: tuple[ActionLine, ...]
    events: EventFigures
    complaints: ComplaintFigures
    surveys: tuple[SurveyLine, ...]
    indicators: tuple[IndicatorLine, ...]
    evaluations: tuple[EvaluationLine, ...]
    documents: DocumentsAsked
    external: tuple[ExternalDocument, ...]
    plan: PlanFigures
    lessons: tuple[tuple[str, str], ...]
    calendar: tuple[Meeting, ...]


def next_meeting(binder: Binder, kind: MeetingKind = MeetingKind.CIRCLE) -> Meeting | None:
    """The next meeting of a kind that is planned and not held, from today on."""
    return next((each for each in _of(binder, kind) if not each.held_on and each.day >= binder.today), None)


def circle_pack(
    binder: Binder,
    on: dt.date,
    desks: Iterable[PersonDesk] = (),
    rates: Iterable[ReadingRate] = (),
    kind: MeetingKind | None = None,
) -> CirclePack:
    """What the meeting of a day looks at.

    Args:
        binder: the house on the day on which the figures are taken.
        desks: what waits for whom (`views.desk`).
        kind: which meeting; that of the register on this day otherwise, else the circle.
    """
    planned = next((m for m in binder.registers.of(Meeting) if m.day == on and not m.cancelled), None)
    kind = kind or (planned.kind if planned else MeetingKind.CIRCLE)
    planned = planned if planned and planned.kind is kind else None
    meetings = _of(binder, kind)
    last = next((each for each in reversed(meetings) if each.held_on and each.day < on), None)
    since = last.day if last else None
    events = tuple(event for event in binder.registers.of(Event) if _is_new(event.known_on, since, binder.today))
    return CirclePack(
        organisation=binder.organisation.name,
        kind=kind,
        on=on,
        as_of=binder.today,
        since=since,
        planned=planned,
        last=last,
        following=next((each for each in meetings if each.day > on and not each.held_on), None),
        actions=_actions(binder, on, last),
        events=_events(events),
        complaints=_complaints(binder, since),
        surveys=_surveys(binder, since),
        indicators=_indicators(binder),
        evaluations=_evaluations(binder, since),
        documents=_documents(binder, desks, rates),
        external=_external(binder, since, on),
        plan=_plan(binder, since),
        lessons=tuple((e.number, e.lessons) for e in binder.publishable_events if e.lessons and e in events),
        calendar=tuple(each for each in meetings if each.year == on.year),
    )


def _of(binder: Binder, kind: MeetingKind) -> tuple[Meeting, ...]:
    found = (each for each in binder.registers.of(Meeting) if each.kind is kind and not each.cancelled)
    return tuple(sorted(found, key=lambda each: (each.day, each.number)))


def _is_new(day: dt.date, since: dt.date | None, today: dt.date) -> bool:
    return (since is None or day > since) and day <= today


def _actions(binder: Binder, on: dt.date, last: Meeting | None) -> tuple[ActionLine, ...]:
    """What the last meeting decided, and what is due by this one; the most late first."""

    def concerns(action: Action) -> bool:
        is_decided = last is not None and action.source == last.number
        return is_decided or (action.is_open and action.due is not None and action.due <= on)

    found = [action for action in binder.registers.of(Action) if concerns(action)]
    found.sort(key=lambda each: (not each.is_open, each.due or dt.date.max, each.number))
    name_of = binder.organisation.name_of
    return tuple(
        ActionLine(a.number, a.action, name_of(a.pilot) if a.pilot else "", a.due, a.state, a.is_late(binder.today))
        for a in found
    )


def _events(events: tuple[Event, ...]) -> EventFigures:
    counted = Counter(event.type for event in events)
    return EventFigures(
        by_type=tuple(sorted(counted.items(), key=lambda each: (-each[1], str(each[0] or "")))),
        near_misses=sum(event.near_miss for event in events),
        severe=tuple(
            EventLine(e.number, e.type, e.criticality, e.is_analysed, e.feedback_on is not None)
            for e in events
            if e.must_be_analysed
        ),
        unanswered=sum(event.feedback_on is None for event in events),
    )


def _complaints(binder: Binder, since: dt.date | None) -> ComplaintFigures:
    days, everything = binder.organisation.commitments.answer_days, binder.registers.of(Complaint)
    came = [each for each in everything if _is_new(each.received_on, since, binder.today)]
    kept = [each.kept(days) for each in came]
    late = tuple(each.number for each in everything if each.is_late(days, binder.today))
    return ComplaintFigures(len(came), kept.count(True), len(came) - kept.count(None), late)


def _documents(binder: Binder, desks: Iterable[PersonDesk], rates: Iterable[ReadingRate]) -> DocumentsAsked:
    """Each document once for what it waits for, however many people can do it."""
    tasks = {(task.act, task.reference): task for each in desks for task in each.tasks}
    low = [rate for rate in rates if 100 * rate.read < BADLY_READ * rate.asked]
    return DocumentsAsked(
        waiting=tuple(task for act in _WAITS for (found, _), task in tasks.items() if found is act),
        overdue=tuple(task for (act, _), task in tasks.items() if act is DeskAct.REVIEW_LATE),
        badly_read=tuple(sorted(low, key=lambda rate: (rate.read / rate.asked, rate.reference))),
        proposals=tuple(p for p in binder.registers.of(Proposal) if p.state is ProposalState.PENDING),
    )


def _surveys(binder: Binder, since: dt.date | None) -> tuple[SurveyLine, ...]:
    waves: dict[tuple[str, Public, str], list[SurveyAnswers]] = {}
    for row in binder.registers.of(SurveyAnswers):
        is_new = since is None or row.wave >= since.isoformat()[: len(row.wave)]
        if is_new and row.wave <= binder.today.isoformat()[: len(row.wave)]:
            waves.setdefault((row.survey, row.public, row.wave), []).append(row)
    return tuple(_wave(*key, rows) for key, rows in sorted(waves.items()))


def _wave(survey: str, public: Public, wave: str, rows: list[SurveyAnswers]) -> SurveyLine:
    answers = sum(row.answers for row in rows)
    happy = sum(row.rather_yes + row.entirely for row in rows)
    asked = [(row.satisfied, row.question) for row in rows if row.satisfied is not None]
    returned = max((row.returned for row in rows if row.returned is not None), default=None)
    lowest = min(asked)[1] if asked else ""
    return SurveyLine(survey, public, wave, returned, 100 * happy / answers if answers else None, lowest)


def _indicators(binder: Binder) -> tuple[IndicatorLine, ...]:
    out = (IndicatorState.OFF_TARGET, IndicatorState.WATCH)
    found = [
        _indicator(binder, process.code, each, each.last.value, each.last.period)
        for process in sorted(binder.processes, key=lambda p: p.code)
        for each in process.indicators
        if each.state in out and each.last is not None
    ]
    return tuple(sorted(found, key=lambda line: -line.state.rank))


def _indicator(binder: Binder, process: str, each: Indicator, value: float, period: str) -> IndicatorLine:
    actions = tuple(
        action.number
        for action in binder.registers.of(Action)
        if action.is_open and each.id in (action.indicator, action.source)
    )
    return IndicatorLine(process, each.title, each.unit, each.target, value, period, each.state, actions)


def _evaluations(binder: Binder, since: dt.date | None) -> tuple[EvaluationLine, ...]:
    """The last round of each evaluation that is under way: measured since, or still below a target."""
    rounds: dict[str, list[EvaluatedCriterion]] = {}
    for row in binder.registers.of(EvaluatedCriterion):
        kept = rounds.setdefault(row.number, [])
        if kept and kept[0].round < row.round:
            kept.clear()
        if not kept or kept[0].round == row.round:
            kept.append(row)
    found = (_evaluation(binder, rows) for _, rows in sorted(rounds.items()))
    return tuple(
        line
        for line in found
        if since is None
        or line.date is None
        or line.date > since
        or (line.rate is not None and line.target is not None and line.rate < line.target)
    )


def _evaluation(binder: Binder, rows: list[EvaluatedCriterion]) -> EvaluationLine:
    first = rows[0]
    rates = [row.rate for row in rows if row.rate is not None]
    targets = [row.target for row in rows if row.target is not None]
    return EvaluationLine(
        first.number,
        first.topic,
        binder.organisation.name_of(first.pilot) if first.pilot else "",
        first.round,
        max((row.date for row in rows if row.date), default=None),
        sum(rates) / len(rates) if rates else None,
        sum(targets) / len(targets) if targets else None,
    )


def _external(binder: Binder, since: dt.date | None, on: dt.date) -> tuple[ExternalDocument, ...]:
    """The outside texts whose check is due by the meeting, or whose edition came since the last one."""
    return tuple(
        each
        for each in binder.external
        if each.applicability is not Applicability.NOT_APPLICABLE
        and ((each.next_check and each.next_check <= on) or (each.date and since and each.date > since))
    )


def _plan(binder: Binder, since: dt.date | None) -> PlanFigures:
    actions = binder.registers.of(Action)
    still = [action for action in actions if action.is_open]
    closed = [a for a in actions if a.done_on and _is_new(a.done_on, since, binder.today)]
    return PlanFigures(
        open=len(still),
        late=sum(action.is_late(binder.today) for action in still),
        without_pilot=sum(not action.pilot for action in still),
        to_check=sum(action.state is ActionState.DONE for action in actions),
        closed_since=len(closed),
    )
