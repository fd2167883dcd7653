"""A picture or a diagram has no text to replace it."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule

_ALTERNATIVE = re.compile(r"""\balt\s*=\s*(?:"[^"]|'[^']|[^\s"'])""")


@rule("LK003", "picture-without-text", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Pictures without an alternative text, diagrams without a description."""
    for document in binder.documents:
        for line, column, picture in _mute(document):
            yield at(document.in_body(line, column), picture=picture, reference=document.reference)


def _mute(document: Document) -> Iterator[tuple[int, int, str]]:
    for link in document.outline.links:
        if link.is_picture and not link.text:
            yield link.line, link.column, link.target
    for tag in document.outline.tags:
        if tag.name == "img" and not _ALTERNATIVE.search(tag.attributes):
            yield tag.line, tag.column, "img"
    for fence in document.outline.fences:
        if fence.language == "mermaid" and "accDescr" not in fence.text:
            yield fence.line, 1, "mermaid"
