"""A picture does not exist."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.links import End
from classeur.rules.links.elsewhere import elsewhere
from classeur.rules.registry import Problem, at, rule


@rule("LK002", "missing-picture", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Pictures whose file is not in the house."""
    for lead in binder.leads:
        if lead.end is End.NOWHERE and lead.link.is_picture:
            yield at(
                lead.where, target=lead.link.target, close=elsewhere(binder, lead), reference=lead.document.reference
            )
