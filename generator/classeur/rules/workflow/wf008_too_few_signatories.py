"""The circuit asks for more signatures than the document names people."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import Step
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import FIELD_OF


@rule("WF008", "too-few-signatories", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Some people named for a step, but fewer than its signatures; one approver is enough in an emergency."""
    for document in binder.unreleased:
        kind = binder.kind_of(document)
        if kind is None or document.header.urgent:
            continue
        for step in (Step.VALIDATE, Step.APPROVE):
            field, asked = FIELD_OF[step], kind.circuit.signatures(step)
            named = len(set(getattr(document.header, field)))
            if 0 < named < asked and field not in document.refused:
                yield at(document.place(field), reference=document.reference, field=field, named=named, asked=asked)
