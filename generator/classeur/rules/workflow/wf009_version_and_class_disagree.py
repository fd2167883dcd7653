"""The version's number and the change class say two different things."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("WF009", "version-and-class-disagree", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """A major change with 2.1, a minor one with 2.0; versions before 1.0 are trials, left alone."""
    for document in binder.documents:
        version, change = document.version, document.header.change
        if change is not None and version.major and change is not version.change:
            yield at(
                document.place("change"),
                reference=document.reference,
                version=version,
                change=change,
                expected=version.change,
            )
