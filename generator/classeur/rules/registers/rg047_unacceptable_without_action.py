"""A risk or an event is rated unacceptable and no action answers it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.actions import Action
from classeur.model.registers.events import Event, Zone
from classeur.model.registers.risks import Risk
from classeur.rules.registry import Problem, at, rule


@rule("RG047", "unacceptable-without-action", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Rows in the unacceptable zone that name no action, and that no action names as its source."""
    if "actions" in binder.registers.faulty:
        return
    answered = {action.source for action in binder.registers.of(Action)}
    rated: tuple[Event | Risk, ...] = (*binder.registers.of(Event), *binder.registers.of(Risk))
    for row in rated:
        if row.zone is not Zone.UNACCEPTABLE or "actions" in row.refused_keys:
            continue
        if not row.actions and row.number not in answered:
            yield at(row.place_of("severity"), number=row.number, criticality=row.criticality)
