"""An indicator has no target."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR004", "indicator-without-target", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Indicators for which nobody set the value to reach."""
    for process in binder.processes:
        for indicator in process.indicators:
            if indicator.target is None and indicator.where and "target" not in indicator.refused:
                yield at(indicator.where, indicator=indicator.title or indicator.id, reference=process.reference)
