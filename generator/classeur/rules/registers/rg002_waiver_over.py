"""A waiver that still stands in the list after its last day."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("RG002", "waiver-over", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Waivers whose last day has passed: the fault counts again."""
    for waiver in binder.waivers:
        if waiver.until < binder.today:
            yield at(waiver.where, rule=waiver.code, reference=waiver.reference, until=waiver.until)
