"""A filled sign-off sheet: a workbook, a csv file of a French Excel, or a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from classeur.importers.signoff.lines import SIGN_OFF, SignOffLine, SignOffRead, SignOffRow
from classeur.importers.signoff.word_sheets import rows_of_word_sheet
from classeur.model.confirmations import Means
from classeur.model.findings import Fault, Location
from classeur.model.registers.rows import Row
from classeur.reading.files import read_bytes, read_text
from classeur.reading.registers.codes import FORMAT_REFUSED
from classeur.reading.registers.csv_files import csv_table
from classeur.reading.registers.tables import rows_of
from classeur.reading.registers.workbooks import rows_of_workbook

MAX_SHEET = 16 * 1024 * 1024
"""A sheet of 2,000 people is some 100 KB."""

SIGNED_WITHOUT_DAY = "RD022"
_ENCODING = "IN004"


def read_sheet(file: Path) -> SignOffRead:
    """The lines of a sheet on which a day stands. Never raises for what the file holds."""
    path = PurePosixPath(file.name)
    suffix, organisation, means = file.suffix.lower(), "", Means.SPREADSHEET
    if suffix == ".xlsx":
        content, faults = read_bytes(file.parent, path, MAX_SHEET)
        rows, wrong = rows_of_workbook(path, content, SIGN_OFF) if content is not None else ([], [])
    elif suffix == ".docx":
        content, faults = read_bytes(file.parent, path, MAX_SHEET)
        rows, wrong, organisation = rows_of_word_sheet(path, content) if content is not None else ([], [], "")
        means = Means.SHEET
    elif suffix == ".csv":
        text, faults = read_text(file.parent, path, MAX_SHEET)
        table, wrong = csv_table(path, text, SIGN_OFF) if text is not None else (None, [])
        rows, more = rows_of(table, SIGN_OFF) if table else ([], [])
        wrong = [*wrong, *more]
    else:
        trouble = "macros" if suffix in (".xlsm", ".xltm") else "format"
        return SignOffRead(faults=(Fault(Location(path), FORMAT_REFUSED, {"file": path.name, "trouble": trouble}),))
    told = [fault for fault in (*faults, *wrong) if fault.code != _ENCODING]  # what French spreadsheets write
    told += list(_signed_without_day(rows))
    return SignOffRead(tuple(_lines(rows, means, organisation)), tuple(told))


def _signed_without_day(rows: Iterable[Row]) -> Iterable[Fault]:
    for row in rows:
        if isinstance(row, SignOffRow) and row.signature and row.read_on is None and "read_on" not in row.refused_keys:
            values = {"name": row.name or row.person, "reference": row.reference}
            yield Fault(row.place_of("signature"), SIGNED_WITHOUT_DAY, values, row.reference)


def _lines(rows: Iterable[Row], means: Means, organisation: str) -> Iterable[SignOffLine]:
    for row in rows:
        if isinstance(row, SignOffRow) and row.read_on is not None:
            yield SignOffLine(
                reference=row.reference,
                version=str(row.version),
                digest=row.digest,
                person=row.person,
                name=row.name,
                email="",
                on=row.read_on,
                means=means,
                where=row.place_of("name" if row.name else "person"),
                organisation=row.organisation or organisation,
            )
