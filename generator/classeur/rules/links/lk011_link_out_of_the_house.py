"""A path leaves the folder of the house."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.links import End
from classeur.rules.registry import Problem, at, rule


@rule("LK011", "link-out-of-the-house", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Links and pictures whose path climbs above the house's folder."""
    for lead in binder.leads:
        if lead.end is End.OUTSIDE:
            yield at(lead.where, target=lead.link.target, reference=lead.document.reference)
