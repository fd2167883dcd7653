"""A csv file as French spreadsheets write it: semicolons or commas, Windows-1252 or UTF-8, with or without BOM."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from classeur.model.findings import Fault, Location
from classeur.model.registers.rows import RegisterType, heading
from classeur.reading.registers.codes import UNREADABLE
from classeur.reading.registers.tables import HEADER_WITHIN, Cells, Table, without_empty_ends

SEPARATORS = (";", ",", "\t", "|")
MAX_CELL = 100_000
_SEPARATOR_LINE = re.compile(r'^"?sep=(.)"?\n')
_GUARDED = re.compile(r"'[=+@-]")


@dataclass(frozen=True)
class Dialect:
    """How a csv file is written.

    Attributes:
        skipped: how many lines stand above the table to say the separator (`sep=;`).
    """

    separator: str = ";"
    skipped: int = 0


def dialect_of(text: str, kind: RegisterType) -> Dialect:
    """The separator with which the first lines name the most columns of the register."""
    if match := _SEPARATOR_LINE.match(text):
        return Dialect(match[1], 1)
    first = "\n".join(text.split("\n", HEADER_WITHIN)[:HEADER_WITHIN])
    best = max(SEPARATORS, key=lambda separator: _known(first, separator, kind))
    return Dialect(best)


def csv_table(path: PurePosixPath, text: str, kind: RegisterType) -> tuple[Table | None, list[Fault]]:
    """The table that a csv text holds; None when its quotes cannot be followed."""
    dialect = dialect_of(text, kind)
    lines: list[tuple[int, Cells]] = []
    try:
        for number, cells in read_lines(text, dialect):
            lines.append((number, [_cell(cell) for cell in cells]))
    except csv.Error:
        number = (lines[-1][0] if lines else 0) + 1
        return None, [Fault(Location(path, number), UNREADABLE, {"file": path.name, "trouble": "quotes"})]
    return Table(path, "", without_empty_ends(lines)), []


def read_lines(text: str, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record, with the number of the line at which it begins.

    Raises:
        csv.Error: a quote is opened and not closed, or a cell is far too long.
    """
    limit = csv.field_size_limit(MAX_CELL)
    try:
        below = text.partition("\n")[2] if dialect.skipped else text
        reader = csv.reader(io.StringIO(below, newline=""), delimiter=dialect.separator, strict=True)
        start = 1
        for cells in reader:
            yield start + dialect.skipped, cells
            start = reader.line_num + 1
    finally:
        csv.field_size_limit(limit)


def _cell(text: str) -> str | None:
    text = text.strip().strip("\u00a0")
    if _GUARDED.match(text):  # the apostrophe that our export puts before what a spreadsheet would compute
        text = text[1:]
    return text or None


def _known(first: str, separator: str, kind: RegisterType) -> int:
    """How many headings of the register the best of the first lines names."""
    counted = 0
    try:
        for _, cells in read_lines(first, Dialect(separator)):
            counted = max(counted, sum(1 for cell in cells if heading(cell) in kind.headings))
    except csv.Error:
        return counted
    return counted
