"""A name of the directory, or what looks like a patient's name, stands in an event or a complaint."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event
from classeur.rules.registry import Problem, at, rule


@rule("RG036", "name-in-register", Severity.ERROR)
def check(binder: Binder) -> Iterator[Problem]:
    """Free texts that name somebody. The finding shows the first letter only: a message is kept, forwarded, printed."""
    told: tuple[Event | Complaint, ...] = (*binder.registers.of(Event), *binder.registers.of(Complaint))
    for row in told:
        for key, text in row.texts:
            found = binder.name_finder.found_in(text)
            if found:
                yield at(row.place_of(key), number=row.number, cell=row.cell_of(key), found=found)
