"""What an address says when there is nothing to read there any more. It answers for ever."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.states import State
from classeur.views.addresses import document_page
from classeur.views.history import HistoryRow, history_rows
from classeur.views.shown import version_of
from classeur.views.timeline import Span


class Why(StrEnum):
    """Why a document has nothing to read."""

    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    LAPSED = "lapsed"  # an emergency edition that nobody made regular
    LOST = "lost"  # its file has gone, or was touched


@dataclass(frozen=True)
class OtherDocument:
    """A document that takes the place of this one; `address` is empty when it is not on the site."""

    reference: str
    title: str
    address: str


@dataclass(frozen=True)
class Answer:
    """Why there is nothing to read, since when, by whom, and where to go."""

    reference: str
    title: str
    why: Why
    on: dt.date | None
    reason: str
    by: str
    role: str
    replaced_by: tuple[OtherDocument, ...]
    history: tuple[HistoryRow, ...]


@dataclass(frozen=True)
class Moved:
    """A reference that a document no longer has."""

    former: str
    present: OtherDocument


def answer(binder: Binder, reference: str, spans: tuple[Span, ...]) -> Answer:
    """The answer of a document that is withdrawn, replaced, lapsed, or whose text is lost."""
    history, here = binder.standing(reference).history, spans[0]
    on, reason, by, role = None, "", "", ""
    others: tuple[str, ...] = here.successors
    if history.withdrawal:
        why, gone = Why.WITHDRAWN, history.withdrawal
        on, reason, by, role, others = gone.on, gone.reason, gone.actor.name, gone.actor.role_title, gone.replaced_by
    elif here.state is State.SUPERSEDED:
        why = Why.REPLACED
        starts = (binder.standing(other).in_force for other in others)
        on = min((release.effective_from for release in starts if release), default=None)
    elif here.state is State.WITHDRAWN:
        why = Why.LAPSED
        on = max((release.until for release in history.live if release.until), default=None)
    else:
        why = Why.LOST
    return Answer(
        reference=reference,
        title=history.last.detail("title") if history.last else "",
        why=why,
        on=on,
        reason=reason,
        by=by,
        role=role,
        replaced_by=tuple(other_document(binder, binder.ledger.present(other)) for other in others),
        history=history_rows(binder, reference),
    )


def moved(binder: Binder, former: str) -> Moved:
    """Where the document of a former reference is now."""
    return Moved(former, other_document(binder, binder.ledger.present(former)))


def other_document(binder: Binder, reference: str) -> OtherDocument:
    """Another document as a link; only its reference when it was never released."""
    found = binder.standing(reference)
    release = found.shown
    text = version_of(binder, release)
    title = text.header.title if text else release.detail("title") if release else ""
    return OtherDocument(reference, title, document_page(reference) if release else "")
