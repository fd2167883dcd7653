"""No document but its own sheet belongs to a process."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR011", "process-without-document", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Processes that no procedure, form or list mentions on its line `processes`."""
    explained = {code for d in binder.documents if not d.is_process_sheet for code in d.header.processes}
    if binder.unread:
        return
    for document, header in binder.sheets:
        if header.code and header.code not in explained:
            yield at(document.place("code"), process=header.code, reference=document.reference)
