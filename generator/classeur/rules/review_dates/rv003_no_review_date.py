"""Texts that nobody will ever be asked to look at again."""

from collections import Counter
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("RV003", "no-review-date", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Once for each kind without an interval that has texts without a typed review date."""
    house = binder.organisation
    undated = Counter(
        document.header.kind
        for document in binder.documents
        if document.header.review_date is None and "review_date" not in document.refused
    )
    for number, kind in enumerate(house.kinds):
        if kind.review_months is None and undated[kind.id]:
            yield at(house.place("kinds", number), kind=kind.title or kind.id, texts=undated[kind.id])
