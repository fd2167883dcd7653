"""An audit of the programme has not been done."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.audits import Audit
from classeur.rules.registry import Problem, at, rule


@rule("RG048", "audit-not-done", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Audits whose day has passed."""
    for audit in binder.registers.of(Audit):
        if audit.planned_on and audit.is_late(binder.today) and "done_on" not in audit.refused_keys:
            days = (binder.today - audit.planned_on).days
            yield at(audit.place_of("planned_on"), number=audit.number, topic=audit.topic, days=days)
