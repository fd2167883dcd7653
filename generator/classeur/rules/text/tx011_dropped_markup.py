"""HTML that the site does not keep."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.markup import ALLOWED_INPUTS, ALLOWED_TAGS
from classeur.model.outline import Tag
from classeur.rules.registry import Problem, at, in_each_text, rule

_ACTIVE = re.compile(r"(?<![\w-])(on[a-z]+|style)\s*=", re.IGNORECASE)
_PROGRAM = re.compile(r"(?:javascript|vbscript):|data:text/html", re.IGNORECASE)
_ATTRIBUTE_LIST = re.compile(r"\{:?\s*[^{}]*?(?<![\w-])(on[a-z]+|style)\s*=[^{}]*\}", re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([\w-]+)""", re.IGNORECASE)


@rule("TX011", "dropped-markup", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Tags out of the list, styles, and anything that would run a program."""
    return in_each_text(binder, _dropped)


def _dropped(document: Document) -> Iterator[Problem]:
    for tag in document.outline.tags:
        if not tag.is_closing and (markup := _dropped_of(tag)):
            yield _at(document, tag.line, tag.column, markup)
    for link in document.outline.links:
        if _PROGRAM.match(link.target):
            yield _at(document, link.line, link.column, link.target)
    if "{" not in document.body:
        return
    for number, line in enumerate(document.outline.prose, 1):
        if "{" in line and "=" in line and (found := _ATTRIBUTE_LIST.search(line)):
            yield _at(document, number, found.start() + 1, found[0])


def _at(document: Document, line: int, column: int, markup: str) -> Problem:
    return at(document.in_body(line, column), markup=markup, reference=document.reference)


def _dropped_of(tag: Tag) -> str | None:
    """What the site takes away from a tag: the whole of it, or an attribute."""
    if tag.name not in ALLOWED_TAGS:
        return f"<{tag.name}>"
    if tag.name == "input":
        kind = _TYPE.search(tag.attributes)
        return None if kind and kind[1].lower() in ALLOWED_INPUTS else "<input>"
    if active := _ACTIVE.search(tag.attributes):
        return f"{active[1].lower()}=…"
    program = _PROGRAM.search(tag.attributes)
    return program[0] if program else None
