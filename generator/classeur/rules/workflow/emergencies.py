"""Emergency editions that nobody has regularised."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location
from classeur.model.history import Release
from classeur.model.states import State


def emergencies(binder: Binder) -> Iterator[tuple[Location, Release, dt.date]]:
    """The last release of each document in use when it is temporary, and its last day."""
    for found in binder.standings.values() if not binder.ledger.is_empty else ():
        last = found.history.last
        if last is None or last.until is None or found.history.withdrawal or found.state is State.SUPERSEDED:
            continue
        yield found.document.place("urgent") if found.document else last.place, last, last.until
