"""The kind of document asks for a consultation whose date is not written."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("WF012", "required-consultation-missing", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Bodies that the kind requires and that `consulted` does not name."""
    for document in binder.unreleased:
        kind = binder.kind_of(document)
        if kind is None or not kind.requires or "consulted" in document.refused:
            continue
        for body in kind.requires:
            if body not in document.header.consulted:
                yield at(
                    document.place("consulted"),
                    reference=document.reference,
                    body=body,
                    kind=kind.title or kind.id,
                )
