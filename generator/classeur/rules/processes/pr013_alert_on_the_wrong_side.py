"""An indicator raises its alert at a better value than its target."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.processes import Direction, Indicator
from classeur.rules.registry import Problem, at, rule


@rule("PR013", "alert-on-the-wrong-side", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Alerts above the target where higher is better, below it where lower is better."""
    for process in binder.processes:
        for indicator in process.indicators:
            if indicator.where and "direction" not in indicator.refused and _is_too_good(indicator):
                yield at(
                    indicator.where,
                    indicator=indicator.title or indicator.id,
                    alert=f"{indicator.alert:g}",
                    target=f"{indicator.target:g}",
                    reference=process.reference,
                )


def _is_too_good(indicator: Indicator) -> bool:
    if indicator.target is None or indicator.alert is None:
        return False
    if indicator.direction is Direction.UP:
        return indicator.alert > indicator.target
    return indicator.alert < indicator.target
