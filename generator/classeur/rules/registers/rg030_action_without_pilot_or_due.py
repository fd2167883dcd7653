"""An action that is still open has no pilot, or no day by which it is due."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.actions import Action
from classeur.rules.registry import Problem, at, rule


@rule("RG030", "action-without-pilot-or-due", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Open actions that lack one of the two; a value told as wrong is not told again as missing."""
    for action in binder.registers.of(Action):
        if not action.is_open:
            continue
        for key in ("pilot", "due"):
            if not getattr(action, key) and key not in action.refused_keys:
                yield at(action.place_of(key), number=action.number, missing=key, cell=action.cell_of(key))
