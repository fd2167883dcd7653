"""The register of external documents holds the same reference twice."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule


@rule("RG008", "external-document-twice", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Entries whose reference stands above already, whatever its capitals and accents; told on the second."""
    met: dict[str, Location] = {}
    for external in binder.external:
        first = met.setdefault(folded(external.reference), external.where)
        if first is not external.where:
            yield at(external.where, external=external.reference, line=first.line)
