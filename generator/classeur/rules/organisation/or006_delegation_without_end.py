"""A delegation has no end."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("OR006", "delegation-without-end", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Delegations whose `until` is empty: they never count."""
    house = binder.organisation
    for number, delegation in enumerate(house.delegations):
        if delegation.until is None:
            yield at(
                house.place("delegations", number),
                holder=house.name_of(delegation.from_person),
                person=house.name_of(delegation.to_person),
            )
