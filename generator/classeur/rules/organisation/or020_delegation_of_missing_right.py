"""A delegation of a right that its giver does not have."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Organisation, Person, Step
from classeur.rules.registry import Problem, at, rule


@rule("OR020", "delegation-of-missing-right", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Steps of a running or coming delegation that no role of the person who gives it allows."""
    house = binder.organisation
    for number, delegation in enumerate(house.delegations):
        giver = house.person.get(delegation.from_person)
        if giver is None or delegation.until is None or delegation.until < binder.today:
            continue
        for step in sorted(delegation.steps - _own_rights(giver, house)):
            yield at(house.place("delegations", number, "steps"), person=house.name_of(giver.id), step=step)


def _own_rights(person: Person, house: Organisation) -> frozenset[Step]:
    """Everything that the person's roles allow; all steps when one of the roles is unknown, told elsewhere."""
    if any(role not in house.role for role in person.roles):
        return frozenset(Step)
    return frozenset().union(*(house.role[role].may for role in person.roles))
