"""A link leads to a part of a page that does not exist."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import compress

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.links import End, leads, split_target
from classeur.rules.registry import Problem, at, rule

_MADE_BY_THE_SITE = ("fn:", "fnref:", "__")


@rule("LK005", "anchor-unknown", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Anchors that no heading of the page has."""
    files = binder.files_as_written
    named = compress(binder.documents, binder.of_each("LK005", _names_a_place))
    for lead in (lead for document in named for lead in leads(document, files)):
        if "#" not in lead.link.target:
            continue
        page = lead.document if lead.end is End.PAGE else binder.document_at(lead)
        anchor = split_target(lead.link.target)[1]
        if page is None or not anchor or anchor.startswith(_MADE_BY_THE_SITE) or _has(page, anchor):
            continue
        close = get_close_matches(anchor, page.outline.anchors, n=3)
        yield at(lead.where, anchor=anchor, close=", ".join(close) or "–", reference=lead.document.reference)


def _has(page: Document, anchor: str) -> bool:
    """Whether a heading has the anchor, or a paragraph that was given one by hand."""
    marks = (f'"{anchor}"', f"'{anchor}'", f"#{anchor} ", f"#{anchor}}}")
    return anchor in page.outline.anchors or any(
        mark in line for line in page.outline.prose if "{" in line or "<" in line for mark in marks
    )


def _names_a_place(document: Document) -> bool:
    return any("#" in link.target for link in document.outline.targets)
