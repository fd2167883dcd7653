"""A text for the field was written by people who approve, and nobody who applies it took part."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.organisation import Organisation, Size, Step
from classeur.rules.registry import Problem, at, rule

_FIELD = "procedures"
"""The folder of the texts that people apply."""


@rule("RG051", "written-by-management-alone", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Texts of the field whose writers and contributors may all approve, in a house where others do not.

    Silent where one person also approves, or may not write: other rules tell it.
    """
    house = binder.organisation
    management, names_of_them = binder.kept.of("RG051", "", (house,), lambda: _management(house))
    if house.size is Size.SINGLE or not (set(house.person) - management) or not house.was_read("people"):
        return
    for document in binder.unreleased:
        if document.path.parts[0] == _FIELD and _is_alone(document, management, names_of_them):
            names = ", ".join(house.name_of(person) for person in document.header.writer)
            yield at(document.place("writer"), reference=document.reference, people=names)


def _management(house: Organisation) -> tuple[frozenset[str], frozenset[str]]:
    """The people who may write and approve, and their names."""
    may = {role.id: role.may for role in house.roles}
    held = {person.id: {step for role in person.roles for step in may.get(role, ())} for person in house.people}
    people = frozenset(person for person, steps in held.items() if {Step.APPROVE, Step.WRITE} <= steps)
    return people, frozenset(map(house.name_of, people))


def _is_alone(document: Document, management: frozenset[str], names: frozenset[str]) -> bool:
    header = document.header
    if not header.writer or {"writer", "contributors"} & document.refused or set(header.writer) & set(header.approver):
        return False
    return set(header.writer) <= management and set(header.contributors) <= management | names
