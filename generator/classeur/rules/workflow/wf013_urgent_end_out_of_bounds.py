"""An emergency edition whose end is over, or too far away to be an emergency."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule

LONGEST = dt.timedelta(days=90)


@rule("WF013", "urgent-end-out-of-bounds", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Urgent texts that end before today, or more than ninety days after they start."""
    for document in binder.unreleased:
        header = document.header
        start = max(header.effective_from or binder.today, binder.today)
        if not header.urgent or header.until is None or binder.today <= header.until <= start + LONGEST:
            continue
        if header.effective_from is None or header.until >= header.effective_from:
            yield at(document.place("until"), reference=document.reference, until=header.until, days=LONGEST.days)
