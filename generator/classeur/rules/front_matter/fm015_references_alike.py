"""Two different references that people and some computers take for one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule


@rule("FM015", "references-alike", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """References that differ only by their capitals, told on each of their texts."""
    references = binder.references
    for group in binder.kept.of("FM015", "", (references,), lambda: _alike(references)):
        for reference in group:
            others = ", ".join(other for other in group if other != reference)
            for document in binder.by_reference[reference]:
                yield at(document.place("reference"), reference=reference, other=others)


def _alike(references: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    alike: dict[str, list[str]] = defaultdict(list)
    for reference in dict.fromkeys(references):
        alike[folded(reference)].append(reference)
    return tuple(tuple(group) for group in alike.values() if len(group) > 1)
