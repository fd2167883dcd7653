"""A role is named that the organisation does not have."""

from collections.abc import Iterator
from functools import cache

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.rules.organisation.audiences import roles_named
from classeur.rules.registry import Problem, at, rule


@rule("OR002", "unknown-role", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Roles of audiences, readings again, people and newcomers' paths; silent when their list was not read."""
    house = binder.organisation
    titles = {role.id: role.title for role in house.roles}

    @cache
    def close(typed: str) -> str:
        return nearest(typed, titles)

    if not house.was_read("roles"):
        return
    for document in binder.documents:
        for role, place in roles_named(document):
            if role not in titles:
                yield at(place, reference=document.reference, role=role, close=close(role))
    for number, person in enumerate(house.people):
        for index, role in enumerate(person.roles):
            if role not in titles:
                yield at(house.place("people", number, "roles", index), role=role, close=close(role))
    for number, path in enumerate(house.paths):
        if path.role not in titles:
            yield at(house.place("paths", number, "role"), role=path.role, close=close(path.role))
