"""A passage is dummy text."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, in_each_text, rule

_DUMMY = ("lorem ipsum", "dolor sit amet")


@rule("TX002", "lorem-ipsum", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """The Latin that fills a page while its text is awaited."""
    return in_each_text(binder, _latin)


def _latin(document: Document) -> Iterator[Problem]:
    lowered = document.body.lower()
    if not any(words in lowered for words in _DUMMY):
        return
    for number, line in enumerate(document.outline.prose, 1):
        text = next((words for words in _DUMMY if words in line.lower()), None)
        if text:
            column = line.lower().index(text) + 1
            yield at(document.in_body(number, column), text=text, reference=document.reference)
