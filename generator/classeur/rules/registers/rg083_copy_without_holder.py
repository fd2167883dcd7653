"""Nobody present changes the sheets of a copy on paper."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.copies import PaperCopy
from classeur.rules.registry import Problem, at, rule


@rule("RG083", "copy-without-holder", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Copies in use without holder, or whose holder has left; a holder outside the organisation is named in words."""
    house = binder.organisation
    if not house.was_read("people"):
        return
    for copy in binder.registers.of(PaperCopy):
        if not copy.is_out(binder.today):
            continue
        person = house.person.get(copy.holder)
        if not copy.holder or (person is not None and person.has_left(binder.today)):
            yield at(copy.where, number=copy.number, place=copy.place, holder=house.name_of(copy.holder) or "–")
