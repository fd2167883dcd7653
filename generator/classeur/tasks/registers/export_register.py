"""A register as a file of its own: a spreadsheet, JSON, a calendar."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.findings import Finding
from classeur.model.registers.rows import RegisterType, Row
from classeur.tasks.asked_files import format_of, put_file
from classeur.tasks.registers.write_row import names_refused, yaml_value
from classeur.views.register_calendar import register_days
from classeur.wording.registers import register_table
from classeur.wording.translator import Translator
from classeur.writers.feeds.register_calendar import register_calendar
from classeur.writers.tables import TABLE_FORMATS

FORMATS = (".csv", ".xlsx", ".json", ".ics")


def row_data(row: Row, kind: RegisterType) -> dict[str, Any]:
    """A row for other programs: keys in English, days as text, and the place where it was typed."""
    values: dict[str, Any] = {}
    for key in kind.columns:
        value = getattr(row, kind.attribute(key))
        values[key] = value if isinstance(value, (bool, int, float)) or value is None else yaml_value(row, kind, key)
        if isinstance(value, tuple):
            values[key] = [item.model_dump(mode="json") if hasattr(item, "model_dump") else str(item) for item in value]
    return {**values, "path": row.where.path.as_posix(), "line": row.where.line}


def export_register(binder: Binder, kind: RegisterType, target: Path, words: Translator) -> int | tuple[Finding, ...]:
    """Write a register into `target`, whose suffix says how; returns how many rows, or why nothing was written.

    Raises:
        ClasseurError: the suffix is none of ours, the register has no days, or the file cannot be written.
    """
    rows = binder.registers.of(kind.row)
    suffix = format_of(target.name, FORMATS, words)
    refused = tuple(finding for row in rows for finding in names_refused(binder, row, row.where.path))
    if refused:
        return refused
    put_file(target, _content(binder, kind, rows, suffix, words), words)
    return len(rows)


def _content(binder: Binder, kind: RegisterType, rows: tuple[Row, ...], suffix: str, words: Translator) -> bytes:
    if suffix == ".json":
        return (json.dumps([row_data(row, kind) for row in rows], ensure_ascii=False, indent=2) + "\n").encode()
    if suffix == ".ics":
        days = register_days(binder, kind)
        if days is None:
            raise ClasseurError(
                words("The register {register} has no days for a calendar.", register=kind.name),
                remedy=words("Registers with days: {registers}.", registers="meetings, actions, audits, external"),
            )
        return register_calendar(days, kind, binder, words)
    table = register_table(kind, rows, binder.organisation, binder.today, words)
    return TABLE_FORMATS[suffix](table)


def is_open(row: Row, today: dt.date) -> bool:
    """Whether a row still waits for something: what `list --open` shows."""
    for key in ("is_open",):
        if hasattr(row, key):
            return bool(getattr(row, key))
    ends = ("closed_on", "done_on", "held_on", "answered_on", "settled_on")
    return not any(getattr(row, key, None) for key in ends) and not getattr(row, "cancelled", "")
