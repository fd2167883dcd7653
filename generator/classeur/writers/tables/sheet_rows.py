"""The rows of a sheet of a workbook, put into the file that xlsxwriter laid out (ECMA-376, SpreadsheetML)."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from classeur.model.kept import Kept
from classeur.views.tables import Cell, Row

_SHEET = "xl/worksheets/sheet1.xml"
_SAMPLE = re.compile(r'<row r="2"[^>]*>(?P<cells>.*?)</row>', re.S)
_STYLE = re.compile(r' s="(\d+)"')
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
_NUMBER, _TEXT, _DAY = "\x00", "\x01", "\x02"
"""Stand in a written row for its number and for the styles of a text and of a day: no text of a sheet holds them."""
_LONGEST = 32_767
"""Characters that a cell may hold."""
_FIRST_DAY = dt.date(1899, 12, 30)
_LOOKS_ESCAPED = re.compile(r"(_x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_STAMP = (1980, 1, 1, 0, 0, 0)
_QUICKLY = 2
"""How hard zlib tries: a list of 5,000 lines takes 17 ms instead of 46, for a file larger by a sixth."""


@dataclass(frozen=True)
class WrittenRow:
    """A row as the sheet writes it, but for its number and its styles; and the length of each of its cells."""

    told: str
    lengths: tuple[int, ...]


def written_row(row: Row) -> WrittenRow:
    """A row: days are days, texts are texts, numbers are numbers; an empty cell is left out."""
    cells = "".join(_cell(_column(number), cell) for number, cell in enumerate(row))
    return WrittenRow(f'<row r="{_NUMBER}">{cells}</row>', tuple(len(str(cell or "")) for cell in row))


def with_rows(book: io.BytesIO, rows: Sequence[WrittenRow], columns: int, kept: Kept) -> bytes:
    """The workbook with these rows below its heading.

    Args:
        book: one whose second row holds two empty cells, in the style of a text and in that of a day.
        rows: written by `written_row`.
        kept: the rows of the same file as they were numbered last.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(book) as laid_out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name in laid_out.namelist():
            content = laid_out.read(name)
            if name == _SHEET:
                content = _with_rows(content.decode(), rows, columns, kept).encode("utf-8", "replace")
            whole.writestr(_entry(name), content, compresslevel=_QUICKLY)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _with_rows(sheet: str, rows: Sequence[WrittenRow], columns: int, kept: Kept) -> str:
    sample = _SAMPLE.search(sheet)
    if sample is None:
        raise ValueError("the sheet has no second row")
    styles = _STYLE.findall(sample["cells"])
    numbers = kept.of("numbers", "", (len(rows),), lambda: tuple(map(str, range(2, len(rows) + 2))))
    told = kept.of_each("numbered", tuple(styles), partial(_numbered, styles), rows, numbers)
    lines = "".join(told)
    last = f"{_column(columns - 1)}{len(told) + 1}"
    before = _DIMENSION.sub(f'<dimension ref="A1:{last}"/>', sheet[: sample.start()])
    return f"{before}{lines}{sheet[sample.end() :]}"


def _numbered(styles: Sequence[str], row: WrittenRow, number: str) -> str:
    text, day = styles
    return row.told.replace(_NUMBER, number).replace(_TEXT, text).replace(_DAY, day)


def _cell(column: str, cell: Cell) -> str:
    place = f'<c r="{column}{_NUMBER}" s="'
    if isinstance(cell, dt.date):
        return f'{place}{_DAY}"><v>{(dt.date(cell.year, cell.month, cell.day) - _FIRST_DAY).days}</v></c>'
    if isinstance(cell, int):
        return f'{place}{_TEXT}"><v>{int(cell)}</v></c>'
    if not cell:
        return ""
    kept = ' xml:space="preserve"' if cell != cell.strip() or "\n" in cell else ""
    return f'{place}{_TEXT}" t="inlineStr"><is><t{kept}>{_said(cell[:_LONGEST])}</t></is></c>'


def _said(text: str) -> str:
    """A text as the format writes it: signs that XML refuses by their number, as spreadsheets read them."""
    told = _LOOKS_ESCAPED.sub(r"_x005F\1", text)
    return escape(_CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", told), quote=False)


def _column(number: int) -> str:
    """The letters of a column, the first being 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
