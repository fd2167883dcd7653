"""One person may write, validate and approve the same document only in an organisation of one person."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Size
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.cumul import people_at_every_step
from classeur.rules.workflow.people_named import is_asked, people_named


@rule("WF004", "one-person-for-everything", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """People at the three steps of a circuit, whatever it says of cumul and whatever the reason given."""
    if binder.organisation.size is Size.SINGLE:
        return
    for document in binder.unreleased:
        if not is_asked(binder, document, "validator") or not is_asked(binder, document, "approver"):
            continue
        alone = people_at_every_step(document.header)
        for _, index, person in people_named(document, "approver") if alone else ():
            if person in alone:
                place = document.place("approver", index)
                yield at(place, reference=document.reference, person=binder.organisation.name_of(person))
