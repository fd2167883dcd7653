"""A table as the text that a French Excel opens without a question: semicolons, UTF-8 with its mark, CRLF."""

from __future__ import annotations

import csv
import datetime as dt
import io

from classeur.views.tables import Cell, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def csv_bytes(table: Table) -> bytes:
    """The whole file. A text that a spreadsheet would run is shown with an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow([_text(cell, table.language) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _text(cell: Cell, language: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y") if language == "fr" else cell.isoformat()
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(cell, int) else text
