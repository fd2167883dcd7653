"""Submitting a text: its writing is finished, the circuit begins."""

from __future__ import annotations

import datetime as dt

from classeur.model.journal import EntryKind
from classeur.model.organisation import Step
from classeur.model.states import State
from classeur.tasks.act import ActPlan, Planned, Who, actor, blocking, document_of, draft, expected_files, refusal
from classeur.tasks.house import House
from classeur.wording.translator import Translator


def plan_submit(house: House, reference: str, who: Who, now: dt.datetime, words: Translator) -> Planned:
    """The submission of a text by a writer or its owner; refused while `check` finds an error in it."""
    document = document_of(house, reference, words)
    found = house.binder.standing(reference)
    errors = blocking(house.errors_of(reference))
    if errors:
        return errors
    place = document.place("writer")
    if who.person not in (*document.header.writer, document.header.owner, found.history.owner):
        return refusal("WF021", place, reference=reference, person=house.binder.organisation.name_of(who.person))
    if found.in_progress is None:
        return refusal("WF040", document.place("version"), reference=reference, version=document.version)
    if found.in_progress in (State.IN_VALIDATION, State.IN_APPROVAL, State.APPROVED):
        return refusal(
            "WF028", document.place("version"), reference=reference, state=found.in_progress.value, act="submit"
        )
    entry = draft(
        EntryKind.SUBMIT,
        actor(house.binder.organisation, who, Step.WRITE),
        now,
        document,
        title=document.header.title,
        change=document.header.change.value if document.header.change else "",
        summary=document.header.summary,
        path=str(document.path),
        body=document.body,
    )
    said = words("{reference} {version}: submitted to the circuit.", reference=reference, version=document.version)
    return ActPlan(entry, (said,), expected=expected_files(house, document))
