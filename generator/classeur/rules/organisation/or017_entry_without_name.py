"""A person, a role, a unit or a kind that has an identifier and no name to show."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("OR017", "entry-without-name", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """People without a name; roles, units and kinds without a title; kinds without the code of their references."""
    house = binder.organisation
    named = {
        ("people", "name"): [(person.id, person.name) for person in house.people],
        ("roles", "title"): [(role.id, role.title) for role in house.roles],
        ("units", "title"): [(unit.id, unit.title) for unit in house.units],
        ("kinds", "title"): [(kind.id, kind.title) for kind in house.kinds],
        ("kinds", "code"): [(kind.id, kind.code) for kind in house.kinds],
    }
    for (section, field), entries in named.items():
        for number, (identifier, name) in enumerate(entries):
            if not name:
                yield at(house.place(section, number, field), field=field, id=identifier)
