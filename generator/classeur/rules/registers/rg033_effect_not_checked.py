"""An action was done some time ago and nobody has looked whether it worked."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.later import later
from classeur.model.registers.actions import Action, ActionState
from classeur.rules.registry import Problem, at, rule


@rule("RG033", "effect-not-checked", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Done actions whose check of effect should have come."""
    limit = binder.organisation.commitments.effect_days
    for action in binder.registers.of(Action):
        if action.state is not ActionState.DONE or action.done_on is None:
            continue
        if later(action.done_on, limit) < binder.today:
            days = (binder.today - action.done_on).days
            yield at(action.place_of("done_on"), number=action.number, action=action.action, days=days)
