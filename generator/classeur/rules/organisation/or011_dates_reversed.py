"""Something ends before it begins."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.organisation import Organisation
from classeur.rules.registry import Problem, at, rule

_Period = tuple[Location, str, dt.date | None, dt.date | None]


@rule("OR011", "dates-reversed", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """People's stays, their leaves and delegations whose last day comes before the first."""
    house = binder.organisation
    for place, person, start, end in binder.kept.of("OR011", "", (house,), lambda: tuple(_reversed(house))):
        yield at(place, person=person, start=start, end=end)


def _reversed(house: Organisation) -> Iterator[_Period]:
    return (each for each in _periods(house) if each[2] and each[3] and each[3] < each[2])


def _periods(house: Organisation) -> Iterator[_Period]:
    for number, person in enumerate(house.people):
        name = house.name_of(person.id)
        yield house.place("people", number, "until"), name, person.from_, person.until
        for index, leave in enumerate(person.leaves):
            yield house.place("people", number, "leaves", index, "until"), name, leave.from_, leave.until
    for number, delegation in enumerate(house.delegations):
        holder = house.name_of(delegation.from_person)
        yield house.place("delegations", number, "until"), holder, delegation.from_, delegation.until
