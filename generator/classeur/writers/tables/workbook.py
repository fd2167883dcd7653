"""A table as an Excel workbook: days are days, texts are texts, and the same table gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

from classeur.views.tables import Cell, Table

MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (a fixed stamp: the day of the list is written in words)
_WIDEST, _NARROWEST = 60, 9
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def xlsx_bytes(table: Table) -> bytes:
    """The whole file: a heading that stays in view, a filter on each column, ready to be printed in landscape."""
    import xlsxwriter  # here: the help of a command need not wait for it

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, SAFE)
    book.set_properties({"title": table.title, "company": table.organisation, "created": MADE})
    sheet = book.add_worksheet(sheet_name(table.title))
    heading = book.add_format({"bold": True, "bg_color": "#E5EEFB", "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    for column, title in enumerate(table.columns):
        sheet.write_string(0, column, title, heading)
        sheet.set_column(column, column, _width(table, column))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, text, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    _prepare_print(sheet, table)
    book.close()
    return out.getvalue()


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: 31 characters, none of those that spreadsheets refuse."""
    return _NO_SHEET_NAME.sub(" ", title)[:31]


def _write(sheet: Any, number: int, column: int, cell: Cell, text: Any, day: Any) -> None:
    if isinstance(cell, dt.date):
        sheet.write_datetime(number, column, dt.datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
    elif isinstance(cell, int):
        sheet.write_number(number, column, cell, text)
    elif cell:
        sheet.write_string(number, column, cell, text)


def _width(table: Table, column: int) -> int:
    """The longest cell's length in characters, within reason."""
    longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(table.columns[column])) + 2))


def _prepare_print(sheet: Any, table: Table) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    title, house = (words.replace("&", "&&") for words in (table.title, table.organisation))
    sheet.set_header(f"&L{house}&C{title}&R{table.as_of:%d/%m/%Y}")
    sheet.set_footer("&R&P / &N")
