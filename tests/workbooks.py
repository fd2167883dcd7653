"""Builders: workbooks as people keep them, made of cells typed with semicolons."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import xlsxwriter


def a_workbook(text: str, more: Mapping[str, str] | None = None, sheet: str = "Registre") -> bytes:
    """A workbook whose first sheet holds these lines of cells.

    Args:
        more: `merge` (a range of cells), `hidden` (the name of a second sheet, hidden, with the same cells), `formula`
            (a cell that holds a formula without its result).
    """
    more = more or {}
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    lines = [line.split(";") for line in text.rstrip("\n").split("\n")]
    _fill(book.add_worksheet(sheet), lines, more)
    if "hidden" in more:
        hidden = book.add_worksheet(more["hidden"])
        _fill(hidden, lines, {})
        hidden.hide()
    book.close()
    return made.getvalue()


def _fill(sheet: xlsxwriter.worksheet.Worksheet, lines: list[list[str]], more: Mapping[str, str]) -> None:
    for row, cells in enumerate(lines):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, cell)
    if "merge" in more:
        first = more["merge"].split(":")[0]
        row, column = int(first[1:]) - 1, ord(first[0]) - ord("A")
        sheet.merge_range(more["merge"], lines[row][column])
    if "formula" in more:
        sheet.write_formula(more["formula"], "=TODAY()", None, "")


def with_cells(workbook: bytes, cells: bytes) -> bytes:
    """The same workbook, with this XML below the lines of its first sheet: what no writer of ours would write."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, True, 1) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", cells + b"</sheetData>")
            new.writestr(name, content)
    return made.getvalue()


def with_declared_size(workbook: bytes, size: int) -> bytes:
    """The same workbook, whose first part is said to unpack to so many bytes."""
    content = bytearray(workbook)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = content.index(mark)
        content[start + at : start + at + 4] = size.to_bytes(4, "little")
    return bytes(content)
