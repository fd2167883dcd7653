"""A reflex card does not fit on a sheet of paper."""

import math
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.kinds import Style
from classeur.model.length import is_longer, printed_pages
from classeur.rules.registry import Problem, at, rule
from classeur.rules.text.kinds import style

_LIMIT = 2


@rule("TX008", "card-too-long", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Reflex cards beyond two printed pages, the two sides of a sheet."""
    for document in binder.documents:
        if style(binder, document) is not Style.CARD:
            continue
        if is_longer(document.outline, _LIMIT):
            pages = printed_pages(document.outline)
            yield at(Location(document.path), pages=math.ceil(pages), limit=_LIMIT, reference=document.reference)
