"""Several files claim the same reference."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("FM013", "duplicate-reference", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Each of the files, with the paths of the others."""
    groups = binder.by_reference
    for reference, group in groups.items() if len(groups) < len(binder.documents) else ():
        for document in group if len(group) > 1 else ():
            others = ", ".join(str(other.path) for other in group if other is not document)
            yield at(document.place("reference"), reference=reference, other=others)
