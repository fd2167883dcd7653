"""A document names a person who is not in the organisation."""

from collections.abc import Iterator
from functools import cache

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import people_named


@rule("OR001", "unknown-person", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """People named in documents and known to nobody; silent when the list of people was not read."""
    house = binder.organisation
    names = {person.id: person.name for person in house.people}

    @cache
    def close(typed: str) -> str:
        return nearest(typed, names)

    for document in binder.documents if house.was_read("people") else ():
        for field, index, person in people_named(document):
            if person not in names:
                place = document.place(field, index)
                yield at(place, reference=document.reference, field=field, person=person, close=close(person))
