"""The typed review date is later than the kind allows."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.later import months_after
from classeur.rules.registry import Problem, at, rule


@rule("RV002", "interval-too-long", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Review dates beyond the application, or today when none is typed, plus the kind's interval."""
    for document in binder.unreleased:
        header, kind = document.header, binder.kind_of(document)
        if header.review_date is None or kind is None or kind.review_months is None:
            continue
        latest = months_after(header.effective_from or binder.today, kind.review_months)
        if header.review_date > latest:
            yield at(
                document.place("review_date"),
                reference=document.reference,
                date=header.review_date,
                latest=latest,
                months=kind.review_months,
                kind=kind.title or kind.id,
            )
