"""What happens to a text after its release: reviewed, suspended, resumed, withdrawn; or abandoned before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from classeur.errors import ClasseurError
from classeur.model.circuit import Standing
from classeur.model.findings import Location
from classeur.model.history import Release
from classeur.model.journal import EntryDraft, EntryKind, ReviewOutcome
from classeur.model.organisation import Step
from classeur.model.states import State
from classeur.model.versions import Version
from classeur.tasks.act import ActPlan, Planned, Who, actor, document_of, draft, refusal, without_the_right
from classeur.tasks.house import House
from classeur.wording.translator import Translator


def plan_review(
    house: House,
    reference: str,
    outcome: ReviewOutcome,
    who: Who,
    now: dt.datetime,
    words: Translator,
    reason: str = "",
    on: dt.date | None = None,
    sources: Sequence[str] = (),
) -> Planned:
    """A review of the version in force: kept (the next date is counted from that day), to revise, or to withdraw.

    Args:
        sources: the external documents or references whose change was looked at: « sans impact (motif) ».
    """
    found, release = _in_force(house, reference, words)
    day = house.binder.ledger.local_day(now)
    where = _place(house, found)
    if release is None:
        return refusal("WF035", where, reference=reference)
    if on is not None and on > day:
        return refusal("WF034", where, reference=reference, day=on.isoformat())
    if not _may(house, who, Step.REVIEW):
        return without_the_right("WF033", house, where, who, Step.REVIEW, reference=reference, act="review")
    if not reason:
        return refusal("WF036", where, reference=reference, act="review")
    details: dict[str, Any] = {
        "reference": found.reference,
        "outcome": outcome.value,
        "reason": reason,
        "on": (on or day).isoformat(),
        "sources": list(sources),
        "source_editions": _editions(house, sources),
    }
    entry = _about(EntryKind.REVIEW, house, who, now, Step.REVIEW, release, **details)
    return ActPlan(entry, (_reviewed(reference, outcome, words),))


def _reviewed(reference: str, outcome: ReviewOutcome, words: Translator) -> str:
    match outcome:
        case ReviewOutcome.KEPT:
            return words("{reference}: kept as it is.", reference=reference)
        case ReviewOutcome.REVISE:
            return words("{reference}: to be revised.", reference=reference)
        case ReviewOutcome.WITHDRAW:
            return words("{reference}: to be withdrawn; it stays in force until it is.", reference=reference)


def plan_suspend(house: House, reference: str, who: Who, now: dt.datetime, words: Translator, reason: str) -> Planned:
    """The version in force must not be applied until it is resumed or replaced."""
    found, release = _in_force(house, reference, words)
    where = _place(house, found)
    stopped = _checked(house, found, release, who, reason, "suspend")
    if stopped:
        return stopped
    if found.state is State.SUSPENDED:
        return refusal("WF028", where, reference=reference, state=found.state.value, act="suspend")
    entry = _about(EntryKind.SUSPEND, house, who, now, Step.RELEASE, release, reference=found.reference, reason=reason)
    return ActPlan(entry, (words("{reference}: suspended, do not apply.", reference=reference),))


def plan_resume(house: House, reference: str, who: Who, now: dt.datetime, words: Translator, reason: str) -> Planned:
    """The suspended version applies again."""
    found, release = _in_force(house, reference, words)
    stopped = _checked(house, found, release, who, reason, "resume")
    if stopped:
        return stopped
    if found.state is not State.SUSPENDED:
        return refusal("WF028", _place(house, found), reference=reference, state=found.state.value, act="resume")
    entry = _about(EntryKind.RESUME, house, who, now, Step.RELEASE, release, reference=found.reference, reason=reason)
    return ActPlan(entry, (words("{reference}: applies again.", reference=reference),))


def plan_withdraw(
    house: House,
    reference: str,
    who: Who,
    now: dt.datetime,
    words: Translator,
    reason: str,
    replaced_by: Sequence[str] = (),
    restore: Version | None = None,
) -> Planned:
    """The document is taken out of use; its numbers stay consumed. `restore` puts an earlier version back in force."""
    found = house.binder.standing(reference)
    where = _place(house, found)
    release = found.in_force or found.upcoming
    stopped = _checked(house, found, release, who, reason, "withdraw")
    if stopped:
        return stopped
    unknown = _unknown(house, found, replaced_by)
    if unknown:
        return refusal("WF037", where, reference=reference, other=", ".join(unknown))
    if restore and (release is None or restore == release.version or found.history.release(restore) is None):
        return refusal("WF037", where, reference=reference, other=str(restore))
    details: dict[str, Any] = {"reference": found.reference, "reason": reason, "replaced_by": list(replaced_by)}
    details["restored"] = str(restore) if restore else ""
    entry = _about(EntryKind.WITHDRAW, house, who, now, Step.RELEASE, release, **details)
    if restore:
        said = words("{reference}: version {version} is in force again.", reference=reference, version=restore)
    else:
        said = words("{reference}: withdrawn. Take the paper copies back.", reference=reference)
    return ActPlan(entry, (said,))


def _unknown(house: House, found: Standing, references: Sequence[str]) -> list[str]:
    """The references that cannot replace a document: nobody knows them, or they are its own."""
    binder = house.binder
    return [each for each in references if binder.ledger.present(each) == found.reference or not binder.knows(each)]


def plan_abandon(house: House, reference: str, who: Who, now: dt.datetime, words: Translator, reason: str) -> Planned:
    """The text being written will not be released as it is; the version in force stays."""
    document = document_of(house, reference, words)
    found = house.binder.standing(reference)
    where = document.place("version")
    if found.in_progress is None:
        return refusal("WF040", where, reference=reference, version=document.version)
    if found.in_progress is State.ABANDONED:
        return refusal("WF028", where, reference=reference, state=State.ABANDONED.value, act="abandon")
    if not reason:
        return refusal("WF036", where, reference=reference, act="abandon")
    owns = who.person in (*document.header.writer, document.header.owner, found.history.owner)
    if not owns and not _may(house, who, Step.RELEASE):
        return without_the_right("WF033", house, where, who, Step.RELEASE, reference=reference, act="abandon")
    entry = draft(EntryKind.ABANDON, actor(house.binder.organisation, who, None), now, document, reason=reason)
    said = words("{reference} {version}: abandoned.", reference=reference, version=document.version)
    return ActPlan(entry, (said,))


def _in_force(house: House, reference: str, words: Translator) -> tuple[Standing, Release | None]:
    found = house.binder.standing(reference)
    if not found.history.entries and reference not in house.binder.by_reference:
        raise ClasseurError(
            words("No text has the reference {reference}.", reference=reference),
            remedy=words(
                "`classeur status` lists the references; `classeur check` says which files could not be read."
            ),
        )
    return found, found.in_force


def _checked(house: House, found: Standing, release: Release | None, who: Who, reason: str, act: str) -> Planned | None:
    where = _place(house, found)
    if release is None:
        return refusal("WF035", where, reference=found.reference)
    if not _may(house, who, Step.RELEASE):
        return without_the_right("WF033", house, where, who, Step.RELEASE, reference=found.reference, act=act)
    if not reason:
        return refusal("WF036", where, reference=found.reference, act=act)
    return None


def _may(house: House, who: Who, step: Step) -> bool:
    return house.binder.organisation.may(who.person, step, house.binder.today)


def _place(house: House, found: Standing) -> Location:
    if found.document is not None:
        return found.document.place("reference")
    last = found.history.last
    return Location(house.release_path(last)) if last else Location(house.organisation_path)


def _about(
    kind: EntryKind, house: House, who: Who, now: dt.datetime, step: Step, release: Release | None, **details: Any
) -> EntryDraft:
    """An entry about the released version, whatever the working text holds."""
    entry = draft(kind, actor(house.binder.organisation, who, step), now, **details)
    version, digest = (release.version, release.digest) if release else (None, "")
    return EntryDraft(entry.kind, entry.at, entry.actor, entry.reference, version, digest, (), entry.details)


def _editions(house: House, sources: Sequence[str]) -> list[str]:
    """The edition of each source that was looked at, so that a later edition asks again."""
    return [house.binder.edition_of(source) for source in sources]
