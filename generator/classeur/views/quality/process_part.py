"""What registers say of one process, for the page of its sheet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.registers.audits import Audit, AuditKind
from classeur.model.registers.events import Zone
from classeur.model.registers.meetings import Meeting, MeetingKind
from classeur.model.registers.risks import Risk
from classeur.views.quality.actions import ActionFigures, ActionLine
from classeur.views.quality.complaints import ComplaintFigures, complaint_figures
from classeur.views.quality.events import EventFigures, event_figures
from classeur.views.quality.objectives import ObjectiveLine, PolicyToField
from classeur.views.quality.satisfaction import Evaluation, evaluations


@dataclass(frozen=True)
class RiskLine:
    """A foreseen risk, rated with the measures in place."""

    number: str
    risk: str
    severity: int | None
    frequency: int | None
    criticality: int | None
    zone: Zone | None
    measures: str
    pilot: str
    next_review: dt.date | None
    is_overdue: bool
    actions: tuple[str, ...]


@dataclass(frozen=True)
class AuditLine:
    """An audit or a visit, without a word of who made it."""

    number: str
    kind: AuditKind
    topic: str
    on: dt.date | None
    is_done: bool
    is_late: bool
    deviations: int | None
    remarks: int | None


@dataclass(frozen=True)
class ProcessPart:
    """What is going on in a process.

    Attributes:
        actions: the open ones, the most urgent first; `done_lately` how many were finished in twelve months.
        events: None when none is known in twelve months; so with complaints.
        reviewed_on: the day of the last process review held that names it.
    """

    actions: tuple[ActionLine, ...] = ()
    done_lately: int = 0
    events: EventFigures | None = None
    complaints: ComplaintFigures | None = None
    risks: tuple[RiskLine, ...] = ()
    objectives: tuple[ObjectiveLine, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    audits: tuple[AuditLine, ...] = ()
    reviewed_on: dt.date | None = None


def process_parts(binder: Binder, plan: ActionFigures, policy: PolicyToField) -> Mapping[str, ProcessPart]:
    """The part of each process, by code."""
    return {code: _part(binder, code, plan, policy) for code in binder.process}


def risk_lines(binder: Binder, process: str = "") -> tuple[RiskLine, ...]:
    """The risks of one process or of all, the most critical first."""
    found = [_risk(binder, each) for each in binder.registers.of(Risk) if not process or each.process == process]
    return tuple(sorted(found, key=lambda each: (-(each.criticality or 0), each.number)))


def _part(binder: Binder, code: str, plan: ActionFigures, policy: PolicyToField) -> ProcessPart:
    events, complaints = event_figures(binder, process=code), complaint_figures(binder, process=code)
    return ProcessPart(
        actions=tuple(line for line in plan.open if line.process == code),
        done_lately=sum(line.process == code for line in plan.done_lately),
        events=events if events.total else None,
        complaints=complaints if complaints.total else None,
        risks=risk_lines(binder, code),
        objectives=tuple(each for axis in policy.axes for each in axis.objectives if each.process == code),
        evaluations=evaluations(binder, code),
        audits=tuple(_audit(binder, each) for each in binder.registers.of(Audit) if each.process == code),
        reviewed_on=_reviewed(binder, code),
    )


def _risk(binder: Binder, risk: Risk) -> RiskLine:
    told = binder.name_finder.masked
    return RiskLine(
        number=risk.number,
        risk=told(risk.risk),
        severity=risk.severity,
        frequency=risk.frequency,
        criticality=risk.criticality,
        zone=risk.zone,
        measures=told(risk.measures),
        pilot=binder.organisation.name_of(risk.pilot) if risk.pilot else "",
        next_review=risk.next_review,
        is_overdue=risk.next_review is not None and risk.next_review < binder.today,
        actions=risk.actions,
    )


def _audit(binder: Binder, audit: Audit) -> AuditLine:
    return AuditLine(
        number=audit.number,
        kind=audit.kind,
        topic=binder.name_finder.masked(audit.topic),
        on=audit.done_on or audit.planned_on,
        is_done=audit.done_on is not None,
        is_late=audit.is_late(binder.today),
        deviations=audit.deviations,
        remarks=audit.remarks,
    )


def _reviewed(binder: Binder, code: str) -> dt.date | None:
    names_it = re.compile(rf"(?<!\w){re.escape(code)}(?!\w)")
    held = (
        meeting.held_on
        for meeting in binder.registers.of(Meeting)
        if meeting.kind is MeetingKind.PROCESS_REVIEW
        and meeting.held_on
        and names_it.search(" ".join((meeting.number, *meeting.agenda, *meeting.decisions)))
    )
    return max(held, default=None)
