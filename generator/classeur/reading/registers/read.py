"""Every register of the house, read from the files that people keep: .yml, .csv, .xlsx."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from classeur.model.findings import Fault, Location
from classeur.model.nearest import nearest
from classeur.model.registers.rows import (
    REGISTERS,
    Origin,
    Registers,
    RegisterType,
    Row,
    is_in_registers,
    register_types,
)
from classeur.reading.files import read_bytes, read_text
from classeur.reading.registers.codes import (
    BAD_VALUE,
    CODES,
    FORMAT_REFUSED,
    UNKNOWN_FILE,
    YAML_CODES,
)
from classeur.reading.registers.csv_files import csv_table
from classeur.reading.registers.tables import named, rows_of
from classeur.reading.registers.workbooks import rows_of_workbook
from classeur.reading.typed import as_model
from classeur.reading.yaml_text import Typed, read_yaml

YAML, CSV, WORKBOOK = (".yml", ".yaml"), ".csv", ".xlsx"
REFUSED_FORMATS = frozenset({".xlsm", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".xltx", ".json", ".tsv", ".numbers"})
MAX_YAML = 8 * 1024 * 1024
MAX_TABLE = 32 * 1024 * 1024
NOT_REGISTERS = frozenset({"confirmations"})
"""Folders beside the registers that hold something else."""

ROWS_KEY = "rows"
"""In a text, the key of the entries when values that they share stand above them."""


@dataclass
class _Read:
    rows: dict[type[Row], list[Row]] = field(default_factory=lambda: defaultdict(list))
    faults: list[Fault] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


def read_registers(root: Path, files: Iterable[PurePosixPath]) -> tuple[Registers, list[Fault]]:
    """The registers that stand in `manual/registers/`, and every fault met. Never raises for what people typed."""
    read = _Read()
    for path in register_files(files):
        kind = register_of(path)
        known = path.suffix.lower() in (*YAML, CSV, WORKBOOK)
        if kind is None:
            if known:
                close = nearest(path.stem, {name: each.french for name, each in register_types().items()})
                read.faults.append(Fault(Location(path), UNKNOWN_FILE, {"file": path.name, "close": close}))
        elif known:
            rows, faults = read_register(root, path, kind)
            read.rows[kind.row] += rows
            read.faults += faults
            if faults:
                read.faulty.add(kind.name)
        elif path.suffix.lower() in REFUSED_FORMATS:
            trouble = "macros" if path.suffix.lower() in (".xlsm", ".xltm") else "format"
            read.faults.append(Fault(Location(path), FORMAT_REFUSED, {"file": path.name, "trouble": trouble}))
            read.faulty.add(kind.name)
    return Registers({row: tuple(rows) for row, rows in read.rows.items()}, frozenset(read.faulty)), read.faults


def register_files(files: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    """The files that may be registers, in their order."""
    inside = (path for path in files if is_in_registers(path) and path.suffix)
    return tuple(sorted(path for path in inside if path.relative_to(REGISTERS).parts[0] not in NOT_REGISTERS))


def register_of(path: PurePosixPath) -> RegisterType | None:
    """The register that a file belongs to: `actions.csv`, `actions-2026.xlsx` or any file of the folder `actions/`."""
    types = register_types()
    inside = path.relative_to(REGISTERS)
    if len(inside.parts) > 1:
        return types.get(inside.parts[0])
    return types.get(inside.stem) or types.get(inside.stem.split("-")[0])


def read_register(root: Path, path: PurePosixPath, kind: RegisterType) -> tuple[list[Row], list[Fault]]:
    """The rows of one file, and what is wrong in it."""
    suffix = path.suffix.lower()
    if suffix == WORKBOOK:
        content, faults = read_bytes(root, path, MAX_TABLE)
        if content is None:
            return [], faults
        return rows_of_workbook(path, content, kind)
    text, faults = read_text(root, path, MAX_TABLE if suffix == CSV else MAX_YAML)
    if text is None:
        return [], faults
    if suffix == CSV:
        table, wrong = csv_table(path, text, kind)
        rows, more = rows_of(table, kind) if table else ([], [])
        return rows, [*faults, *wrong, *more]
    rows, wrong = _rows_of_yaml(path, text, kind)
    return rows, [*faults, *wrong]


def _rows_of_yaml(path: PurePosixPath, text: str, kind: RegisterType) -> tuple[list[Row], list[Fault]]:
    typed, faults = read_yaml(path, text, YAML_CODES, max_bytes=MAX_YAML)
    faults = [_yaml_fault(fault) for fault in faults]
    if typed is None or typed.value is None:
        return [], faults
    items, wrong = _items(path, typed, kind)
    faults += wrong
    rows: list[Row] = []
    for item in items:
        row, wrong = _row(kind, item)
        faults += [named(fault, kind, fault.values["field"] or kind.name) for fault in wrong]
        if row is not None:
            rows.append(row)
    return rows, faults


def _yaml_fault(fault: Fault) -> Fault:
    values = {"file": fault.where.path.name, "trouble": "size" if "limit" in fault.values else "yaml"}
    return Fault(fault.where, fault.code, {**values, "cell": fault.values.get("field", ""), **fault.values})


def _items(path: PurePosixPath, typed: Typed, kind: RegisterType) -> tuple[list[Typed], list[Fault]]:
    """The entries of a text: a list, or a mapping whose `rows` is the list and whose other keys they all share."""
    if isinstance(typed.value, list):
        return _numbered(typed.value, typed, ()), []
    shared = typed.value if isinstance(typed.value, dict) else {}
    entries = shared.get(ROWS_KEY)
    if not isinstance(entries, list):
        values = {"cell": path.name, "typed": "", "choices": f"- {{{', '.join(sorted(kind.required))}}}"}
        return [], [Fault(Location(path), BAD_VALUE, {**values, "field": path.name, "register": kind.name})]
    items = _numbered(entries, typed, (ROWS_KEY,))
    above = {key: value for key, value in shared.items() if key != ROWS_KEY and value is not None}
    for item in items:
        if not isinstance(item.value, dict):
            continue
        for key, value in above.items():
            if key not in item.value:
                item.value[key] = value
                item.places[(key,)] = typed.places[(key,)]
                item.keys[(key,)] = typed.keys[(key,)]
    return items, []


def _numbered(entries: list[Any], typed: Typed, above: tuple[str, ...]) -> list[Typed]:
    """The items of a typed list, each with its own places."""
    items = [Typed(value) for value in entries]
    depth = len(above)
    for ours, theirs in ((typed.places, "places"), (typed.keys, "keys")):
        for loc, where in ours.items():
            if len(loc) > depth and loc[:depth] == above:
                number = loc[depth]
                if isinstance(number, int):
                    getattr(items[number], theirs)[loc[depth + 1 :]] = where
    return items


def _row(kind: RegisterType, item: Typed) -> tuple[Row | None, list[Fault]]:
    where = item.places[()]
    try:
        row, faults = kind.row.model_validate(item.value), list[Fault]()
    except ValidationError:
        read, faults = as_model(kind.row, item, CODES)
        if read is None:
            return None, faults
        row = read
    places = {str(loc[0]): place for loc, place in item.places.items() if len(loc) == 1}
    refused = frozenset(fault.values["key"] for fault in faults)
    return row.found_at(Origin(where, places=places, refused=refused)), faults
