"""The control block (cartouche): who answers for this text, in which version, until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.documents import Audience, Document
from classeur.model.organisation import Organisation
from classeur.model.states import State
from classeur.model.versions import ChangeClass
from classeur.views.addresses import process_page

SHORT_DIGEST = 12
"""How many characters of a digest people compare by eye."""


@dataclass(frozen=True)
class Signatory:
    """Someone named in the circuit, with the titles of their roles; `on` is the day they signed, None before."""

    name: str
    roles: tuple[str, ...] = ()
    on: dt.date | None = None


@dataclass(frozen=True)
class ProcessLink:
    """A process that a document belongs to; `address` is empty when no sheet describes it."""

    code: str
    title: str
    address: str


@dataclass(frozen=True)
class ControlBlock:
    """Everything that the identity table of a page or of a Word copy shows (domain §3)."""

    organisation: str
    kind: str
    title: str
    reference: str
    version: str
    change: ChangeClass | None
    state: State
    summary: str
    effective_from: dt.date | None
    approved_on: dt.date | None
    review_on: dt.date | None
    is_review_overdue: bool
    review_months: int | None
    processes: tuple[ProcessLink, ...]
    owner: str
    is_for_everyone: bool
    audience_roles: tuple[str, ...]
    audience_units: tuple[str, ...]
    writers: tuple[Signatory, ...]
    validators: tuple[Signatory, ...]
    approvers: tuple[Signatory, ...]
    contributors: tuple[str, ...]
    cumul_reason: str
    digest: str

    @property
    def short_digest(self) -> str:
        """The beginning of the digest, enough to compare two sheets of paper."""
        return self.digest[:SHORT_DIGEST]


def control_block(binder: Binder, document: Document) -> ControlBlock:
    """The control block of a working text: nobody has signed it yet."""
    header, organisation = document.header, binder.organisation
    kind = binder.kind_of(document)
    review_on = binder.review_date(document)
    audience = header.audience or Audience()
    return ControlBlock(
        organisation=organisation.name,
        kind=kind.title if kind else header.kind,
        title=header.title,
        reference=header.reference,
        version=str(header.version),
        change=header.change,
        state=binder.state_of(document),
        summary=header.summary,
        effective_from=header.effective_from,
        approved_on=None,
        review_on=review_on,
        is_review_overdue=review_on is not None and review_on < binder.today,
        review_months=kind.review_months if kind else None,
        processes=process_links(binder, header.processes),
        owner=organisation.name_of(header.owner),
        is_for_everyone=header.audience is not None and audience.is_everyone,
        audience_roles=tuple(organisation.title_of_role(role) for role in audience.roles or ()),
        audience_units=tuple(organisation.title_of_unit(unit) for unit in audience.units or ()),
        writers=_signatories(organisation, header.writer),
        validators=_signatories(organisation, header.validator),
        approvers=_signatories(organisation, header.approver),
        contributors=tuple(organisation.name_of(person) for person in header.contributors),
        cumul_reason=header.cumul_reason,
        digest=document.digest,
    )


def process_links(binder: Binder, codes: tuple[str, ...]) -> tuple[ProcessLink, ...]:
    """The processes of these codes, in the order typed."""
    return tuple(
        ProcessLink(code, binder.process[code].title, process_page(code))
        if code in binder.process
        else ProcessLink(code, "", "")
        for code in codes
    )


def _signatories(organisation: Organisation, people: tuple[str, ...]) -> tuple[Signatory, ...]:
    return tuple(
        Signatory(
            organisation.name_of(person),
            tuple(organisation.title_of_role(role) for role in organisation.person[person].roles)
            if person in organisation.person
            else (),
        )
        for person in people
    )
