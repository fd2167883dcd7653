"""Two sections side by side have the same heading."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.outline import Heading
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, in_each_text, rule


@rule("TX014", "headings-alike", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Headings with the same words under the same parent."""
    return in_each_text(binder, _alike)


def _alike(document: Document) -> Iterator[Problem]:
    above: list[Heading] = []
    seen: set[tuple[int, int, str]] = set()
    for heading in document.outline.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        key = (above[-1].line if above else 0, heading.level, folded(heading.text))
        if key in seen:
            yield at(document.in_body(heading.line), heading=heading.text, reference=document.reference)
        seen.add(key)
        above.append(heading)
