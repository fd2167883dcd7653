"""An objective's day has passed and nobody said whether it was reached."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.objectives import Objective
from classeur.rules.registry import Problem, at, rule


@rule("RG042", "objective-undecided", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Objectives still in progress after their day."""
    for objective in binder.registers.of(Objective):
        if objective.due and objective.is_late(binder.today):
            days = (binder.today - objective.due).days
            place = objective.place_of("due")
            yield at(place, number=objective.number, objective=objective.objective, days=days)
