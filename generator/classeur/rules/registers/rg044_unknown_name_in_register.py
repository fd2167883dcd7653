"""A row of a register names a person, a process, an indicator, an action or a document that the house does not know."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registers.names_in_rows import knows, pointers
from classeur.rules.registry import Problem, at, rule


@rule("RG044", "unknown-name-in-register", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Names that are not found, each at its cell."""
    known = knows(binder)
    for pointer in pointers(binder):
        if not known[pointer.what](pointer.name):
            place, cell = pointer.row.place_of(pointer.key), pointer.row.cell_of(pointer.key)
            yield at(place, cell=cell, typed=pointer.name, what=pointer.what, row=pointer.row.row_name)
