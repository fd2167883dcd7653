"""No document but its own sheet belongs to a process."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR011", "process-without-document", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Processes that no procedure, form or list mentions on its line `processes`."""
    told = binder.of_each("PR011", _explains)
    explained = binder.kept.of("PR011", "", (told,), lambda: set[str]().union(*told))
    if binder.unread:
        return
    for document, header in binder.sheets:
        if header.code and header.code not in explained:
            yield at(document.place("code"), process=header.code, reference=document.reference)


def _explains(document: Document) -> tuple[str, ...]:
    return () if document.is_process_sheet else document.header.processes
