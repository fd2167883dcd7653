"""What the rows of registers point at: people, processes, indicators, actions, documents, other registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.registers.actions import Action
from classeur.model.registers.copies import PaperCopy
from classeur.model.registers.external import cited_source
from classeur.model.registers.rows import Row, register_types, type_of
from classeur.model.registers.standards import INDICATORS, Criterion

_POINTS_AT: Mapping[str, str] = {
    **{"pilot": "person", "holder": "person", "process": "process", "indicator": "indicator"},
    **{"actions": "action", "action": "action"},
    **{"documents": "document", "document": "document", "minutes": "document"},
    "registers": "register",
}
"""What the columns of these keys point at, in every register."""


@dataclass(frozen=True)
class Pointer:
    """A name that a row gives for something of the house."""

    row: Row
    key: str
    what: str
    name: str


def pointers(binder: Binder) -> Iterator[Pointer]:
    """Every name that the rows give, of the kinds that could be read."""
    readable = _readable(binder)
    for row_class, rows in binder.registers.rows.items():
        keys = [key for key in type_of(row_class).columns if _POINTS_AT.get(key) in readable]
        if row_class is Action:
            keys = [key for key in keys if key != "action"]  # there, it is the sentence
        if row_class is PaperCopy:
            keys = [key for key in keys if key != "documents"]  # RG082 tells them
        for row in rows:
            for key in keys:
                typed = getattr(row, key)
                for name in (typed,) if isinstance(typed, str) else typed:
                    if name:
                        yield Pointer(row, key, _POINTS_AT[key], name)


def knows(binder: Binder) -> Mapping[str, Callable[[str], bool]]:
    """For each kind of thing, what tells whether a name is known."""
    people, processes = binder.organisation.person, binder.process
    indicators = {indicator.id for process in binder.processes for indicator in process.indicators}
    actions = binder.registers.by_name(Action)
    standards = {criterion.standard for criterion in binder.registers.of(Criterion)}

    def is_document(name: str) -> bool:
        source = cited_source(name)
        return (
            binder.knows(name) or source in standards or {name, source} & binder.external_by_reference.keys() != set()
        )

    return {
        "person": people.__contains__,
        "process": processes.__contains__,
        "indicator": indicators.__contains__,
        "action": actions.__contains__,
        "document": is_document,
        "register": {*register_types(), INDICATORS}.__contains__,
    }


def _readable(binder: Binder) -> frozenset[str]:
    """The kinds of things that were read: of the others, nobody can say that a name is not among them."""
    kinds = {"person", "process", "indicator", "action", "document", "register"}
    if not binder.organisation.was_read("people"):
        kinds.discard("person")
    if binder.unread:
        kinds -= {"process", "indicator", "document"}
    if any(process.indicators_are_faulty for process in binder.processes):
        kinds.discard("indicator")
    if "actions" in binder.registers.faulty:
        kinds.discard("action")
    if binder.registers.faulty & {"external", "standards"}:
        kinds.discard("document")
    return frozenset(kinds)
