"""Nobody present watches an external document that applies."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.external import Applicability
from classeur.rules.registry import Problem, at, rule


@rule("RG010", "external-without-owner", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Applicable entries without owner, or whose owner is unknown or has left."""
    house = binder.organisation
    if not house.was_read("people"):
        return
    for external in binder.external:
        if external.applicability is not Applicability.APPLICABLE:
            continue
        owner = house.person.get(external.owner)
        if owner is None or owner.has_left(binder.today):
            owner_name = house.name_of(external.owner) or "–"
            yield at(external.where, external=external.reference, title=external.title, owner=owner_name)
