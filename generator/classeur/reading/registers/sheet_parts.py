"""What the XML of a sheet says and the spreadsheet library does not: formulas, errors, percentages, the far cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

MAX_CELLS = 4_000_000
"""The largest rectangle of cells that is read: 20,000 lines of 200 columns."""

_CELL = re.compile(
    rb"<(?:\w+:)?row\b([^>]*?)/?>|<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)",
    re.DOTALL,
)
_AT = re.compile(rb'\br="([A-Z]{0,3})(\d+)"')
_LETTERS = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})\d')
_LAST_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*?(?:/>|>(.*?)</)", re.DOTALL)
_FORMATS = re.compile(rb'<(?:\w+:)?numFmt\b[^>]*?\bnumFmtId="(\d+)"[^>]*?\bformatCode="([^"]*)"')
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_CELL_FORMAT = re.compile(rb'<(?:\w+:)?xf\b[^>]*?\bnumFmtId="(\d+)"')
_BUILT_IN_PERCENTAGES = frozenset({9, 10})
_SHEETS = re.compile(rb"<(?:\w+:)?sheet\b([^>]*?)/?>")
_RELATIONS = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*?)/?>")

Cell = tuple[int, int]
"""A line and a column, both counted from 1."""


@dataclass
class SheetParts:
    """The cells of a sheet that need care.

    Attributes:
        without_result: formulas whose result the file does not hold.
        errors: cells that show an error, with it (`#N/A`).
        percentages: numbers shown as percentages: the file holds 0.85 where people see 85 %.
        last: the last line and the last column that hold a value.
    """

    without_result: set[Cell] = field(default_factory=set)
    errors: dict[Cell, str] = field(default_factory=dict)
    percentages: set[Cell] = field(default_factory=set)
    last: Cell = (0, 0)

    @property
    def is_too_wide(self) -> bool:
        """Whether reading it whole would take all of the computer's memory."""
        return self.last[0] * self.last[1] > MAX_CELLS


def sheet_parts(xml: bytes, percentage_styles: frozenset[int]) -> SheetParts:
    """What a sheet's XML says besides its values. A sheet of plain values is not walked cell by cell."""
    parts = SheetParts(last=_corner(xml))
    if (
        not parts.is_too_wide
        and b't="e"' not in xml
        and not _FORMULA.search(xml)
        and not (percentage_styles and b's="' in xml)
    ):
        return parts
    parts.last = (0, 0)
    for at, kind, style, inside in _cells(xml):
        if inside is None:
            continue
        value = _VALUE.search(inside)
        held = value[1] if value else None
        if _FORMULA.search(inside) and (value is None or (not held and kind != b"str")):
            parts.without_result.add(at)
        elif kind == b"e":
            parts.errors[at] = (held or b"").decode("utf-8", "replace")
        elif style in percentage_styles and kind in (b"", b"n"):
            parts.percentages.add(at)
        parts.last = (max(parts.last[0], at[0]), max(parts.last[1], at[1]))
    return parts


def percentage_styles(styles: bytes) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a percentage."""
    codes = {int(number) for number, code in _FORMATS.findall(styles) if b"%" in re.sub(rb"&quot;.*?&quot;", b"", code)}
    formats = _CELL_FORMATS.search(styles)
    used = _CELL_FORMAT.findall(formats[0]) if formats else []
    return frozenset(index for index, code in enumerate(used) if int(code) in codes | _BUILT_IN_PERCENTAGES)


def sheet_files(book: ZipFile) -> dict[str, str]:
    """The part of the file that holds each sheet, by the sheet's rank in the workbook (`0`, `1`…)."""
    relations = {}
    for attributes in _RELATIONS.findall(_part(book, "xl/_rels/workbook.xml.rels")):
        named = _attributes(attributes)
        target = named.get("Target", "")
        relations[named.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    found = {}
    for rank, attributes in enumerate(_SHEETS.findall(_part(book, "xl/workbook.xml"))):
        named = _attributes(attributes)
        identifier = next((value for name, value in named.items() if name.endswith(":id")), "")
        found[str(rank)] = relations.get(identifier, "")
    return found


def _part(book: ZipFile, name: str) -> bytes:
    try:
        return book.read(name)
    except KeyError:
        return b""


def _attributes(text: bytes) -> dict[str, str]:
    return {name.decode(): value.decode("utf-8", "replace") for name, value in re.findall(rb'([\w:]+)="([^"]*)"', text)}


def _corner(xml: bytes) -> Cell:
    """The last line and column, whether or not they hold a value."""
    rows = [int(number) for number in _LAST_ROW.findall(xml[-200_000:])] or [
        int(number) for number in _LAST_ROW.findall(xml)
    ]
    columns = {column_number(letters) for letters in set(_LETTERS.findall(xml))}
    return max(rows, default=0), max(columns, default=0)


def column_number(letters: bytes) -> int:
    """The number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _cells(xml: bytes) -> Iterator[tuple[Cell, bytes, int, bytes | None]]:
    """Each cell: where it is, its type, its style, what it holds; None when it holds nothing."""
    line = column = 0
    for match in _CELL.finditer(xml):
        if match[1] is not None:
            at = _AT.search(match[1])
            line, column = int(at[2]) if at else line + 1, 0
            continue
        at = _AT.search(match[2])
        column = column_number(at[1]) if at else column + 1
        kind, style = _TYPE.search(match[2]), _STYLE.search(match[2])
        yield (line, column), kind[1] if kind else b"", int(style[1]) if style else 0, match[3] or None
