"""Where texts refer to other documents, by a link or by citing a reference."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location
from classeur.model.links import leads
from classeur.model.states import State


def referrals(binder: Binder) -> Iterator[tuple[Document, Location, str]]:
    """Each referral of a text in use: the text, the place, the reference; texts of withdrawn documents are left out."""
    files = binder.files_as_written
    for document in binder.documents:
        if _is_withdrawn(binder, document.reference):
            continue
        for lead in leads(document, files):
            target = binder.document_at(lead)
            if target is not None:
                yield document, lead.where, target.reference
        for citation in document.outline.citations:
            yield document, document.in_body(citation.line, citation.column), citation.reference


def _is_withdrawn(binder: Binder, reference: str) -> bool:
    ledger = binder.ledger
    if ledger.is_empty or ledger.present(reference) != reference:
        return False
    return binder.standing(reference).state is State.WITHDRAWN


def replacements_of(binder: Binder, reference: str) -> tuple[str, ...]:
    """What took the place of a reference: its new number, what its withdrawal names, what was released in its place.

    A text that only says so at its top counts while the old one was never released.
    """
    ledger = binder.ledger
    present = ledger.present(reference)
    if present != reference:
        return (present,)
    history = ledger.histories.get(reference)
    if history is not None and history.withdrawal is not None and history.withdrawal.replaced_by:
        return history.withdrawal.replaced_by
    if history is not None and history.releases:
        return binder.successors(reference)
    return tuple(successor.reference for successor in binder.replaced_by(reference))
