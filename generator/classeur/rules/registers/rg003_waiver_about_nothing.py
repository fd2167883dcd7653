"""A waiver whose rule or whose text does not exist."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, all_rules, at, rule


@rule("RG003", "waiver-about-nothing", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Running waivers that can cover no fault. A text that could not be read may be the one they name."""
    for waiver in binder.waivers:
        if waiver.until < binder.today:
            continue
        if waiver.code not in all_rules():
            yield at(waiver.where, typed=waiver.code)
        if waiver.reference not in binder.by_reference and not binder.unread:
            yield at(waiver.where, typed=waiver.reference)
