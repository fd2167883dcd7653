"""One person at two steps of a circuit that does not accept it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document, Header
from classeur.model.findings import Location
from classeur.model.organisation import Size
from classeur.rules.workflow.people_named import is_asked, people_named


def people_at_both(binder: Binder, first: str, second: str) -> Iterator[tuple[Document, Location, str]]:
    """People named in two fields, where the circuit forbids it or wants a reason that is missing; placed in the second.

    A person at all three steps is left to WF004; where one person may be alone, to the two pairs that hold the writer.
    """
    for document in binder.unreleased:
        header, kind = document.header, binder.kind_of(document)
        if kind is None or kind.circuit.accepts_cumul(header.cumul_reason):
            continue
        if not is_asked(binder, document, first) or not is_asked(binder, document, second):
            continue
        alone = people_at_every_step(header)
        for _, index, person in people_named(document, second):
            if person not in getattr(header, first):
                continue
            if person in alone and (binder.organisation.size is not Size.SINGLE or first != "writer"):
                continue
            yield document, document.place(second, index), person


def people_at_every_step(header: Header) -> frozenset[str]:
    """People who write, validate and approve the same document."""
    return frozenset(header.writer) & frozenset(header.validator) & frozenset(header.approver)
