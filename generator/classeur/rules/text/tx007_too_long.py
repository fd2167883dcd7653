"""A procedure is too long to be read."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.kinds import Style
from classeur.model.length import is_longer, printed_pages
from classeur.rules.registry import Problem, at, rule
from classeur.rules.text.kinds import style

_LIMIT = 12


@rule("TX007", "too-long", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Procedures, protocols and work instructions beyond twelve printed pages."""
    for document in binder.documents:
        if style(binder, document) is not Style.STEPS:
            continue
        if is_longer(document.outline, _LIMIT):
            pages = printed_pages(document.outline)
            yield at(Location(document.path), pages=round(pages), limit=_LIMIT, reference=document.reference)
