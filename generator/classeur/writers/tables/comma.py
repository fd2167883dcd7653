"""A table as the text that a French Excel opens without a question: semicolons, UTF-8 with its mark, CRLF."""

from __future__ import annotations

import csv
import datetime as dt
import io

from classeur.model.kept import Kept
from classeur.views.tables import Cell, Row, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def csv_bytes(table: Table, kept: Kept | None = None) -> bytes:
    """The whole file. A text that a spreadsheet would run is shown with an apostrophe before it.

    Args:
        kept: the rows of the same file as they were written last, in this language.
    """

    def written(row: Row) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerow([_text(cell, table.language) for cell in row])
        return out.getvalue().encode("utf-8", "replace")

    rows = (kept or Kept()).of_each("rows", (), written, table.rows)
    return b"".join((b"\xef\xbb\xbf", written(table.columns), *rows))


def _text(cell: Cell, language: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y") if language == "fr" else cell.isoformat()
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(cell, int) else text
