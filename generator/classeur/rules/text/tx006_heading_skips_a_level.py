"""A heading is two levels or more below the one before it, or takes the level of the document's title."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, in_each_text, rule
from classeur.rules.text.tx015_title_repeated import opening_title


@rule("TX006", "heading-skips-a-level", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Headings that no summary can place; a title repeated at the top is another fault."""
    return in_each_text(binder, _skipping)


def _skipping(document: Document) -> Iterator[Problem]:
    level = 1
    for heading in document.outline.headings:
        expected = min(max(heading.level, 2), level + 1)
        if heading.level != expected and heading != opening_title(document):
            yield at(
                document.in_body(heading.line),
                heading=heading.text,
                level=heading.level,
                expected=expected,
                reference=document.reference,
            )
        level = heading.level
