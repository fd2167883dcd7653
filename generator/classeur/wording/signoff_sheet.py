"""The words of a sheet to sign. Its headings are those that the reader of filled sheets knows."""

from __future__ import annotations

from classeur.views.newcomer_path import Path
from classeur.views.signoff_sheet import SignOffSheet
from classeur.views.tables import Cell, Table
from classeur.wording.translator import Translator

_FRENCH = {
    "reference": "Référence",
    "version": "Version",
    "title": "Titre",
    "person": "Identifiant",
    "name": "Nom",
    "read_on": "Lu le",
    "signature": "Signature",
    "digest": "Empreinte",
    "organisation": "Établissement",
    "stage": "Étape",
    "minutes": "Minutes",
}
SIGNED = ("reference", "version", "title", "person", "name", "read_on", "signature", "digest", "organisation")
"""The columns of a spreadsheet to sign, in their order."""
ON_PAPER = ("reference", "version", "title", "person", "name", "read_on", "signature", "digest")
"""Those of a sheet of paper: whose it is stands at its head."""
ON_A_PATH = ("stage", "reference", "version", "title", "minutes", "person", "read_on", "signature", "digest")
"""Those of a newcomer's path."""


def headings(columns: tuple[str, ...], words: Translator) -> tuple[str, ...]:
    """The headings of these columns: in French, or as keys."""
    return tuple(_FRENCH[column] if words.language == "fr" else column for column in columns)


def signoff_title(sheet: SignOffSheet, words: Translator) -> str:
    """What the sheet is about."""
    return words("Sign-off sheet: {subject}", subject=sheet.subject)


def attestation(words: Translator) -> str:
    """What somebody who signs says."""
    return words("By writing the day or signing, I attest to have read and understood the version named.")


def signoff_table(sheet: SignOffSheet, words: Translator) -> Table:
    """The sheet as a table for paper."""
    rows: list[tuple[Cell, ...]] = [
        (each.mark.reference, each.mark.version, each.title, each.person, each.name, "", "", each.mark.digest)
        for each in sheet.entries
    ]
    title, columns = signoff_title(sheet, words), headings(ON_PAPER, words)
    return Table(sheet.name, title, sheet.organisation, sheet.as_of, words.language, columns, tuple(rows))


def path_table(path: Path, organisation: str, words: Translator) -> Table:
    """A newcomer's path as a table for paper: what is read already bears its day."""
    rows: list[tuple[Cell, ...]] = []
    for part in path.parts:
        by = f" ({words('before {day}', day=words.date(part.by))})" if part.by else ""
        for each in part.documents:
            covered = words("covered: read in version {version}", version=each.covered_by) if each.covered_by else ""
            title = f"{each.title} ({covered})" if covered else each.title
            rows.append((f"{part.title}{by}", each.reference, each.version, title, each.minutes, path.person,
                         each.read_on, "", each.digest))  # fmt: skip
    title, columns = words("{person}: first readings", person=path.title), headings(ON_A_PATH, words)
    return Table(f"parcours-{path.person}", title, organisation, path.as_of, words.language, columns, tuple(rows))
