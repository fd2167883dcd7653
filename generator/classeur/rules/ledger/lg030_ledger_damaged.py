"""The release ledger is damaged: nothing more may be released before it is repaired."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.rules.registry import Problem, at, rule


@rule("LG030", "ledger-damaged", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """A journal in which something is not as it was written; `verify` names each file."""
    if not binder.ledger.is_sound:
        yield at(Location(PurePosixPath("releases")))
