"""A delegation names somebody who is not in the organisation."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.rules.registry import Problem, at, rule


@rule("OR007", "delegation-of-stranger", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Unknown people on either side of a delegation; silent when their list was not read."""
    house = binder.organisation
    names = {person.id: person.name for person in house.people}
    for number, delegation in enumerate(house.delegations if house.was_read("people") else ()):
        for field, person in (("from_person", delegation.from_person), ("to_person", delegation.to_person)):
            if person not in names:
                place = house.place("delegations", number, field)
                yield at(place, field=field, person=person, close=nearest(person, names))
