"""Texts that nobody will ever be asked to look at again."""

from collections import Counter
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("RV003", "no-review-date", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Once for each kind without an interval that has texts without a typed review date."""
    house = binder.organisation
    told = binder.of_each("RV003", _undated_kind)
    undated = binder.kept.of("RV003", "", (told,), lambda: Counter(told))
    for number, kind in enumerate(house.kinds):
        if kind.review_months is None and undated[kind.id]:
            yield at(house.place("kinds", number), kind=kind.title or kind.id, texts=undated[kind.id])


def _undated_kind(document: Document) -> str:
    """The kind of a text without a typed review date; else nothing."""
    is_dated = document.header.review_date is not None or "review_date" in document.refused
    return "" if is_dated else document.header.kind
