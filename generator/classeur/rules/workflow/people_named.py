"""Where a document names people, and for which step."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.circuit import circuit_of
from classeur.model.documents import Document
from classeur.model.findings import Location
from classeur.model.organisation import Step

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
    step, kind = STEP_OF.get(field, Step.WRITE), binder.kind_of(document)
    return step is Step.WRITE or (kind is not None and circuit_of(document, kind).signatures(step) > 0)


def people_without_right(binder: Binder, step: Step) -> Iterator[tuple[Document, Location, str]]:
    """People named for a step that the circuit asks for, and whose roles and delegations do not allow it today.

    Strangers, leavers and people who hold an unknown role, or one whose rights are misspelt, have rules of their own.
    """
    house, field = binder.organisation, FIELD_OF[step]
    sure = {role.id for number, role in enumerate(house.roles) if f"roles.{number}.may" not in house.refused}
    for document in binder.unreleased:
        if not is_asked(binder, document, field):
            continue
        for _, index, person in people_named(document, field):
            known = house.person.get(person)
            if known is None or known.has_left(binder.today) or not sure.issuperset(known.roles):
                continue
            if not house.may(person, step, binder.today):
                yield document, document.place(field, index), person
