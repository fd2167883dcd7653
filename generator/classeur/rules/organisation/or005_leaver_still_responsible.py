"""Somebody who has left is still named in a text."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Step
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import FIELDS, STEP_OF, is_asked, people_named

_STILL_AT_WORK = ("owner", "pilot", "deputy")


@rule("OR005", "leaver-still-responsible", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Leavers among the people named; a signature that nobody else may give is left to WF016.

    Only a warning: a signature that waits goes to the present holders of the role. In a released text only its owner
    and its pilot still have something to do: the signatures of those who left stay valid.
    """
    house, today = binder.organisation, binder.today
    leavers = {person.id: person for person in house.people if person.has_left(today)}
    if not leavers:
        return
    lost = {step for step in (Step.VALIDATE, Step.APPROVE) if not house.anyone_may(step, today)}
    for document in binder.documents:
        fields = _STILL_AT_WORK if binder.is_released(document) else FIELDS
        for field, index, person in people_named(document, *fields):
            if person not in leavers or STEP_OF.get(field) in lost or not is_asked(binder, document, field):
                continue
            yield at(
                document.place(field, index),
                reference=document.reference,
                field=field,
                person=house.name_of(person),
                left=leavers[person].until,
                id=person,
            )
