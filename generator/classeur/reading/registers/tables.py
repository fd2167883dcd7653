"""A table that a spreadsheet holds: its headings in French or as keys, its lines as rows of a register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pydantic import ValidationError

from classeur.model.findings import Fault, Location
from classeur.model.registers.rows import Origin, RegisterType, Row, cell_name, heading
from classeur.reading.registers.codes import CODES, COLUMN_TWICE, MISSING_VALUE, NO_HEADER, UNKNOWN_COLUMN
from classeur.reading.typed import as_model, close_to
from classeur.reading.yaml_text import Typed

HEADER_WITHIN = 20
"""A title, a logo or a date may stand above the headings, on so many lines at most."""

Cells = list[str | None]


@dataclass
class Table:
    """The cells of a sheet as text, line after line, each line with its number.

    Attributes:
        sheet: its name; empty for a csv file.
        told: the cells that were told as faulty already: empty, and not missing.
    """

    path: PurePosixPath
    sheet: str
    lines: list[tuple[int, Cells]]
    told: frozenset[tuple[int, int]] = frozenset()

    def at(self, line: int, column: int) -> Location:
        """The place of a cell."""
        return Location(self.path, line, column)


@dataclass
class Header:
    """The line of headings: which column holds which key."""

    index: int
    columns: Mapping[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def rows_of(table: Table, kind: RegisterType) -> tuple[list[Row], list[Fault]]:
    """The rows that a table holds, and what is wrong in it. A line without any value is no row."""
    header = find_header(table, kind)
    if header is None:
        first = table.lines[0][0] if table.lines else 1
        wanted = ", ".join(column.french for key, column in kind.columns.items() if key in kind.required)
        values = {"sheet": table.sheet or table.path.name, "register": kind.name, "columns": wanted}
        return [], [Fault(table.at(first, 1), NO_HEADER, values)]
    rows: list[Row] = []
    faults = header.faults
    keys = tuple(header.columns.items())
    for line, cells in table.lines[header.index + 1 :]:
        values = {key: cell for key, at in keys if at <= len(cells) and (cell := cells[at - 1]) is not None}
        faults += _stray(table, header, line, cells)
        if values:
            row, wrong = _row(table, kind, header, line, values)
            faults += wrong
            if row is not None:
                rows.append(row)
    return rows, faults


def find_header(table: Table, kind: RegisterType) -> Header | None:
    """The line whose cells name the most columns, among the first; None when no line names two of them."""
    best, most = None, 1
    for index, (_, cells) in enumerate(table.lines[:HEADER_WITHIN]):
        known = sum(1 for cell in cells if cell and heading(cell) in kind.headings)
        if known > most:
            best, most = index, known
    return _header(table, kind, best) if best is not None else None


def _header(table: Table, kind: RegisterType, index: int) -> Header:
    line, cells = table.lines[index]
    header = Header(index)
    columns: dict[str, int] = {}
    for number, cell in enumerate(cells, 1):
        if not cell:
            continue
        key = kind.headings.get(heading(cell))
        spot = cell_name(table.sheet, line, number)
        if key is None:
            known = [column.french for column in kind.columns.values()]
            close = ", ".join(close_to(cell, known))
            values = {"cell": spot, "typed": cell, "key": cell, "field": cell, "close": close, "register": kind.name}
            header.faults.append(Fault(table.at(line, number), UNKNOWN_COLUMN, values))
        elif key in columns:
            values = {"cell": spot, "field": kind.columns[key].french}
            header.faults.append(Fault(table.at(line, number), COLUMN_TWICE, values))
        else:
            columns[key] = number
    header.columns = columns
    for key in kind.columns:
        if key in kind.required and key not in columns:
            values = {"cell": cell_name(table.sheet, line, 1), "key": kind.columns[key].french, "register": kind.name}
            header.faults.append(Fault(table.at(line, 1), MISSING_VALUE, values))
    return header


def _stray(table: Table, header: Header, line: int, cells: Cells) -> Iterator[Fault]:
    """Values to the right of the last heading: a line with more cells than there are headings."""
    width = len(table.lines[header.index][1])
    for number, cell in enumerate(cells[width:], width + 1):
        if cell:
            spot = cell_name(table.sheet, line, number)
            values = {"cell": spot, "typed": cell[:60], "key": "", "field": "", "close": "–", "register": ""}
            yield Fault(table.at(line, number), UNKNOWN_COLUMN, values)
            return


def _row(
    table: Table, kind: RegisterType, header: Header, line: int, values: Mapping[str, str]
) -> tuple[Row | None, list[Fault]]:
    where = Location(table.path, line, 1)
    told = {key for key, at in header.columns.items() if (line, at) in table.told} if table.told else ()
    try:
        row = kind.row.model_validate(values)
    except ValidationError:
        return _faulty_row(table, kind, header, line, dict(values))
    return row.found_at(Origin(where, table.sheet, header.columns, refused=frozenset(told))), []


def _faulty_row(
    table: Table, kind: RegisterType, header: Header, line: int, values: dict[str, str]
) -> tuple[Row | None, list[Fault]]:
    places: dict[tuple[str | int, ...], Location] = {(key,): table.at(line, at) for key, at in header.columns.items()}
    typed = Typed(values, {(): table.at(line, 1), **places}, dict(places))
    row, wrong = as_model(kind.row, typed, CODES)
    told = {key for key, at in header.columns.items() if (line, at) in table.told}
    kept = [
        named(fault, kind, cell_name(table.sheet, line, header.columns.get(fault.values["key"], 1)))
        for fault in wrong
        if fault.values["key"] not in told and not (fault.code == MISSING_VALUE and _told_by_header(fault, header))
    ]
    if row is None:
        return None, kept
    refused = frozenset({fault.values["key"] for fault in wrong} | told)
    return row.found_at(Origin(Location(table.path, line, 1), table.sheet, header.columns, refused=refused)), kept


def _told_by_header(fault: Fault, header: Header) -> bool:
    """Whether the whole column is missing: it is told once, at the headings."""
    return fault.values["key"] not in header.columns


def named(fault: Fault, kind: RegisterType, cell: str) -> Fault:
    """The fault with the cell that it speaks of, and the column's title beside its key."""
    key = fault.values.get("key", "")
    column = kind.columns.get(key)
    title = f"{column.french} ({key})" if column else key
    return Fault(fault.where, fault.code, {**fault.values, "cell": cell, "field": title, "register": kind.name})


def without_empty_ends(lines: Iterable[tuple[int, Cells]]) -> list[tuple[int, Cells]]:
    """The lines that hold something, their trailing empty cells left out."""
    kept: list[tuple[int, Cells]] = []
    for number, cells in lines:
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            kept.append((number, cells))
    return kept
