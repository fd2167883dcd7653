"""What each role has to read: the versions released lately that ask to be read, without those that all have read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.views.control_block import Readers, readers
from classeur.views.lists import DocumentRow
from classeur.views.shown import version_of


@dataclass(frozen=True)
class RoleReading:
    """What one role has to read, on the days that each line says; `role` is empty for everybody."""

    role: str
    rows: tuple[DocumentRow, ...]


def to_read(binder: Binder, asked: Iterable[DocumentRow]) -> tuple[RoleReading, ...]:
    """What is to be read, by role in the order of the organisation; what everybody is to read comes first."""
    listed = [(row, _roles(binder, row)) for row in asked]
    everybody = tuple(row for row, roles in listed if roles is None)
    found = [RoleReading("", everybody)]
    for role in binder.organisation.roles:
        found.append(
            RoleReading(role.title or role.id, tuple(row for row, roles in listed if role.id in (roles or ())))
        )
    return tuple(reading for reading in found if reading.rows)


def _roles(binder: Binder, row: DocumentRow) -> tuple[str, ...] | None:
    """The roles that this version asks to read it; None for everybody, an empty tuple for nobody."""
    history = binder.standing(row.reference).history
    release = next((each for each in history.releases if str(each.version) == row.version), None)
    text = version_of(binder, release)
    if release is None or text is None:
        return ()
    match readers(release, text):
        case Readers.EVERYONE:
            return row.roles
        case Readers.ROLES:
            return text.header.reread
        case Readers.NOBODY:
            return ()
