"""A process is not measured."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("PR003", "no-indicator", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Processes without any indicator, unless the file that holds them has a fault of its own."""
    for document, header in binder.sheets:
        process = binder.process.get(header.code)
        if process and not process.indicators and not process.indicators_are_faulty:
            yield at(document.place("code"), process=header.code, reference=document.reference)
