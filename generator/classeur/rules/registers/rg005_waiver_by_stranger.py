"""A waiver that nobody of the organisation answers for."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import nearest
from classeur.rules.registry import Problem, at, rule


@rule("RG005", "waiver-by-stranger", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Running waivers whose person is unknown."""
    names = {person.id: person.name for person in binder.organisation.people}
    for waiver in binder.waivers if names else ():
        if waiver.person not in names and waiver.until >= binder.today:
            close = nearest(waiver.person, names)
            yield at(waiver.where, person=waiver.person, close=close, reference=waiver.reference)
