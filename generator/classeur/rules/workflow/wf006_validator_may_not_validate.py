"""The person named as validator has no role, and no running delegation, that allows it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Step
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import people_without_right


@rule("WF006", "validator-may-not-validate", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Validators who may not validate today, where the circuit asks for a validation."""
    for document, place, person in people_without_right(binder, Step.VALIDATE):
        yield at(place, reference=document.reference, person=binder.organisation.name_of(person))
