"""A title that fits neither a list nor the top of a page."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule

LONGEST = 120


@rule("FM016", "title-too-long", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Titles of more than 120 characters."""
    for document in binder.documents:
        length = len(document.header.title)
        if length > LONGEST:
            yield at(document.place("title"), length=length, limit=LONGEST, reference=document.reference)
