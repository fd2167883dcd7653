"""Adopting: a version approved on paper before is taken over as it is (« repris de l'existant »)."""

from __future__ import annotations

import datetime as dt

from classeur.model.documents import Document
from classeur.model.journal import Assurance, EntryKind
from classeur.model.organisation import Step
from classeur.model.versions import Version
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
from classeur.tasks.house import House
from classeur.tasks.release import release_details, release_files
from classeur.wording.translator import Translator


def plan_adopt(
    house: House,
    reference: str,
    who: Who,
    now: dt.datetime,
    words: Translator,
    approved_on: dt.date,
    approved_by: str,
    evidence: str,
) -> Planned:
    """A version in force since the day it was approved on paper; the assurance is always `claimed`.

    Args:
        approved_by: who approved it then, as the paper says; a person's id or any name.
        evidence: where the paper can be seen.
    """
    document = document_of(house, reference, words)
    organisation, day = house.binder.organisation, house.binder.ledger.local_day(now)
    if approved_on > day:
        return refusal("WF034", document.place("version"), reference=reference, day=approved_on.isoformat())
    if not evidence.strip() or not approved_by.strip():
        return refusal("WF045", document.place("version"), reference=reference)
    stopped = _stopped(house, document, who)
    if stopped:
        return stopped
    details = release_details(house, document, day)
    starts = document.header.effective_from or approved_on
    details |= {
        "effective_from": starts.isoformat(),
        "approved_on": approved_on.isoformat(),
        "approved_by": approved_by,
        "approved_by_name": organisation.name_of(approved_by),
        "evidence": evidence,
    }
    person = actor(organisation, Who(who.person, Assurance.CLAIMED), Step.RELEASE)
    entry = draft(EntryKind.ADOPT, person, now, document, **details)
    said = words("{reference} {version}: taken over as it was approved.", reference=reference, version=document.version)
    return ActPlan(entry, (said,), release_files(house, document, words), expected=expected_files(house, document))


def _stopped(house: House, document: Document, who: Who) -> Planned | None:
    """Why this text may not be taken over by this person, whatever the paper says."""
    reference, organisation = document.reference, house.binder.organisation
    if not organisation.may(who.person, Step.RELEASE, house.binder.today):
        where = document.place("reference")
        return without_the_right("WF032", house, where, who, Step.RELEASE, reference=reference)
    last = house.binder.standing(reference).history.last
    if last:
        free, place = Version(last.version.major + 1), document.place("version")
        return refusal("WF039", place, reference=reference, version=document.version, free=free)
    return blocking(house.errors_of(reference)) or None
