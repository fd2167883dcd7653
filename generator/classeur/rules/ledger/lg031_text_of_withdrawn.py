"""The text of a withdrawn document still stands among the texts in use."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("LG031", "text-of-withdrawn", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Texts whose reference was withdrawn and that are as they were released."""
    for found in binder.standings.values() if not binder.ledger.is_empty else ():
        withdrawal, document = found.history.withdrawal, found.document
        if withdrawal is not None and document is not None and found.in_progress is None:
            replacement = ", ".join(withdrawal.replaced_by) or "–"
            place, reference = document.place("reference"), document.reference
            yield at(place, reference=reference, on=withdrawal.on, reason=withdrawal.reason, replacement=replacement)
