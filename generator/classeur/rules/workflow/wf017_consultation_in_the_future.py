"""A consultation is dated after today: it has not taken place."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("WF017", "consultation-in-the-future", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Dates of `consulted` after today."""
    for document in binder.documents:
        for body, day in document.header.consulted.items():
            if day > binder.today:
                yield at(document.place("consulted", body), reference=document.reference, body=body, day=day)
