"""An indicator has missed its target twice and no action answers it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.periods import first_day
from classeur.model.registers.actions import Action
from classeur.model.registers.rows import REGISTERS
from classeur.rules.registry import Problem, at, rule


@rule("RG039", "out-of-target-without-action", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Indicators whose last two measures miss the target, without an action that names them, open or done since."""
    if "actions" in binder.registers.faulty:
        return
    actions = [action for action in binder.registers.of(Action) if action.reason == ""]
    for process in binder.processes:
        for indicator in process.indicators:
            measures = sorted(indicator.measures, key=lambda measure: measure.period)[-2:]
            if len(measures) < 2 or any(indicator.reaches_target(measure) is not False for measure in measures):
                continue
            since = first_day(measures[0].period)
            answered = (action for action in actions if indicator.id in (action.indicator, action.source))
            if not any(action.is_open or (action.done_on and action.done_on >= since) for action in answered):
                values = ", ".join(f"{measure.value:g}" for measure in measures)
                place = indicator.where or Location(REGISTERS)
                target = f"{indicator.target:g}" if indicator.target is not None else "–"
                yield at(place, indicator=indicator.id, title=indicator.title, measured=values, target=target)
