"""An emergency edition has ended and nobody regularised it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.emergencies import emergencies


@rule("WF043", "emergency-lapsed", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Emergency editions whose last day has passed: the version before them applies again, or none."""
    for place, release, until in emergencies(binder):
        if until < binder.today:
            reference = binder.ledger.present(release.reference)
            yield at(place, reference=reference, version=release.version, until=until)
