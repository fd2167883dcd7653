"""Nobody has looked whether an external document changed, on the day that was set."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.external import Applicability
from classeur.rules.registry import Problem, at, rule


@rule("RG009", "external-check-overdue", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Entries whose next check comes before today, but for those that do not apply."""
    for external in binder.external:
        if external.applicability is Applicability.NOT_APPLICABLE or external.next_check is None:
            continue
        if external.next_check < binder.today:
            owner = binder.organisation.name_of(external.owner) or "–"
            days = (binder.today - external.next_check).days
            yield at(external.where, external=external.reference, title=external.title, owner=owner, days=days)
