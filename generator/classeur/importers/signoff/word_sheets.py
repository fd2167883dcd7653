"""A sign-off sheet filled in with Word: its tables are read as a spreadsheet's are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from classeur.importers.signoff.lines import SIGN_OFF
from classeur.importers.word.package import Refused, open_package
from classeur.importers.word.reader import properties_of
from classeur.importers.word.wml import Element, W, inside, plain_text
from classeur.model.findings import Fault, Location
from classeur.model.registers.rows import Row
from classeur.model.sheet_marks import ORGANISATION_PROPERTY
from classeur.reading.registers.codes import NO_HEADER
from classeur.reading.registers.tables import Cells, Table, rows_of, without_empty_ends

MOST_LINES = 20_000
"""More lines than any sheet that people sign; the others are not read."""


def rows_of_word_sheet(path: PurePosixPath, content: bytes) -> tuple[list[Row], list[Fault], str]:
    """The rows of a sheet, what is wrong in it, and the organisation that it names. Never raises for what it holds."""
    try:
        package = open_package(content)
        body = inside(package.xml(package.main), "body")
        organisation = properties_of(package).get(ORGANISATION_PROPERTY, "")
        return *_rows(path, body), organisation
    except Refused as refused:
        return [], [Fault(Location(path), refused.code, {"name": path.name, **refused.values})], ""


def _rows(path: PurePosixPath, body: Element | None) -> tuple[list[Row], list[Fault]]:
    """The rows of each table that is one of a sheet; without any, the headings that are expected."""
    rows: list[Row] = []
    faults: list[Fault] = []
    without: list[Fault] = []
    first = 1
    for table in body.iter(f"{W}tbl") if body is not None else ():
        lines = list(_lines(table, first))
        first += len(lines)
        found, wrong = rows_of(Table(path, "", without_empty_ends(lines)), SIGN_OFF)
        if [fault.code for fault in wrong] == [NO_HEADER]:
            without += wrong
        else:
            rows += found
            faults += wrong
    if not rows and not faults:
        faults = without[:1] or rows_of(Table(path, "", []), SIGN_OFF)[1]
    return rows, faults


def _lines(table: Element, first: int) -> Iterator[tuple[int, Cells]]:
    for number, line in enumerate(table.iter(f"{W}tr"), first):
        if number > MOST_LINES:
            return
        if inside(line, "trPr", "del") is None:
            yield number, [_text(cell) or None for cell in line.iter(f"{W}tc")]


def _text(cell: Element) -> str:
    return " ".join(" ".join(plain_text(paragraph) for paragraph in cell.iter(f"{W}p")).split())
