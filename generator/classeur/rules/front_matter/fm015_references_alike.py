"""Two different references that people and some computers take for one."""

from collections import defaultdict
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule


@rule("FM015", "references-alike", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """References that differ only by their capitals, told on each of their texts."""
    alike: dict[str, list[str]] = defaultdict(list)
    for reference in binder.by_reference:
        alike[folded(reference)].append(reference)
    for group in alike.values():
        for reference in group if len(group) > 1 else ():
            others = ", ".join(other for other in group if other != reference)
            for document in binder.by_reference[reference]:
                yield at(document.place("reference"), reference=reference, other=others)
