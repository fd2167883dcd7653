"""The person who wrote a document may not approve it, unless the circuit allows one person to hold two steps."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.cumul import people_at_both


@rule("WF001", "approved-by-writer", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Writers among the approvers, where the circuit forbids it or asks for a reason that is missing."""
    for document, place, person in people_at_both(binder, "writer", "approver"):
        yield at(place, reference=document.reference, person=binder.organisation.name_of(person))
