"""Signing a text: validation, approval, or a refusal with its reason."""

from __future__ import annotations

import datetime as dt

from classeur.model.circuit import STEP_OF, Standing, able_signers, circuit_of, cumul_of
from classeur.model.documents import Document
from classeur.model.journal import EntryKind, SignStep, Verdict
from classeur.model.states import State
from classeur.tasks.act import ActPlan, Planned, Who, actor, blocking, document_of, draft, expected_files, refusal
from classeur.tasks.changes import change_since_submission
from classeur.tasks.house import House
from classeur.wording.translator import Translator


def plan_sign(
    house: House,
    reference: str,
    step: SignStep,
    who: Who,
    now: dt.datetime,
    words: Translator,
    refused_because: str = "",
) -> Planned:
    """A visa bound to the exact text, or its refusal; a later change of the text drops it."""
    document = document_of(house, reference, words)
    found = house.binder.standing(reference)
    verdict = Verdict.REFUSED if refused_because else Verdict.ACCEPTED
    problem = _stopped(house, document, found, step, who, verdict)
    if problem:
        return problem
    able = able_signers(house.binder.organisation, document, step, house.binder.ledger.local_day(now))
    entry = draft(
        EntryKind.SIGN,
        actor(house.binder.organisation, who, STEP_OF[step], able[who.person]),
        now,
        document,
        step=step.value,
        verdict=verdict.value,
        reason=refused_because,
        cumul_reason=document.header.cumul_reason,
    )
    if verdict is Verdict.REFUSED:
        said = words("{reference} {version}: refused.", reference=reference, version=document.version)
    elif step is SignStep.VALIDATION:
        said = words("{reference} {version}: validated.", reference=reference, version=document.version)
    else:
        said = words("{reference} {version}: approved.", reference=reference, version=document.version)
    return ActPlan(entry, (said,), expected=expected_files(house, document))


def _stopped(
    house: House, document: Document, found: Standing, step: SignStep, who: Who, verdict: Verdict
) -> Planned | None:
    """Why this person may not sign this step of this text now."""
    reference, organisation = document.reference, house.binder.organisation
    field = "validator" if step is SignStep.VALIDATION else "approver"
    place, name = document.place(field), organisation.name_of(who.person)
    day = house.binder.today
    if found.in_progress is None:
        return refusal("WF040", document.place("version"), reference=reference, version=document.version)
    if found.in_progress in (State.ABANDONED, State.REFUSED, State.APPROVED):
        state = found.in_progress.value
        return refusal("WF028", document.place("version"), reference=reference, state=state, act="sign")
    if found.in_progress is State.DRAFT:
        return _not_submitted(house, document, found)
    able = able_signers(organisation, document, step, day)
    if not able:
        return refusal("WF023", place, reference=reference, step=step.value)
    if who.person not in able:
        people = ", ".join(organisation.name_of(person) for person in able)
        return refusal("WF022", place, reference=reference, person=name, step=step.value, people=people)
    if any(s.actor.id == who.person and s.step is step for s in found.signatures):
        return refusal("WF024", place, reference=reference, person=name, step=step.value)
    if step is SignStep.APPROVAL and found.in_progress is State.IN_VALIDATION and verdict is Verdict.ACCEPTED:
        return refusal("WF025", place, reference=reference)
    if step is SignStep.VALIDATION and found.in_progress is State.IN_APPROVAL:
        return refusal("WF028", place, reference=reference, state=found.in_progress.value, act="sign")
    if verdict is Verdict.REFUSED:
        return None
    return _cumul(house, document, found, step, who) or blocking(house.errors_of(reference)) or None


def _cumul(house: House, document: Document, found: Standing, step: SignStep, who: Who) -> Planned | None:
    """Why one person may not hold these steps together."""
    organisation, circuit = house.binder.organisation, circuit_of(document, house.binder.kind_of(document))
    held = {each: tuple(s.actor.id for s in found.signatures if s.step is each) for each in SignStep}
    held[step] = (*held[step], who.person)
    cumul = cumul_of(organisation, document, circuit, held)
    if cumul is None:
        return None
    field = "validator" if step is SignStep.VALIDATION else "approver"
    code, person = "WF026" if cumul.is_forbidden else "WF027", organisation.name_of(cumul.person)
    steps = ", ".join(cumul.steps)
    return refusal(code, document.place(field), reference=document.reference, person=person, steps=steps)


def _not_submitted(house: House, document: Document, found: Standing) -> Planned:
    """A text that was never submitted, or that changed since: then its signatures fell, and the change is shown."""
    if found.submitted is None:
        return refusal("WF029", document.place("version"), reference=document.reference)
    changed = change_since_submission(document, found.submitted)
    people = ", ".join(signature.actor.name for signature in found.fallen)
    return refusal(
        "WF030", document.place("version"), reference=document.reference, changed=changed, people=people or "–"
    )
