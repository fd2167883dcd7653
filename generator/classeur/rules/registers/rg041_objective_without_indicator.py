"""An objective that is pursued has no indicator to show it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.objectives import Objective, ObjectiveState
from classeur.rules.registry import Problem, at, rule


@rule("RG041", "objective-without-indicator", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Objectives in progress without an indicator."""
    for objective in binder.registers.of(Objective):
        if objective.state is not ObjectiveState.IN_PROGRESS or "indicator" in objective.refused_keys:
            continue
        if not objective.indicator:
            place = objective.place_of("objective")
            yield at(place, number=objective.number, objective=objective.objective)
