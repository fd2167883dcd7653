"""Tables as files: CSV as a French Excel opens it, and xlsx."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from classeur.model.kept import Kept
from classeur.views.tables import Table
from classeur.writers.tables.comma import csv_bytes
from classeur.writers.tables.workbook import xlsx_bytes


class TableFormat(Protocol):
    """Writes a table as a file."""

    def __call__(self, table: Table, kept: Kept | None = None) -> bytes:
        """The whole file; `kept` holds the rows of the same file as they were written last."""
        ...


TABLE_FORMATS: Mapping[str, TableFormat] = {".csv": csv_bytes, ".xlsx": xlsx_bytes}
"""What a table may be written as, by the suffix of its file."""


def write(view: Table, folder: Path) -> tuple[Path, ...]:
    """Write a table in every format under `folder`; the same table gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for suffix, as_bytes in TABLE_FORMATS.items():
        path = folder / f"{view.name}{suffix}"
        path.write_bytes(as_bytes(view))
        written.append(path)
    return tuple(written)
