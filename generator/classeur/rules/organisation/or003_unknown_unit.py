"""A unit is named that the organisation does not have."""

from collections.abc import Iterator
from functools import cache

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.rules.registry import Problem, at, rule


@rule("OR003", "unknown-unit", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Units of audiences and people; silent when their list was not read."""
    house = binder.organisation
    titles = {unit.id: unit.title for unit in house.units}

    @cache
    def close(typed: str) -> str:
        return nearest(typed, titles)

    if not house.was_read("units"):
        return
    for document in binder.documents:
        audience = document.header.audience
        for index, unit in enumerate(audience.units or () if audience else ()):
            if unit not in titles:
                place = document.place("audience", "units", index)
                yield at(place, reference=document.reference, unit=unit, close=close(unit))
    for number, person in enumerate(house.people):
        for index, unit in enumerate(person.units):
            if unit not in titles:
                yield at(house.place("people", number, "units", index), unit=unit, close=close(unit))
