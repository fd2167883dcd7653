"""A workbook (.xlsx): read with calamine, after a look at what it would make us do."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from classeur.model.findings import Fault, Location
from classeur.model.registers.rows import RegisterType, Row, cell_name
from classeur.reading.registers.codes import FORMAT_REFUSED, LEFT_OUT, MERGED, NO_HEADER, NO_RESULT, UNREADABLE
from classeur.reading.registers.sheet_parts import SheetParts, percentage_styles, sheet_files, sheet_parts
from classeur.reading.registers.tables import Cells, Table, find_header, rows_of, without_empty_ends

MAX_PARTS = 2_000
MAX_UNPACKED = 256 * 1024 * 1024
"""A workbook of 20,000 events unpacks to some 25 MB."""

_CHUNK = 1024 * 1024
_TOLD_MERGES = 50
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class _Refused(Exception):
    """Why a workbook is not read."""

    code: str
    trouble: str


def rows_of_workbook(path: PurePosixPath, content: bytes, kind: RegisterType) -> tuple[list[Row], list[Fault]]:
    """The rows of every visible sheet whose headings name the register's columns, and what is wrong in the file."""
    try:
        styles, parts = _look_inside(content)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except _Refused as refused:
        return [], [Fault(Location(path), refused.code, {"file": path.name, "trouble": refused.trouble})]
    except PasswordError:
        return [], [Fault(Location(path), UNREADABLE, {"file": path.name, "trouble": "password"})]
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return [], [Fault(Location(path), UNREADABLE, {"file": path.name, "trouble": "damaged"})]
    return _rows_of_sheets(path, kind, book, styles, parts)


def _rows_of_sheets(
    path: PurePosixPath, kind: RegisterType, book: CalamineWorkbook, styles: frozenset[int], parts: dict[str, bytes]
) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    without: list[Fault] = []
    read = 0
    for rank, about in enumerate(book.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        if about.visible is not SheetVisibleEnum.Visible:
            faults.append(Fault(Location(path), LEFT_OUT, {"sheet": about.name, "trouble": "hidden"}))
            continue
        found = sheet_parts(parts.get(str(rank), b""), styles)
        if found.is_too_wide:
            values = {"file": path.name, "trouble": "cells", "cell": cell_name(about.name, *found.last)}
            faults.append(Fault(Location(path, *found.last), UNREADABLE, values))
            read += 1
            continue
        try:
            sheet = book.get_sheet_by_index(rank)
        except CalamineError:
            faults.append(Fault(Location(path), UNREADABLE, {"file": path.name, "trouble": "damaged"}))
            continue
        table = Table(path, about.name, _lines(sheet, found), frozenset(found.without_result | set(found.errors)))
        made, wrong = rows_of(table, kind)
        if [fault.code for fault in wrong] == [NO_HEADER]:
            without += wrong if table.lines else []
            continue
        read += 1
        rows += made
        faults += [*wrong, *_cell_faults(table, kind, sheet, found)]
    if not read:  # no sheet is the register: say what headings are expected
        return rows, [*faults, *(without[:1] or [_empty(path, kind)])]
    left = (fault.values["sheet"] for fault in without)
    return rows, [*faults, *(Fault(Location(path), LEFT_OUT, {"sheet": name, "trouble": "headings"}) for name in left)]


def _empty(path: PurePosixPath, kind: RegisterType) -> Fault:
    wanted = ", ".join(column.french for key, column in kind.columns.items() if key in kind.required)
    return Fault(Location(path), NO_HEADER, {"sheet": path.name, "register": kind.name, "columns": wanted})


def _look_inside(content: bytes) -> tuple[frozenset[int], dict[str, bytes]]:
    """The styles of percentages and the XML of each sheet, once the file is known to be a workbook of a sane size.

    Raises:
        _Refused: it holds macros, or unpacks to far too much.
    """
    if content.startswith(_OLE):  # an old .xls, or a workbook behind a password
        raise _Refused(UNREADABLE, "password")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        members = book.infolist()
        if len(members) > MAX_PARTS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise _Refused(UNREADABLE, "bomb")
        if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
            raise _Refused(FORMAT_REFUSED, "macros")
        if "xl/workbook.xml" not in book.namelist():
            raise _Refused(UNREADABLE, "damaged")
        for member in members:
            _unpack(book, member)
        names = {name: rank for rank, name in sheet_files(book).items() if name}
        parts = {names[name]: book.read(name) for name in book.namelist() if name in names}
        styles = book.read("xl/styles.xml") if "xl/styles.xml" in book.namelist() else b""
    return percentage_styles(styles), parts


def _unpack(book: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read a member to its end, a piece at a time: one that holds more than it says is refused by its checksum."""
    with book.open(member) as opened:
        while opened.read(_CHUNK):
            pass


def _lines(sheet: CalamineSheet, found: SheetParts) -> list[tuple[int, Cells]]:
    """The sheet's lines as text, numbered as the spreadsheet numbers them."""
    if sheet.start is None:
        return []
    top, left = sheet.start
    empty: Cells = [None] * left
    lines: list[tuple[int, Cells]] = []
    for offset, values in enumerate(sheet.to_python()):
        cells = [*empty, *(None if value == "" else _text(value) for value in values)]
        lines.append((top + offset + 1, cells))
    for line, column in found.percentages:
        _show_percentage(lines, line - top - 1, column - 1)
    return without_empty_ends(lines)


def _show_percentage(lines: list[tuple[int, Cells]], index: int, column: int) -> None:
    """Put what people see (85 %) where the file holds 0.85."""
    if 0 <= index < len(lines) and column < len(lines[index][1]):
        cells = lines[index][1]
        try:
            cells[column] = f"{float(cells[column] or '') * 100:.12g} %"
        except ValueError:
            return


def _text(value: object) -> str | None:
    """A cell's value as people would type it."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip().strip("\u00a0") or None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return str(value)


def _cell_faults(table: Table, kind: RegisterType, sheet: CalamineSheet, found: SheetParts) -> Iterator[Fault]:
    """Merged cells, formulas without result and errors, in the columns of the register."""
    header = find_header(table, kind)
    if header is None:
        return
    first = table.lines[header.index][0]
    used = set(header.columns.values())
    merged = [each for each in sheet.merged_cell_ranges or () if each[1][0] + 1 >= first]
    for (top, left), (bottom, right) in merged[:_TOLD_MERGES]:
        if used.isdisjoint(range(left + 1, right + 2)):
            continue
        start, end = cell_name(table.sheet, top + 1, left + 1), cell_name("", bottom + 1, right + 1)
        yield Fault(table.at(top + 1, left + 1), MERGED, {"cell": f"{start}:{end}"})
    for line, column in sorted(found.without_result):
        if line > first and column in used:
            values = {"cell": cell_name(table.sheet, line, column), "typed": "="}
            yield Fault(table.at(line, column), NO_RESULT, values)
    for (line, column), error in sorted(found.errors.items()):
        if line > first and column in used:
            yield Fault(
                table.at(line, column), NO_RESULT, {"cell": cell_name(table.sheet, line, column), "typed": error}
            )
