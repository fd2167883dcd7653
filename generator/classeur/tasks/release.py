"""Releasing a text: its signatures are complete, it becomes the version in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from classeur.errors import ClasseurError
from classeur.model.audiences import Attendance
from classeur.model.circuit import EMERGENCY_DAYS, Standing, circuit_of
from classeur.model.documents import Document, canonical_text
from classeur.model.history import Signature
from classeur.model.journal import EntryKind, SignStep
from classeur.model.later import later
from classeur.model.organisation import Step
from classeur.model.reading_time import reading_minutes
from classeur.model.readings import asked_to_read
from classeur.model.states import State
from classeur.reading.files import read_text
from classeur.rules.registry import all_rules, is_granted
from classeur.tasks.act import (
    ActPlan,
    Planned,
    Who,
    actor,
    blocking,
    document_of,
    draft,
    expected_files,
    refusal,
    without_the_right,
)
from classeur.tasks.changes import change_since_submission
from classeur.tasks.house import BODY_FILES, SOURCE, House
from classeur.wording.reading_tables import reading_budget
from classeur.wording.translator import Translator


def plan_release(house: House, reference: str, who: Who, now: dt.datetime, words: Translator) -> Planned:
    """The release of a text that its circuit has approved, by somebody whose role may release."""
    document = document_of(house, reference, words)
    found = house.binder.standing(reference)
    problem = _stopped(house, document, found, who)
    if problem:
        return problem
    day = house.binder.ledger.local_day(now)
    details = release_details(house, document, day) | {"signatures": [_signed(s) for s in found.signatures]}
    entry = draft(EntryKind.RELEASE, actor(house.binder.organisation, who, Step.RELEASE), now, document, **details)
    said = [
        words(
            "{reference} {version}: in force from {day}.",
            reference=reference,
            version=document.version,
            day=words.date(dt.date.fromisoformat(details["effective_from"])),
        )
    ]
    asked = asked_to_read(house.binder, document, day)
    if asked:
        said.append(reading_budget(asked, details["minutes"], words))
    last = house.binder.ledger.last_instant
    if last is not None and last > now:
        said.append(
            words("The clock of this computer is behind the journal's last entry ({last}).", last=last.isoformat())
        )
    return ActPlan(entry, tuple(said), release_files(house, document, words), expected=expected_files(house, document))


def _stopped(house: House, document: Document, found: Standing, who: Who) -> Planned | None:
    reference, organisation = document.reference, house.binder.organisation
    place = document.place("version")
    errors = blocking(house.errors_of(reference))
    if errors:
        return errors
    if not organisation.may(who.person, Step.RELEASE, house.binder.today):
        where = document.place("reference")
        return without_the_right("WF032", house, where, who, Step.RELEASE, reference=reference)
    if found.in_progress is None:
        return refusal("WF040", place, reference=reference, version=document.version)
    if found.in_progress is State.DRAFT and found.submitted is not None:
        changed = change_since_submission(document, found.submitted)
        people = ", ".join(s.actor.name for s in found.fallen) or "–"
        return refusal("WF030", place, reference=reference, changed=changed, people=people)
    if found.in_progress is not State.APPROVED:
        missing = _missing(house, document, found)
        return refusal("WF031", place, reference=reference, missing=missing, state=found.in_progress.value)
    return None


def _missing(house: House, document: Document, found: Standing) -> str:
    """The signatures that the circuit still asks for: « validation: 1, approval: 1 »."""
    circuit = circuit_of(document, house.binder.kind_of(document))
    asked = {SignStep.VALIDATION: circuit.validation, SignStep.APPROVAL: circuit.approval}
    left = {step: many - sum(s.step is step for s in found.signatures) for step, many in asked.items()}
    return ", ".join(f"{step.value}: {many}" for step, many in left.items() if many > 0) or "–"


def release_details(house: House, document: Document, day: dt.date) -> dict[str, Any]:
    """What a release keeps of its text and of the house, as they are that day."""
    header, binder = document.header, house.binder
    kind = binder.kind_of(document)
    starts = max(header.effective_from or day, day)
    ends = (header.until or later(starts, EMERGENCY_DAYS)) if header.urgent else None
    audience = header.audience
    return {
        "title": header.title,
        "kind": header.kind,
        "kind_title": kind.title if kind else header.kind,
        "change": header.change.value if header.change else document.version.change.value,
        "summary": header.summary,
        "owner": header.owner,
        "processes": list(header.processes),
        "audience": {"roles": audience.roles, "units": audience.units} if audience else {},
        "readers": sorted(Attendance(binder.organisation, day).reached(audience)),
        "reading": header.reading.value,
        "reread": list(header.reread),
        "minutes": reading_minutes(document.outline),
        "effective_from": starts.isoformat(),
        "review_date": header.review_date.isoformat() if header.review_date else "",
        "urgent": header.urgent,
        "until": ends.isoformat() if ends else "",
        "supersedes": list(header.supersedes),
        "cites": list(header.cites),
        "cited_editions": _cited_editions(house, document),
        "confidential": header.confidential,
        "cumul_reason": header.cumul_reason,
        "path": str(document.path),
        **_override(house, document),
    }


def _override(house: House, document: Document) -> dict[str, str]:
    """The approver's written reason for calling editorial what the guard doubts, when it doubts."""
    doubted = any(f.code == "WF019" and f.reference == document.reference for f in house.findings)
    binder, rule = house.binder, all_rules()["WF019"]
    for waiver in binder.waivers if doubted else ():
        concerns = waiver.code == rule.code and waiver.reference == document.reference
        if concerns and binder.today <= waiver.until and is_granted(waiver, rule, binder):
            return {"override": waiver.reason, "override_by": binder.organisation.name_of(waiver.person)}
    return {}


def _cited_editions(house: House, document: Document) -> dict[str, str]:
    """The present edition of what the text rests on: what its top cites, and the external documents that it names."""
    binder = house.binder
    named = [each.reference for each in document.outline.citations if each.reference in binder.external_by_reference]
    editions = {citation: binder.edition_of(citation) for citation in (*document.header.cites, *named)}
    return {citation: edition for citation, edition in editions.items() if edition}


def release_files(house: House, document: Document, words: Translator) -> Mapping[str, bytes]:
    """The files of the release folder: the canonical text, and each picture or file that it shows.

    Raises:
        ClasseurError: one of them can no longer be read.
    """
    text, _ = read_text(house.root, document.path)
    files: dict[str, bytes] = {}
    try:
        if text is None:
            raise FileNotFoundError(document.path)
        files[SOURCE] = canonical_text(text).encode("utf-8")
        for attachment in document.attachments:
            name = PurePosixPath(attachment.name)
            files[f"{BODY_FILES}/{name}"] = (house.root / house.binder.on_disk(name)).read_bytes()
    except OSError as error:
        raise ClasseurError(
            words("{path} can no longer be read: nothing was written.", path=error.filename or document.path),
            remedy=words("Look at the file, then repeat the command."),
        ) from error
    return files


def _signed(signature: Signature) -> dict[str, str]:
    shown = signature.actor
    told = {"step": signature.step.value, "person": shown.id, "name": shown.name, "role": shown.role_title}
    return told | {"on": signature.on.isoformat(), "for": shown.on_behalf_of_name, "assurance": shown.assurance.value}
