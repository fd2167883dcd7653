"""Two entries of the organisation have the same identifier."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("OR009", "duplicate-id", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """People, roles, units or kinds with an id already given, kinds with a code already given.

    The reading of the file tells a key that is written twice.
    """
    house = binder.organisation
    typed = {
        ("people", "id"): [person.id for person in house.people],
        ("roles", "id"): [role.id for role in house.roles],
        ("units", "id"): [unit.id for unit in house.units],
        ("kinds", "id"): [kind.id for kind in house.kinds],
        ("kinds", "code"): [kind.code for kind in house.kinds],
    }
    for (section, field), words in typed.items():
        met: set[str] = set()
        for number, word in enumerate(words):
            if word and word in met:
                yield at(house.place(section, number, field), field=word)
            met.add(word)
