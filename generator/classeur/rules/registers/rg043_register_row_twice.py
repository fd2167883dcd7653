"""Two rows of one register have the same number."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.references import folded
from classeur.model.registers.copies import PaperCopy
from classeur.model.registers.external import ExternalDocument
from classeur.model.registers.rows import type_of
from classeur.rules.registry import Problem, at, rule


@rule("RG043", "register-row-twice", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Rows whose number (or key) stands above already, whatever its capitals; RG008 and RG081 tell two registers."""
    for row_class, rows in binder.registers.rows.items():
        if row_class in (ExternalDocument, PaperCopy):
            continue
        met: dict[str, Location] = {}
        kind = type_of(row_class)
        for row in rows:
            first = met.setdefault(folded(row.row_name), row.where)
            if first is not row.where:
                place = row.place_of(kind.key[-1])
                yield at(place, row=row.row_name, register=kind.name, first=f"{first.path.name}:{first.line}")
