"""A reference cited in a sentence belongs to no document."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import alike
from classeur.rules.registry import Problem, at, rule


@rule("LK004", "cited-reference-unknown", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Citations that begin with the code of one of our kinds; silent while a text cannot be read: it may be the one."""
    codes = {kind.code for kind in binder.organisation.kinds}
    if binder.unread:
        return
    for document in binder.documents:
        for citation in document.outline.citations:
            cited = citation.reference
            if binder.knows(cited) or binder.replaced_by(cited) or cited in binder.external_by_reference:
                continue
            if cited.split("-")[0] in codes and any(character.isdigit() for character in cited):
                yield at(
                    document.in_body(citation.line, citation.column),
                    cited=cited,
                    close=alike(cited, binder.by_reference),
                    reference=document.reference,
                )
