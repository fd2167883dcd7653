"""A row added to a csv file, or changed in it, in the file's own dialect."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from classeur.model.registers.rows import RegisterType
from classeur.reading.registers.csv_files import csv_table, dialect_of, read_lines
from classeur.reading.registers.tables import find_header

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@")


@dataclass(frozen=True)
class CannotHold(Exception):
    """The file has no column, or no letter, for a value."""

    value: str


@dataclass
class CsvFile:
    """A csv file's text and the way it was written."""

    text: str
    encoding: str
    newline: str

    @classmethod
    def of(cls, content: bytes) -> CsvFile:
        """The text of the bytes, with LF ends, and how to write it back."""
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            encoding = "utf-16"
        else:
            encoding = "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            encoding = "cp1252"
            text = content.decode(encoding, "replace")
        newline = "\r\n" if "\r\n" in text else "\n"
        return cls(text.replace("\r\n", "\n"), encoding, newline)

    def as_bytes(self) -> bytes:
        """The file as it was written, with its text of now.

        Raises:
            CannotHold: the file's encoding has no such letter.
        """
        try:
            return self.text.replace("\n", self.newline).encode(self.encoding)
        except UnicodeEncodeError as error:
            raise CannotHold(error.object[error.start : error.end]) from None


def with_row(content: bytes, path: PurePosixPath, kind: RegisterType, values: Mapping[str, str]) -> bytes:
    """The file with a line after its last one.

    Raises:
        CannotHold: a value has no column here, or no letter in the file's encoding.
    """
    file = CsvFile.of(content)
    columns, width = _columns(file.text, path, kind)
    cells = _filled([""] * width, columns, values)
    text = file.text.rstrip("\n") + "\n" if file.text.strip() else ""
    file.text = text + _line(cells, dialect_of(file.text, kind).separator)
    return file.as_bytes()


def with_values(content: bytes, path: PurePosixPath, kind: RegisterType, line: int, values: Mapping[str, str]) -> bytes:
    """The file with values of the row that begins at `line` replaced.

    Raises:
        CannotHold: a value has no column here, or no letter in the file's encoding.
    """
    file = CsvFile.of(content)
    columns, width = _columns(file.text, path, kind)
    dialect = dialect_of(file.text, kind)
    records = list(read_lines(file.text, dialect))
    place = next(number for number, (start, _) in enumerate(records) if start == line)
    lines = file.text.split("\n")
    following = records[place + 1][0] - 1 if place + 1 < len(records) else len(lines) - (not lines[-1])
    old = records[place][1]
    cells = _filled([*old, *[""] * (width - len(old))], columns, values)
    lines[line - 1 : following] = [_line(cells, dialect.separator).rstrip("\n")]
    file.text = "\n".join(lines)
    return file.as_bytes()


def headings_are_french(content: bytes, path: PurePosixPath, kind: RegisterType) -> bool:
    """Whether the file's headings are the French titles: its values are then written in French."""
    text = CsvFile.of(content).text
    table, _ = csv_table(path, text, kind)
    header = find_header(table, kind) if table else None
    if table is None or header is None:
        return True
    cells = table.lines[header.index][1]
    return not all((cells[at - 1] or "") == key for key, at in header.columns.items())


def _columns(text: str, path: PurePosixPath, kind: RegisterType) -> tuple[Mapping[str, int], int]:
    table, _ = csv_table(path, text, kind)
    header = find_header(table, kind) if table else None
    if table is None or header is None:
        raise CannotHold(path.name)
    return header.columns, len(table.lines[header.index][1])


def _filled(cells: list[str], columns: Mapping[str, int], values: Mapping[str, str]) -> list[str]:
    for key, value in values.items():
        if key not in columns:
            raise CannotHold(key)
        cells[columns[key] - 1] = f"'{value}" if value.startswith(_RUN_BY_SPREADSHEETS) else value
    return cells


def _line(cells: list[str], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerow(cells)
    return out.getvalue()
