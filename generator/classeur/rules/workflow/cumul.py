"""One person at two steps of a circuit that does not accept it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document, Header
from classeur.model.findings import Location
from classeur.model.organisation import Organisation, Size
from classeur.rules.workflow.people_named import is_asked_by, people_named


def people_at_both(binder: Binder, first: str, second: str) -> Iterator[tuple[Document, Location, str]]:
    """People named in two fields, where the circuit forbids it or wants a reason that is missing; placed in the second.

    A person at all three steps is left to WF004; where one person may be alone, to the two pairs that hold the writer.
    """
    given = binder.organisation, first, second
    for document in binder.unreleased:
        for place, person in _at_both(document, given):
            yield document, place, person


def _at_both(document: Document, given: tuple[Organisation, str, str]) -> tuple[tuple[Location, str], ...]:
    house, first, second = given
    header, kind = document.header, house.kind.get(document.header.kind)
    if kind is None or kind.circuit.accepts_cumul(header.cumul_reason):
        return ()
    if not is_asked_by(kind, document, first) or not is_asked_by(kind, document, second):
        return ()
    named = (each for each in people_named(document, second) if each[2] in getattr(header, first))
    alone = people_at_every_step(header)
    is_told_here = house.size is Size.SINGLE and first == "writer"
    return tuple((document.place(second, index), who) for _, index, who in named if is_told_here or who not in alone)


def people_at_every_step(header: Header) -> frozenset[str]:
    """People who write, validate and approve the same document."""
    return frozenset(header.writer) & frozenset(header.validator) & frozenset(header.approver)
