"""A copy on paper is said to hold a document that does not exist."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.copies import ALL_DOCUMENTS, PaperCopy
from classeur.rules.registry import Problem, at, rule


@rule("RG082", "copy-of-unknown-document", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Each reference of the register that no text and no release knows."""
    for copy in binder.registers.of(PaperCopy):
        for document in copy.documents:
            if document not in ALL_DOCUMENTS and not binder.knows(document):
                yield at(copy.where, number=copy.number, document=document)
