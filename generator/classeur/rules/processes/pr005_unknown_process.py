"""A document belongs to a process that no sheet describes."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR005", "unknown-process", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Codes on the line `processes` that no sheet has; silent while a text cannot be read: it may be the sheet."""
    if binder.unread:
        return
    known = ", ".join(sorted(binder.process)) or "–"
    for document in binder.documents:
        for number, code in enumerate(document.header.processes):
            if code not in binder.process:
                yield at(document.place("processes", number), process=code, known=known, reference=document.reference)
