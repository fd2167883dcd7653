"""A process has no pilot."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR001", "no-pilot", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Process sheets that name no pilot."""
    for document, header in binder.sheets:
        if not header.pilot and "pilot" not in document.refused:
            yield at(document.place("pilot"), process=header.code or document.reference, reference=document.reference)
