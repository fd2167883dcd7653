"""The days of a register that people put in their calendar: meetings, due actions, audits, checks of editions."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.registers.actions import Action
from classeur.model.registers.audits import Audit
from classeur.model.registers.external import Applicability, ExternalDocument
from classeur.model.registers.meetings import Meeting, MeetingKind
from classeur.model.registers.rows import RegisterType, Row

_SPACE = uuid.uuid5(uuid.NAMESPACE_OID, "classeur")
_TIME = re.compile(r"(\d{1,2})\s*[h:]\s*(\d{2})?")
_USUAL_LENGTH = 120


@dataclass(frozen=True)
class RegisterDay:
    """A day to keep in mind.

    Attributes:
        meeting: which meeting, when it is one.
        starts: the hour, where one is known; the whole day otherwise.
        minutes: how long it lasts.
        person: the name of who carries it.
    """

    id: uuid.UUID
    number: str
    title: str
    on: dt.date
    meeting: MeetingKind | None = None
    starts: dt.time | None = None
    minutes: int = _USUAL_LENGTH
    place: str = ""
    person: str = ""


def register_days(binder: Binder, kind: RegisterType) -> tuple[RegisterDay, ...] | None:
    """The days of a register, the nearest first; None for a register that has none."""
    maker = _MAKERS.get(kind.row)
    if maker is None:
        return None
    return tuple(sorted(maker(binder), key=lambda day: (day.on, day.number)))


def hour_of(text: str) -> dt.time | None:
    """The hour that people type: `13:00`, `13h`, `13 h 30`; None when it is none."""
    match = _TIME.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return dt.time(int(match[1]), int(match[2] or 0))


def _meetings(binder: Binder) -> Iterator[RegisterDay]:
    for meeting in binder.registers.of(Meeting):
        if not meeting.cancelled:
            yield RegisterDay(
                _id(binder, "meetings", meeting.number),
                meeting.number,
                "",
                meeting.day,
                meeting.kind,
                hour_of(meeting.time),
                meeting.minutes_long or _USUAL_LENGTH,
                meeting.place,
            )


def _actions(binder: Binder) -> Iterator[RegisterDay]:
    for action in binder.registers.of(Action):
        if action.is_open and action.due:
            person = binder.organisation.name_of(action.pilot)
            identity = _id(binder, "actions", action.number)
            yield RegisterDay(identity, action.number, action.action, action.due, person=person)


def _audits(binder: Binder) -> Iterator[RegisterDay]:
    for audit in binder.registers.of(Audit):
        if audit.planned_on and not audit.done_on:
            person = binder.organisation.name_of(audit.auditor)
            identity = _id(binder, "audits", audit.number)
            yield RegisterDay(identity, audit.number, audit.topic, audit.planned_on, person=person)


def _external(binder: Binder) -> Iterator[RegisterDay]:
    for each in binder.external:
        if each.next_check and each.applicability is not Applicability.NOT_APPLICABLE:
            person = binder.organisation.name_of(each.owner)
            identity = _id(binder, "external", each.reference)
            yield RegisterDay(identity, each.reference, each.title, each.next_check, person=person)


_MAKERS: Mapping[type[Row], Callable[[Binder], Iterator[RegisterDay]]] = {
    Meeting: _meetings,
    Action: _actions,
    Audit: _audits,
    ExternalDocument: _external,
}


def _id(binder: Binder, register: str, number: str) -> uuid.UUID:
    entries = binder.ledger.entries
    house = entries[0].hash if entries else binder.organisation.name
    return uuid.uuid5(_SPACE, f"{house} {register} {number}")
