"""A step that texts need, and that nobody present may take."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Organisation, Step
from classeur.rules.registry import Problem, at, rule


@rule("OR010", "step-nobody-may-take", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Validation or approval that a circuit asks for, and releasing; told at the first role that would allow it."""
    house = binder.organisation
    if not house.people or not house.roles or any(field.startswith("roles") for field in house.refused):
        return
    for step in (Step.VALIDATE, Step.APPROVE, Step.RELEASE):
        asked = step is Step.RELEASE or any(kind.circuit.signatures(step) for kind in house.kinds)
        if asked and not house.anyone_may(step, binder.today):
            yield at(house.place("roles", *_first_role(house, step)), step=step)


def _first_role(house: Organisation, step: Step) -> tuple[int, ...]:
    return next(((number,) for number, role in enumerate(house.roles) if step in role.may), ())
