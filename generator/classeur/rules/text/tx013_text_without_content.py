"""A text says almost nothing."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location, Severity
from classeur.model.kinds import Style
from classeur.rules.registry import Problem, at, rule
from classeur.rules.text.kinds import style

_FEWEST_WORDS = 30


@rule("TX013", "text-without-content", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Bodies of a few words; forms, process sheets and texts made of pictures say the rest otherwise."""
    for document in binder.documents:
        if says_too_little(binder, document):
            yield at(Location(document.path), words=document.outline.words, reference=document.reference)


def says_too_little(binder: Binder, document: Document) -> bool:
    """Whether the body is too short to be a text: other rules then have nothing to add."""
    outline = document.outline
    if outline.has_words(_FEWEST_WORDS) or document.is_process_sheet:
        return False
    return not outline.pictures and not outline.fences and style(binder, document) is not Style.FORM
