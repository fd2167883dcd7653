"""The control block (cartouche): who answers for this text, in which version, until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.circuit import circuit_of
from classeur.model.documents import Audience, Document, Reading
from classeur.model.history import Release, Signature
from classeur.model.journal import Assurance, SignStep, Verdict
from classeur.model.organisation import Organisation
from classeur.model.states import State
from classeur.model.versions import ChangeClass
from classeur.views.addresses import process_page
from classeur.views.days import ALWAYS
from classeur.views.history import HistoryRow, ReviewRow, history_rows, review_rows
from classeur.views.lists import ReviewDue, review_due
from classeur.views.shown import Shown
from classeur.views.timeline import StateDays

_INITIALS = 4
"""Of so many letters, the name of a body is its initials: CVS, CSE, CPOM."""

SHORT_DIGEST = 12
"""How many characters of a digest people compare by eye."""


@dataclass(frozen=True)
class Signatory:
    """Someone named in the circuit, with the titles of their roles; `on` is the day they signed, None before.

    Attributes:
        roles: those of the day of the signature, once there is one.
        on_behalf_of: who delegated the right to sign; empty for one's own.
        assurance: how sure it is that this person acted; None before.
    """

    name: str
    roles: tuple[str, ...] = ()
    on: dt.date | None = None
    on_behalf_of: str = ""
    assurance: Assurance | None = None


@dataclass(frozen=True)
class ProcessLink:
    """A process that a document belongs to; `address` is empty when no sheet describes it."""

    code: str
    title: str
    address: str


class Readers(StrEnum):
    """Who must read a version again (domain §2)."""

    EVERYONE = "everyone"  # of its audience
    ROLES = "roles"  # those that the text names
    NOBODY = "nobody"


@dataclass(frozen=True)
class ReleaseFacts:
    """What the ledger says of a version.

    Attributes:
        digest: SHA-256 of the released text, what `sha256sum` prints; `entry` the hash of its journal entry.
        evidence: where the paper of a version taken over can be seen.
        override: why the approver let a doubtful change pass as editorial.
        folder: the release folder, relative to the house.
    """

    released_on: dt.date
    released_by: Signatory
    digest: str
    entry: str
    folder: str
    reference: str
    is_adopted: bool
    evidence: str
    until: dt.date | None
    override: str
    readers: Readers
    reread: tuple[str, ...]

    @property
    def short_digest(self) -> str:
        """The beginning of the digest, enough to compare two sheets of paper."""
        return self.digest[:SHORT_DIGEST]

    @property
    def short_entry(self) -> str:
        """The beginning of the entry's hash."""
        return self.entry[:SHORT_DIGEST]


@dataclass(frozen=True)
class AudienceShown:
    """Whom a text concerns, in words."""

    is_everyone: bool
    roles: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class CircuitPeople:
    """Who wrote, validated and approved.

    Attributes:
        contributors: who took part in the writing: people and groups.
        consulted: the bodies that were asked, each with its day.
    """

    writers: tuple[Signatory, ...]
    validators: tuple[Signatory, ...]
    approvers: tuple[Signatory, ...]
    contributors: tuple[str, ...]
    consulted: tuple[tuple[str, dt.date], ...] = ()


@dataclass(frozen=True)
class ControlBlock:
    """Everything that the identity table of a page or of a Word copy shows (domain §3).

    Attributes:
        states: the states of this version from the build's day on; `state` is the one of that day.
        facts: what the ledger says; None for a working text.
    """

    organisation: str
    kind: str
    title: str
    reference: str
    version: str
    change: ChangeClass | None
    state: State
    states: tuple[StateDays, ...]
    summary: str
    effective_from: dt.date | None
    approved_on: dt.date | None
    review: ReviewDue | None
    review_months: int | None
    reviewed: ReviewRow | None
    processes: tuple[ProcessLink, ...]
    owner: str
    audience: AudienceShown
    people: CircuitPeople
    cumul_reason: str
    digest: str
    facts: ReleaseFacts | None
    history: tuple[HistoryRow, ...]
    reviews: tuple[ReviewRow, ...]

    @property
    def short_digest(self) -> str:
        """The beginning of the digest, enough to compare two sheets of paper."""
        return self.digest[:SHORT_DIGEST]


def control_block(binder: Binder, each: Shown, states: tuple[StateDays, ...] = ()) -> ControlBlock:
    """The control block of a version, or of a working text with the visas that it has so far.

    Args:
        states: the states of a released version over time (`timeline.states_of`).
    """
    document, release = each.document, each.release
    header, organisation = document.header, binder.organisation
    kind = binder.kind_of(document)
    if release is None:
        states = (StateDays(each.standing.in_progress or binder.state_of(document), ALWAYS),)
    history = each.standing.history
    is_at_home = release is None or release == (each.standing.in_force or each.standing.upcoming)
    kept = history.last_review()
    reviews = review_rows(binder, each.reference)
    return ControlBlock(
        organisation=organisation.name,
        kind=kind.title if kind else header.kind,
        title=header.title,
        reference=each.reference,
        version=str(header.version),
        change=release.change if release else header.change,
        state=next((s.state for s in states if s.days.is_now), states[0].state),
        states=states,
        summary=header.summary,
        effective_from=release.effective_from if release else header.effective_from,
        approved_on=release.approved_on if release else None,
        review=review_due(binder, document, release) if is_at_home else None,
        review_months=kind.review_months if kind else None,
        reviewed=next((r for r in reviews if kept and r.on == kept.on and r.reason == kept.reason), None),
        processes=process_links(binder, header.processes),
        owner=organisation.name_of(history.owner or header.owner),
        audience=_audience(organisation, header.audience),
        people=_people(binder, each),
        cumul_reason=header.cumul_reason,
        digest=release.text_digest if release else document.digest,
        facts=release_facts(organisation, release, document) if release else None,
        history=history_rows(binder, each.reference),
        reviews=reviews,
    )


def _audience(organisation: Organisation, audience: Audience | None) -> AudienceShown:
    told = audience or Audience()
    return AudienceShown(
        audience is not None and told.is_everyone,
        tuple(organisation.title_of_role(role) for role in told.roles or ()),
        tuple(organisation.title_of_unit(unit) for unit in told.units or ()),
    )


def _people(binder: Binder, each: Shown) -> CircuitPeople:
    header, organisation, release = each.document.header, binder.organisation, each.release
    circuit = circuit_of(each.document, binder.kind_of(each.document))
    named = header.validator if circuit.validation else ()
    if release is not None and release.is_adopted:
        validators = _named(organisation, named)
        approvers: tuple[Signatory, ...] = (Signatory(release.detail("approved_by_name"), on=release.approved_on),)
    elif release is not None:
        validators = _signed(release.signatures, SignStep.VALIDATION)
        approvers = _signed(release.signatures, SignStep.APPROVAL)
    else:
        validators = _circuit(organisation, named, each.standing.signatures, SignStep.VALIDATION)
        approvers = _circuit(organisation, header.approver, each.standing.signatures, SignStep.APPROVAL)
    contributors = tuple(organisation.name_of(person) for person in header.contributors)
    consulted = tuple((body_name(body), day) for body, day in header.consulted.items())
    return CircuitPeople(_named(organisation, header.writer), validators, approvers, contributors, consulted)


def body_name(body: str) -> str:
    """A body as people write it: initials in capitals, other words as typed."""
    return body.upper() if len(body) <= _INITIALS and body.isalpha() else body


def release_facts(organisation: Organisation, release: Release, document: Document) -> ReleaseFacts:
    """What the journal entry of a version tells."""
    actor = release.entry.actor
    roles = (actor.role_title,) if actor.role_title else ()
    by = Signatory(actor.name, roles, release.released_on, actor.on_behalf_of_name, actor.assurance)
    return ReleaseFacts(
        released_on=release.released_on,
        released_by=by,
        digest=release.text_digest,
        entry=release.entry.hash,
        folder=f"releases/{release.reference}/{release.version}",
        reference=release.reference,
        is_adopted=release.is_adopted,
        evidence=release.detail("evidence"),
        until=release.until,
        override=release.detail("override"),
        readers=readers(release, document),
        reread=tuple(organisation.title_of_role(role) for role in document.header.reread),
    )


def readers(release: Release, document: Document) -> Readers:
    """Who must read a version again."""
    if document.header.reading is Reading.INFORMATION or release.change is ChangeClass.EDITORIAL:
        return Readers.NOBODY
    if release.change is ChangeClass.MAJOR:
        return Readers.EVERYONE
    return Readers.ROLES if document.header.reread else Readers.NOBODY


def process_links(binder: Binder, codes: tuple[str, ...]) -> tuple[ProcessLink, ...]:
    """The processes of these codes, in the order typed."""
    return tuple(
        ProcessLink(code, binder.process[code].title, process_page(code))
        if code in binder.process
        else ProcessLink(code, "", "")
        for code in codes
    )


def _named(organisation: Organisation, people: Iterable[str]) -> tuple[Signatory, ...]:
    """People as the text names them, with the roles that they have today."""
    return tuple(
        Signatory(
            organisation.name_of(person),
            tuple(organisation.title_of_role(role) for role in organisation.person[person].roles)
            if person in organisation.person
            else (),
        )
        for person in people
    )


def _signed(visas: Iterable[Signature], step: SignStep) -> tuple[Signatory, ...]:
    """Those who signed a step, as they were that day."""
    return tuple(
        Signatory(
            visa.actor.name,
            (visa.actor.role_title,) if visa.actor.role_title else (),
            visa.on,
            visa.actor.on_behalf_of_name,
            visa.actor.assurance,
        )
        for visa in visas
        if visa.step is step and visa.verdict is Verdict.ACCEPTED
    )


def _circuit(
    organisation: Organisation, named: tuple[str, ...], visas: tuple[Signature, ...], step: SignStep
) -> tuple[Signatory, ...]:
    """Those who signed a working text, then those who are named and have not signed yet."""
    acted = {person for visa in visas if visa.step is step for person in (visa.actor.id, visa.actor.on_behalf_of)}
    return (*_signed(visas, step), *_named(organisation, (person for person in named if person not in acted)))
