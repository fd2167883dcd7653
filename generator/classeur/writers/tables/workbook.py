"""A table as an Excel workbook: days are days, texts are texts, and the same table gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from classeur.model.kept import Kept
from classeur.views.tables import Table
from classeur.writers.tables.sheet_rows import WrittenRow, with_rows, written_row

MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (a fixed stamp: the day of the list is written in words)
_WIDEST, _NARROWEST = 60, 9
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def xlsx_bytes(table: Table, kept: Kept | None = None) -> bytes:
    """The whole file: a heading that stays in view, a filter on each column, ready to be printed in landscape.

    The sheet is laid out by xlsxwriter, and its rows are put into it: one that says what it said is not written again.

    Args:
        kept: the rows of the same file as they were written last.
    """
    import xlsxwriter  # here: the help of a command need not wait for it

    kept = kept or Kept()
    rows = kept.of_each("rows", (), written_row, table.rows)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, SAFE)
    book.set_properties({"title": table.title, "company": table.organisation, "created": MADE})
    sheet = book.add_worksheet(sheet_name(table.title))
    heading = book.add_format({"bold": True, "bg_color": "#E5EEFB", "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    for column, (title, width) in enumerate(zip(table.columns, _widths(table, rows), strict=True)):
        sheet.write_string(0, column, title, heading)
        sheet.set_column(column, column, width)
    for column, style in enumerate((text, day)):
        sheet.write_blank(1, column, None, style)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    _prepare_print(sheet, table)
    book.close()
    return with_rows(out, rows, len(table.columns), kept)


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: 31 characters, none of those that spreadsheets refuse."""
    return _NO_SHEET_NAME.sub(" ", title)[:31]


def _widths(table: Table, rows: Sequence[WrittenRow]) -> list[int]:
    """For each column its longest cell's length in characters, within reason."""
    lengths = zip(tuple(map(len, table.columns)), *map(attrgetter("lengths"), rows), strict=True)
    return [max(_NARROWEST, min(_WIDEST, max(column) + 2)) for column in lengths]


def _prepare_print(sheet: Any, table: Table) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    title, house = (words.replace("&", "&&") for words in (table.title, table.organisation))
    sheet.set_header(f"&L{house}&C{title}&R{table.as_of:%d/%m/%Y}")
    sheet.set_footer("&R&P / &N")
