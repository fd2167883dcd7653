"""Two sheets have the same process code."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR006", "process-code-twice", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Sheets whose code an earlier one has; two texts of one reference are another fault."""
    first: dict[str, str] = {}
    for document, header in binder.sheets:
        other = first.setdefault(header.code, document.reference)
        if header.code and other != document.reference:
            yield at(document.place("code"), process=header.code, other=other, reference=document.reference)
