"""A waiver is granted by somebody who may not accept this fault."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, all_rules, at, is_granted, rule


@rule("RG007", "waiver-without-the-right", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Running waivers of known people that have no effect, as only an approver may accept the fault."""
    for waiver in binder.waivers:
        waived = all_rules().get(waiver.code)
        if waived is None or waiver.until < binder.today or waiver.person not in binder.organisation.person:
            continue
        if not is_granted(waiver, waived, binder):
            person = binder.organisation.name_of(waiver.person)
            yield at(waiver.where, rule=waiver.code, reference=waiver.reference, person=person)
