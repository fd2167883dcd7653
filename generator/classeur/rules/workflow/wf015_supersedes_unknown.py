"""A document that says it replaces itself, or a document that nobody has."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("WF015", "supersedes-itself-or-unknown", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """References of `supersedes` that are the document's own, or that no document has or had."""
    for document in binder.documents:
        for index, replaced in enumerate(document.header.supersedes):
            if replaced == document.reference or not binder.knows(replaced):
                yield at(document.place("supersedes", index), reference=document.reference, replaced=replaced)
