"""An action is said to be done, or effective, and nothing shows it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.actions import Action, ActionState
from classeur.rules.registry import Problem, at, rule


@rule("RG032", "action-closed-without-proof", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Done actions without evidence; actions said to be effective without what was seen."""
    for action in binder.registers.of(Action):
        if action.state not in (ActionState.DONE, ActionState.EFFECTIVE):
            continue
        needed = ("evidence",) if action.state is ActionState.DONE else ("effect_checked_on", "effect")
        for key in needed:
            if not getattr(action, key) and key not in action.refused_keys:
                yield at(action.place_of("state"), number=action.number, missing=key, cell=action.cell_of("state"))
