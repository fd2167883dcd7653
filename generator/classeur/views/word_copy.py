"""What a Word copy of a version shows around its text. It never depends on the day: a sheet of paper stays as it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from classeur.model.acronyms import ACRONYM, meanings_of
from classeur.model.binder import Binder
from classeur.model.documents import Document, ProcessHeader
from classeur.model.sheets import process_of
from classeur.model.states import State
from classeur.model.versions import Version
from classeur.views.control_block import ControlBlock, control_block
from classeur.views.days import ALWAYS
from classeur.views.shown import Shown, edition
from classeur.views.sipoc import Sipoc, sipoc
from classeur.views.timeline import StateDays


class CopyWarning(StrEnum):
    """Why a sheet must not be applied."""

    DRAFT = "draft"
    SUSPENDED = "suspended"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class TermShown:
    """A word of the house that the text uses, and what it means."""

    term: str
    means: str


@dataclass(frozen=True)
class ProcessFacts:
    """What a process sheet says above its text."""

    sipoc: Sipoc
    purpose: str
    pilot: str
    deputy: str
    risks: tuple[str, ...]
    resources: tuple[str, ...]


@dataclass(frozen=True)
class CopyMark:
    """The numbered copy that a sheet belongs to; without number, an uncontrolled copy."""

    number: str = ""
    place: str = ""


@dataclass(frozen=True)
class WordCopy:
    """One version on paper.

    Attributes:
        block: its control block, without what only the present day says.
        kind: the identifier of its kind; `owner` that of its owner.
        review_on: the day by which it is to be looked at again.
        approval_digest: what the visas are bound to.
    """

    block: ControlBlock
    document: Document
    kind: str
    owner: str
    warning: CopyWarning | None
    review_on: dt.date | None
    terms: tuple[TermShown, ...]
    process: ProcessFacts | None
    is_card: bool
    mark: CopyMark
    approval_digest: str

    @property
    def dated(self) -> dt.date | None:
        """The day that the file bears: that of the application."""
        return self.block.effective_from


UNCONTROLLED = CopyMark()


def word_copy(binder: Binder, each: Shown, mark: CopyMark = UNCONTROLLED) -> WordCopy:
    """The Word copy of a version, or of a working text."""
    document = each.document
    block = control_block(binder, each, (StateDays(State.APPLICABLE, ALWAYS),))
    kind = binder.kind_of(document)
    return WordCopy(
        block=replace(block, review=None, states=(), state=State.DRAFT),
        document=document,
        kind=document.header.kind,
        owner=each.standing.history.owner or document.header.owner,
        warning=_warning(each),
        review_on=block.review.on if block.review else None,
        terms=_terms(binder, document),
        process=_process(binder, document),
        is_card=bool(kind and kind.critical),
        mark=mark,
        approval_digest=each.release.digest if each.release else document.digest,
    )


def copies_in_force(binder: Binder) -> tuple[Shown, ...]:
    """The versions in force that a binder holds, by reference; a suspended text is not handed out."""
    found = []
    for reference, standing in binder.standings.items():
        if (
            standing.in_force
            and standing.state is State.APPLICABLE
            and (each := edition(binder, reference, standing.in_force))
        ):
            found.append(each)
    return tuple(found)


def edition_to_print(binder: Binder, reference: str, version: Version | None = None) -> Shown | None:
    """The text to hand out for a reference: the version asked for; else in force, to come, or what is being written.

    None when there is nothing under that reference, or when its text cannot be read.
    """
    standing = binder.standing(reference)
    release = standing.history.release(version) if version else standing.in_force or standing.upcoming
    if release is not None:
        return edition(binder, standing.reference, release)
    if version is not None or standing.history.releases:
        return None
    return draft_to_print(binder, reference)


def draft_to_print(binder: Binder, reference: str) -> Shown | None:
    """The working text of a reference; None when no single text claims it."""
    document = binder.document(binder.ledger.present(reference))
    return Shown(document.reference, document, None, binder.standing(document.reference)) if document else None


def _warning(each: Shown) -> CopyWarning | None:
    release, standing = each.release, each.standing
    if release is None:
        return CopyWarning.DRAFT
    if standing.history.withdrawal:
        return CopyWarning.WITHDRAWN
    if standing.history.suspension_of(release):
        return CopyWarning.SUSPENDED
    if release not in (standing.in_force, standing.upcoming) or standing.state is State.SUPERSEDED:
        return CopyWarning.REPLACED
    return None


def _terms(binder: Binder, document: Document) -> tuple[TermShown, ...]:
    """The acronyms of the glossary that stand in the text, in the order of the alphabet; plain words need no list."""
    used = {found.group() for found in ACRONYM.finditer(document.body)}
    meanings = meanings_of(binder.glossary)
    return tuple(TermShown(each, meanings[each]) for each in sorted(used & meanings.keys(), key=str.casefold))


def _process(binder: Binder, document: Document) -> ProcessFacts | None:
    header = document.header
    if not isinstance(header, ProcessHeader) or not header.code:
        return None
    process = process_of(header, ())
    titles = {each.code: each.title for each in binder.processes} | {process.code: process.title}
    name = binder.organisation.name_of
    return ProcessFacts(
        sipoc=sipoc(process, titles, {}),
        purpose=header.purpose,
        pilot=name(header.pilot) if header.pilot else "",
        deputy=name(header.deputy) if header.deputy else "",
        risks=header.risks,
        resources=header.resources,
    )
