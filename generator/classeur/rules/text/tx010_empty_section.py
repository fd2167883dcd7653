"""A heading has nothing beneath it."""

from collections.abc import Iterator
from itertools import zip_longest

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.outline import Heading
from classeur.rules.registry import Problem, at, in_each_text, rule


@rule("TX010", "empty-section", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Headings followed by no text and no deeper heading."""
    return in_each_text(binder, _empty)


def _empty(document: Document) -> Iterator[Problem]:
    headings = document.outline.headings
    for heading, following in zip_longest(headings, headings[1:]):
        deeper = following is not None and following.level > heading.level
        if not deeper and not _has_text(document, heading, following):
            yield at(document.in_body(heading.line), heading=heading.text, reference=document.reference)


def _has_text(document: Document, heading: Heading, following: Heading | None) -> bool:
    end = following.line - 1 if following else None
    if any(line.strip() for line in document.outline.prose[heading.line : end]):
        return True
    lines = document.body.split("\n")[heading.line : end]
    return any(line.strip() and not line.lstrip().startswith("<!--") for line in lines)
