"""The reference of a process sheet is not made of its process's code."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import ProcessHeader
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("FM018", "sheet-reference", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Sheets whose reference is not FP- and the code of their process."""
    for document in binder.documents:
        header = document.header
        if isinstance(header, ProcessHeader) and header.code and header.reference != f"FP-{header.code}":
            yield at(document.place("reference"), reference=header.reference, expected=f"FP-{header.code}")
