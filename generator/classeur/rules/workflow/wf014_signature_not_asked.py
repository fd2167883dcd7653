"""Somebody is named for a signature that the circuit does not ask for."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule
from classeur.rules.workflow.people_named import STEP_OF


@rule("WF014", "signature-not-asked", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Validators or approvers of a kind whose circuit has no such step."""
    for document in binder.unreleased:
        kind = binder.kind_of(document)
        if kind is None:
            continue
        for field in ("validator", "approver"):
            if getattr(document.header, field) and not kind.circuit.signatures(STEP_OF[field]):
                yield at(
                    document.place(field),
                    reference=document.reference,
                    field=field,
                    kind=kind.title or kind.id,
                )
