"""An action should be done and is not."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.actions import Action
from classeur.rules.registry import Problem, at, rule


@rule("RG031", "action-late", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Open actions whose day has passed."""
    for action in binder.registers.of(Action):
        if action.due and action.is_late(binder.today):
            days = (binder.today - action.due).days
            pilot = binder.organisation.name_of(action.pilot) or "–"
            yield at(action.place_of("due"), number=action.number, action=action.action, pilot=pilot, days=days)
