"""An address to which no message can be sent."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule

_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")


@rule("OR018", "bad-email", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """E-mails without an @, with two, or with a space; a person may have none."""
    house = binder.organisation
    for number, person in enumerate(house.people):
        if person.email and not _ADDRESS.fullmatch(person.email):
            place = house.place("people", number, "email")
            yield at(place, person=house.name_of(person.id), email=person.email)
