"""A link or a picture names a place that one computer, or one network, knows."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.links import End
from classeur.rules.registry import Problem, at, rule


@rule("LK008", "path-of-one-computer", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Paths of a disk, a home folder or a network share."""
    for lead in binder.leads:
        if lead.end is End.COMPUTER:
            yield at(lead.where, target=lead.link.target, reference=lead.document.reference)
