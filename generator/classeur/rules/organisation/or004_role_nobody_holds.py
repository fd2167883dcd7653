"""A role is counted on, and nobody present holds it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.organisation import Organisation
from classeur.rules.organisation.audiences import reaches_somebody, roles_named
from classeur.rules.registry import Problem, at, rule


@rule("OR004", "role-nobody-holds", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Once for each role without a holder that audiences or newcomers' paths name.

    An audience that reaches nobody at all has its own rule.
    """
    house, reaches = binder.organisation, reaches_somebody(binder)
    uses = Counter(path.role for path in house.paths)

    def counted(document: Document) -> tuple[str, ...]:
        audience = document.header.audience
        return _named(document) if audience is None or reaches(audience) else ()

    told = binder.of_each("OR004", counted, house, binder.today)
    uses.update(binder.kept.of("OR004", "", (told,), lambda: Counter(chain.from_iterable(told))))
    held = binder.kept.of("roles held", "", (house, binder.today), lambda: _held(house, binder.today))
    for number, role in enumerate(house.roles):
        if house.people and uses[role.id] and role.id not in held:
            yield at(house.place("roles", number), role=role.title or role.id, uses=uses[role.id])


def _named(document: Document) -> tuple[str, ...]:
    return tuple({role for role, _ in roles_named(document)})


def _held(house: Organisation, today: dt.date) -> frozenset[str]:
    return frozenset(role for person in house.people if person.is_present(today) for role in person.roles)
