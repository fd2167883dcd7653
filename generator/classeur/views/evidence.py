"""What an auditor takes away: the evidence and the gaps of one standard on one day, without personal data.

The columns of the extracts are an allow-list: a column that nobody placed here stays in the house.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.personal_names import NameFinder
from classeur.model.processes import IndicatorState
from classeur.model.readings import DocumentReadings
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event, EventType
from classeur.model.registers.rows import Row, register_types
from classeur.views.control_block import ControlBlock, control_block
from classeur.views.coverage import StandardCoverage, coverages
from classeur.views.lists import document_rows
from classeur.views.public_site import confidential
from classeur.views.reading_rates import ReadingRate, reading_rate
from classeur.views.shown import Shown, published, shown
from classeur.views.timeline import StateDays, Successions, states_of, successions, timeline

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "actions": (
        *("number", "opened_on", "origin", "source", "axis", "process", "finding", "action", "due", "priority"),
        *("indicator", "state", "done_on", "evidence", "effect_checked_on", "effect", "reason", "documents"),
    ),
    "assessments": ("date", "dimension", "number", "question", "level", "evidence", "action"),
    "audits": (
        *("number", "kind", "topic", "process", "planned_on", "done_on", "criteria", "strengths", "deviations"),
        *("remarks", "conclusion", "actions"),
    ),
    "copies": ("number", "place", "documents"),
    "evaluations": (
        *("number", "topic", "process", "documents", "round", "date", "criterion", "sample", "met", "not_concerned"),
        *("target", "actions"),
    ),
    "external": ("reference", "title", "issuer", "edition", "date", "applicability", "last_check", "next_check"),
    "meetings": ("number", "kind", "planned_on", "moved_to", "held_on", "cancelled", "decisions", "minutes"),
    "objectives": (
        *("number", "axis", "objective", "process", "indicator", "target", "due", "state", "settled_on", "result"),
        "why",
    ),
    "proposals": ("number", "received_on", "document", "version", "state", "answered_on", "action", "done_in"),
    "risks": (
        *("number", "process", "risk", "causes", "consequences", "severity", "frequency", "measures", "reviewed_on"),
        *("next_review", "documents", "actions"),
    ),
    "surveys": (
        *("survey", "public", "wave", "sent", "returned", "question", "not_at_all", "rather_no", "rather_yes"),
        *("entirely", "not_concerned", "target"),
    ),
}
"""The columns of each register that name nobody. Events and complaints give counts only."""

COUNTED = ("events", "complaints")
"""The registers of which only counts leave the house."""


@dataclass(frozen=True)
class EvidenceText:
    """A text in force that cites the standard.

    Attributes:
        citations: the criteria that it cites.
        reading: how many have read it; None when nobody is asked to.
        is_confidential: whether it is only told: it is read on the spot.
    """

    shown: Shown
    block: ControlBlock
    citations: tuple[str, ...]
    reading: ReadingRate | None
    is_confidential: bool

    @property
    def reference(self) -> str:
        """The document's reference."""
        return self.block.reference

    @property
    def folder(self) -> str:
        """Its release folder, relative to the house."""
        return self.block.facts.folder if self.block.facts else ""

    @property
    def name(self) -> str:
        """Its name, for files."""
        return f"{self.block.reference}-{self.block.version}"


@dataclass(frozen=True)
class Extract:
    """Rows of a register, and the columns that leave the house; a cell that names somebody is not given.

    Attributes:
        silenced: the cells left out, as (number of the row, key).
    """

    name: str
    keys: tuple[str, ...]
    rows: tuple[Row, ...]
    silenced: frozenset[tuple[int, str]]


@dataclass(frozen=True)
class EventCount:
    """The events of one type, without a word of what happened."""

    type: EventType | None
    total: int
    severe: int
    analysed: int
    answered: int


@dataclass(frozen=True)
class ComplaintCount:
    """The complaints of a year: how many came, were answered, were answered in time."""

    year: int
    received: int
    answered: int
    in_time: int


@dataclass(frozen=True)
class IndicatorFact:
    """An indicator and its last measure."""

    process: str
    id: str
    title: str
    unit: str
    target: float | None
    period: str
    value: float | None
    state: IndicatorState


@dataclass(frozen=True)
class EvidencePack:
    """The whole of it.

    Attributes:
        on: the day shown; `made_on` the one on which the folder was made.
    """

    organisation: str
    on: dt.date
    made_on: dt.date
    standard: StandardCoverage
    texts: tuple[EvidenceText, ...]
    extracts: tuple[Extract, ...]
    events: tuple[EventCount, ...]
    complaints: tuple[ComplaintCount, ...]
    indicators: tuple[IndicatorFact, ...]

    @property
    def text(self) -> Mapping[str, EvidenceText]:
        """The texts by reference."""
        return {each.reference: each for each in self.texts}


def evidence_pack(
    binder: Binder, name: str, readings: Iterable[DocumentReadings], made_on: dt.date
) -> EvidencePack | None:
    """The evidence of a standard; None when the house follows none of that name.

    Args:
        binder: the house as it was on the day shown (`tasks.as_of`), registers included.
        readings: of that day.
    """
    public = published(binder)
    found = [each for each in coverages(binder, public, document_rows(public)) if each.name == name]
    if not found:
        return None
    [standard] = found
    wanted = {source.name for row in standard.rows for source in row.registers} | {"actions", "audits"}
    return EvidencePack(
        organisation=binder.organisation.name,
        on=binder.today,
        made_on=made_on,
        standard=standard,
        texts=_texts(binder, public, standard, readings),
        extracts=tuple(_extract(binder, each) for each in sorted(wanted & COLUMNS.keys())),
        events=_events(binder) if "events" in wanted else (),
        complaints=_complaints(binder) if "complaints" in wanted else (),
        indicators=_indicators(public) if "indicators" in wanted else (),
    )


def _texts(
    binder: Binder, public: Binder, standard: StandardCoverage, readings: Iterable[DocumentReadings]
) -> tuple[EvidenceText, ...]:
    rates = {each.reference: reading_rate(each, binder.today) for each in readings}
    hidden, replaced = confidential(binder), successions(public)
    citing: dict[str, list[str]] = {}
    for row in standard.rows:
        for each in row.in_force:
            citing.setdefault(each.reference, []).append(row.number)
    return tuple(
        EvidenceText(
            each,
            control_block(public, each, _states(public, each, replaced)),
            tuple(citing[each.reference]),
            rates.get(each.reference),
            each.reference in hidden,
        )
        for each in shown(public)
        if each.reference in citing
    )


def _states(public: Binder, each: Shown, replaced: Successions) -> tuple[StateDays, ...]:
    return states_of(each.release, timeline(public, each.reference, replaced)) if each.release else ()


def _extract(binder: Binder, name: str) -> Extract:
    kind, keys = register_types()[name], COLUMNS[name]
    rows = binder.registers.of(kind.row)
    find = binder.name_finder
    silenced = frozenset(
        (number, key)
        for number, row in enumerate(rows)
        for key in keys
        if _names_somebody(getattr(row, kind.attribute(key)), find)
    )
    return Extract(name, keys, rows, silenced)


def _names_somebody(value: object, find: NameFinder) -> bool:
    texts = value if isinstance(value, tuple) else (value,)
    return any(type(text) is str and bool(find.found_in(text)) for text in texts)


def _events(binder: Binder) -> tuple[EventCount, ...]:
    events = binder.registers.of(Event)
    counted = Counter(event.type for event in events)
    return tuple(
        EventCount(
            kind,
            total,
            sum(e.type is kind and e.must_be_analysed for e in events),
            sum(e.type is kind and e.is_analysed for e in events),
            sum(e.type is kind and e.feedback_on is not None for e in events),
        )
        for kind, total in sorted(counted.items(), key=lambda each: (-each[1], str(each[0] or "")))
    )


def _complaints(binder: Binder) -> tuple[ComplaintCount, ...]:
    days = binder.organisation.commitments.answer_days
    by_year: dict[int, list[Complaint]] = {}
    for complaint in binder.registers.of(Complaint):
        by_year.setdefault(complaint.received_on.year, []).append(complaint)
    return tuple(
        ComplaintCount(
            year,
            len(rows),
            sum(each.answered_on is not None for each in rows),
            sum(each.kept(days) is True for each in rows),
        )
        for year, rows in sorted(by_year.items())
    )


def _indicators(public: Binder) -> tuple[IndicatorFact, ...]:
    return tuple(
        IndicatorFact(
            process.code,
            each.id,
            each.title,
            each.unit,
            each.target,
            each.last.period if each.last else "",
            each.last.value if each.last else None,
            each.state,
        )
        for process in sorted(public.processes, key=lambda p: p.code)
        for each in process.indicators
    )
