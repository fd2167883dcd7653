"""The glossary explains the same term twice."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule


@rule("RG004", "term-twice", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Terms that stand above already, whatever their capitals and accents; told on the second."""
    met: dict[str, Location] = {}
    for term in binder.glossary:
        if term.where is None:
            continue
        first = met.setdefault(folded(term.term), term.where)
        if first is not term.where:
            yield at(term.where, term=term.term, line=first.line)
