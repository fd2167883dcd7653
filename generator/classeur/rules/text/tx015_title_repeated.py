"""The text begins with a title of its own."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.outline import Heading
from classeur.rules.registry import Problem, at, rule


@rule("TX015", "title-repeated", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Bodies whose first line is a heading of level 1."""
    for document in binder.documents:
        title = opening_title(document)
        if title is not None:
            yield at(document.in_body(title.line), heading=title.text, reference=document.reference)


def opening_title(document: Document) -> Heading | None:
    """The heading of level 1 that opens the body, if any."""
    first = next(iter(document.outline.headings), None)
    if first is None or first.level > 1 or any(line.strip() for line in document.outline.prose[: first.line - 1]):
        return None
    return first
