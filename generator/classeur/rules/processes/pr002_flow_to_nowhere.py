"""An end of a flow looks like a process, and there is no such process."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.references import PROCESS_CODE
from classeur.rules.registry import Problem, at, rule


@rule("PR002", "flow-to-nowhere", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Codes in inputs and outputs that no sheet has; silent while a text cannot be read: it may be the sheet."""
    if binder.unread:
        return
    for document, header in binder.sheets:
        ends = [("inputs", "from", number, end.what, end.from_) for number, end in enumerate(header.inputs)]
        ends += [("outputs", "to", number, end.what, end.to) for number, end in enumerate(header.outputs)]
        for side, key, number, what, code in ends:
            if PROCESS_CODE.fullmatch(code) and code not in binder.process:
                yield at(document.place(side, number, key), what=what, process=code, reference=document.reference)
