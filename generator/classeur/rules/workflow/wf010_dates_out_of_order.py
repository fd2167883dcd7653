"""A date that should come after another one comes before it."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("WF010", "dates-out-of-order", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """A review on or before the day of application, an end before it."""
    for document in binder.documents:
        header = document.header
        start = header.effective_from
        if start is None:
            continue
        for field, day in (("review_date", header.review_date), ("until", header.until)):
            if day is not None and (day < start or (day == start and field == "review_date")):
                yield at(document.place(field), reference=document.reference, field=field, day=day, start=start)
