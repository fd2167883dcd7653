"""A link or a citation refers to a document that another one replaces."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location, Severity
from classeur.rules.registry import Problem, at, rule


@rule("LK006", "link-to-replaced", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """References to a replaced document, except in the one that replaces it."""
    if not binder.replacements:
        return
    for document, where, cited in _referrals(binder):
        successors = binder.replaced_by(cited)
        if successors and document not in successors and not binder.replaced_by(document.reference):
            replacement = ", ".join(successor.reference for successor in successors)
            yield at(where, replaced=cited, replacement=replacement, reference=document.reference)


def _referrals(binder: Binder) -> Iterator[tuple[Document, Location, str]]:
    for lead in binder.leads:
        target = binder.document_at(lead)
        if target is not None:
            yield lead.document, lead.where, target.reference
    for document in binder.documents:
        for citation in document.outline.citations:
            yield document, document.in_body(citation.line, citation.column), citation.reference
