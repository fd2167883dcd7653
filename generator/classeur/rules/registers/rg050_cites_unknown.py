"""A text says at its top that it rests on something that the house does not know."""

from collections.abc import Iterator
from functools import cache

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.nearest import alike
from classeur.model.registers.standards import Criterion
from classeur.rules.registry import Problem, at, rule


@rule("RG050", "cites-unknown", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Citations that are no criterion, text or external document; silent while one of these lists cannot be read."""
    if binder.unread or binder.registers.faulty & {"standards", "external"}:
        return
    criteria = {criterion.citation for criterion in binder.registers.of(Criterion)}

    @cache
    def known() -> list[str]:
        texts = sorted(binder.by_reference)
        return [*sorted(criteria), *sorted(binder.standards), *binder.external_by_reference, *texts]

    @cache
    def close_to(citation: str) -> str:
        return alike(citation, known())

    for document in binder.documents:
        for number, citation in enumerate(document.header.cites):
            if citation in criteria or citation in binder.standards or _is_text(binder, citation):
                continue
            close = close_to(citation)
            place = document.place("cites", number)
            yield at(place, cited=citation, close=close, reference=document.reference)


def _is_text(binder: Binder, citation: str) -> bool:
    """Whether it names a text of the house or of others, with or without a passage after a colon."""
    source, _, passage = citation.partition(":")
    if passage and source in binder.standards:
        return False
    names = (citation, source.strip())
    return any(binder.knows(name) or name in binder.external_by_reference for name in names)
