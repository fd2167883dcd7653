"""The person named for a signature has left, and nobody present can sign instead."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import STEP_OF, is_asked, people_named


@rule("WF016", "step-without-holder", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Leavers among validators and approvers, for a step that nobody present may take."""
    house = binder.organisation
    fields = [field for field in ("validator", "approver") if not house.anyone_may(STEP_OF[field], binder.today)]
    for document in binder.unreleased if fields else ():
        for field, index, person in people_named(document, *fields):
            known = house.person.get(person)
            if known and known.has_left(binder.today) and is_asked(binder, document, field):
                place = document.place(field, index)
                yield at(place, reference=document.reference, person=house.name_of(person), step=STEP_OF[field])
