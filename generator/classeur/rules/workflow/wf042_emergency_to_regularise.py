"""An emergency edition is in force for a while: it waits for its circuit."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.emergencies import emergencies


@rule("WF042", "emergency-to-regularise", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Emergency editions whose last day has not passed."""
    for place, release, until in emergencies(binder):
        if until >= binder.today:
            reference = binder.ledger.present(release.reference)
            yield at(place, reference=reference, version=release.version, until=until)
