"""A sheet to sign: who has to read which version, with room for the day and the signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from classeur.model.organisation import Organisation
from classeur.model.readings import DocumentReadings
from classeur.views.confirming import mark_of
from classeur.views.sheet_check import SheetMark


@dataclass(frozen=True)
class SignOffEntry:
    """One line to sign."""

    mark: SheetMark
    title: str
    person: str
    name: str


@dataclass(frozen=True)
class SignOffSheet:
    """A whole sheet, true on one day.

    Attributes:
        name: that of its files, without suffix.
        subject: the document, or the unit, that it is about.
        code: what its machine-readable code says: the version, or the unit and the day.
    """

    name: str
    organisation: str
    subject: str
    as_of: dt.date
    code: str
    entries: tuple[SignOffEntry, ...]


def sheet_of_document(house: Organisation, found: DocumentReadings, as_of: dt.date) -> SignOffSheet:
    """The sheet of one version, for those who have not read it, by name."""
    subject = f"{found.reference} {found.release.version} – {found.title}"
    name = f"emargement-{found.reference}-{found.release.version}"
    return SignOffSheet(
        name, house.name, subject, as_of, mark_of(found.reference, found.release).text, _entries(house, [found])
    )


def sheet_of_unit(house: Organisation, unit: str, found: Iterable[DocumentReadings], as_of: dt.date) -> SignOffSheet:
    """The sheet of a unit: all that its people have still to read, person after person."""
    entries = sorted(_entries(house, found), key=lambda each: (each.name, each.mark.reference))
    title = house.title_of_unit(unit)
    return SignOffSheet(f"emargement-{unit}", house.name, title, as_of, f"{unit} {as_of:%Y-%m-%d}", tuple(entries))


def _entries(house: Organisation, found: Iterable[DocumentReadings]) -> tuple[SignOffEntry, ...]:
    return tuple(
        SignOffEntry(mark_of(each.reference, each.release), each.title, person, house.name_of(person))
        for each in found
        for person in sorted(each.missing, key=lambda person: (house.name_of(person), person))
    )
