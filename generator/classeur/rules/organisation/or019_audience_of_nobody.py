"""A text is addressed to nobody."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Audience
from classeur.model.findings import Severity
from classeur.model.organisation import Organisation
from classeur.rules.organisation.audiences import reaches_somebody
from classeur.rules.registry import Problem, at, rule


@rule("OR019", "audience-of-nobody", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Audiences whose roles and units, all known, no present person holds together."""
    house, reaches = binder.organisation, reaches_somebody(binder)
    for document in binder.documents if house.people else ():
        audience = document.header.audience
        if audience is None or "audience" in document.refused or reaches(audience):
            continue
        if _is_known(audience, house):
            yield at(document.place("audience"), reference=document.reference)


def _is_known(audience: Audience, house: Organisation) -> bool:
    return all(role in house.role for role in audience.roles or ()) and all(
        unit in house.unit for unit in audience.units or ()
    )
