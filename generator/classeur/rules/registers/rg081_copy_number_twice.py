"""Two copies on paper bear the same number."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.registers.copies import PaperCopy
from classeur.rules.registry import Problem, at, rule


@rule("RG081", "copy-number-twice", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Entries whose number stands above already; told on the second."""
    met: dict[str, Location] = {}
    for copy in binder.registers.of(PaperCopy):
        first = met.setdefault(copy.number, copy.where)
        if first is not copy.where:
            yield at(copy.where, number=copy.number, line=first.line)
