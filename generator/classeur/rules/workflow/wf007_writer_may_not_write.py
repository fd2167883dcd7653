"""The person named as writer has no role, and no running delegation, that allows it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Step
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import people_without_right


@rule("WF007", "writer-may-not-write", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Writers who may not write today."""
    for document, place, person in people_without_right(binder, Step.WRITE):
        yield at(place, reference=document.reference, person=binder.organisation.name_of(person))
