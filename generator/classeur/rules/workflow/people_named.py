"""Where a document names people, and for which step."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.circuit import circuit_of
from classeur.model.documents import Document
from classeur.model.findings import Location
from classeur.model.organisation import Kind, Organisation, Step

FIELDS = ("owner", "writer", "validator", "approver", "pilot", "deputy")
FIELD_OF = {Step.WRITE: "writer", Step.VALIDATE: "validator", Step.APPROVE: "approver"}
STEP_OF = {field: step for step, field in FIELD_OF.items()}


def people_named(document: Document, *fields: str) -> Iterator[tuple[str, int, str]]:
    """Each person that the document names in these fields (all by default): the field, the rank in it, the id."""
    for field in fields or FIELDS:
        typed = getattr(document.header, field, ())
        for index, person in enumerate((typed,) if isinstance(typed, str) else typed):
            if person:
                yield field, index, person


def is_asked(binder: Binder, document: Document, field: str) -> bool:
    """Whether the document's circuit waits for the people of this field; a writer and an owner are always asked.

    An emergency edition waits for one approval only.
    """
    return is_asked_by(binder.kind_of(document), document, field)


def is_asked_by(kind: Kind | None, document: Document, field: str) -> bool:
    """The same for a document of a known kind."""
    step = STEP_OF.get(field, Step.WRITE)
    return step is Step.WRITE or (kind is not None and circuit_of(document, kind).signatures(step) > 0)


def people_without_right(binder: Binder, step: Step) -> Iterator[tuple[Document, Location, str]]:
    """People named for a step that the circuit asks for, and whose roles and delegations do not allow it today.

    Strangers, leavers and people who hold an unknown role, or one whose rights are misspelt, have rules of their own.
    """
    house = binder.organisation
    sure = frozenset(role.id for number, role in enumerate(house.roles) if f"roles.{number}.may" not in house.refused)
    given = house, binder.today, step, sure
    for document in binder.unreleased:
        for place, person in _without_right(document, given):
            yield document, place, person


def _without_right(
    document: Document, given: tuple[Organisation, dt.date, Step, frozenset[str]]
) -> tuple[tuple[Location, str], ...]:
    house, today, step, sure = given
    field = FIELD_OF[step]
    if not is_asked_by(house.kind.get(document.header.kind), document, field):
        return ()
    found = []
    for _, index, person in people_named(document, field):
        known = house.person.get(person)
        if known is None or known.has_left(today) or not sure.issuperset(known.roles):
            continue
        if not house.may(person, step, today):
            found.append((document.place(field, index), person))
    return tuple(found)
