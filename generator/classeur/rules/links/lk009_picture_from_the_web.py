"""A picture is fetched from the web."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.links import End
from classeur.rules.registry import Problem, at, rule

_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']?((?:https?:)?//[^\s"'>]+)""", re.IGNORECASE)


@rule("LK009", "picture-from-the-web", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Pictures whose address begins with http, in Markdown or in HTML."""
    for lead in binder.leads:
        if lead.link.is_picture and lead.end is End.ADDRESS and _WEB.match(lead.link.target):
            yield at(lead.where, target=lead.link.target, reference=lead.document.reference)
    for document in binder.documents:
        for tag in document.outline.tags:
            if tag.name == "img" and (source := _SOURCE.search(tag.attributes)):
                yield at(document.in_body(tag.line, tag.column), target=source[1], reference=document.reference)
