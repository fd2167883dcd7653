"""Nothing leads to a document: no link, no citation, no process."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("LK007", "orphan-document", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Documents outside the manual and the processes, that no other text mentions."""
    mentioned = _mentioned(binder)
    for document in binder.documents:
        if document.header.processes or document.is_process_sheet or "processes" in document.refused:
            continue
        if document.path.parts[0] != "manual" and document.reference not in mentioned:
            yield at(document.place("processes"), reference=document.reference)


def _mentioned(binder: Binder) -> set[str]:
    found: set[str] = set()
    for path in binder.organisation.paths:
        found.update(reference for stage in path.stages for reference in stage.documents)
    for lead in binder.leads:
        target = binder.document_at(lead)
        if target is not None and target is not lead.document:
            found.add(target.reference)
    for document in binder.documents:
        found.update({citation.reference for citation in document.outline.citations} - {document.reference})
    return found
