"""A row written into its file: worked out, read back in a copy, and only then put in the place of the old file."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.findings import Finding
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event
from classeur.model.registers.rows import REGISTERS, RegisterType, Row, type_of
from classeur.reading.registers.read import CSV, YAML, read_register
from classeur.tasks.act import refusal
from classeur.tasks.asked_files import put_file
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.registers import written
from classeur.wording.translator import Translator, translator
from classeur.writers.registers import csv_rows, yaml_rows

_NUMBERED = re.compile(r"(.*?)(\d+)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


Typed = str | tuple[str, ...]
"""A value as somebody types it; a list where it comes from one."""


@dataclass(frozen=True)
class RowChange:
    """A register's file with one row more, or one row changed.

    Attributes:
        before: what the file holds now; None when there is no such file.
        row: the row as it is read back from `after`.
    """

    path: PurePosixPath
    before: bytes | None
    after: bytes
    row: Row


Changed = RowChange | tuple[Finding, ...]
"""A change, or why there is none."""


def plan_add(
    root: Path, binder: Binder, kind: RegisterType, typed: Mapping[str, str], file: str | None, words: Translator
) -> Changed:
    """A row more, in the register's last .yml or .csv file, or in `file`.

    Raises:
        ClasseurError: a value is wrong or missing, the number is taken, the file cannot take the row.
    """
    rows = binder.registers.of(kind.row)
    values = dict(typed)
    if kind.key == ("number",) and "number" not in values:
        values = {"number": next_number([row.row_name for row in rows], kind, binder.today), **values}
    row = validated(kind, values, words)
    if row.row_name in binder.registers.by_name(kind.row):
        raise ClasseurError(
            words("{number} is in the register already.", number=row.row_name),
            remedy=words("Leave the number out: the next free one is taken."),
        )
    path = _destination(root, kind, file, words)
    refused = names_refused(binder, row, path)
    if refused:
        return refused
    before = (root / path).read_bytes() if (root / path).exists() else None
    count = sum(1 for each in rows if each.where.path == path)
    try:
        after = _with_row(before, path, kind, row, tuple(values))
    except yaml_rows.NotEditable:
        raise _by_hand(path, words) from None
    except csv_rows.CannotHold as error:
        raise _cannot_hold(path, error.value, kind, words) from None
    return _read_back(root, kind, RowChange(path, before, after, row), count, words)


def plan_values(root: Path, binder: Binder, row: Row, typed: Mapping[str, str], words: Translator) -> Changed:
    """A row with other values.

    Raises:
        ClasseurError: a value is wrong, or the file cannot be changed by us.
    """
    kind, path = type_of(type(row)), row.where.path
    changed = validated(kind, {**_as_typed(row, kind), **typed}, words)
    refused = names_refused(binder, changed, path)
    if refused:
        return refused
    before = (root / path).read_bytes()
    beside = [each for each in binder.registers.of(kind.row) if each.where.path == path]
    try:
        if path.suffix.lower() in YAML:
            index = next(number for number, each in enumerate(beside) if each is row)
            plain = {key: yaml_value(changed, kind, key) for key in typed}
            after = _encoded(yaml_rows.with_values(_decoded(before), index, plain), before)
        elif path.suffix.lower() == CSV:
            after = csv_rows.with_values(before, path, kind, row.where.line, _cells(before, path, kind, changed, typed))
        else:
            raise _workbook(path, row.cell_of(next(iter(typed))), words)
    except yaml_rows.NotEditable:
        raise _by_hand(path, words) from None
    except csv_rows.CannotHold as error:
        raise _cannot_hold(path, error.value, kind, words) from None
    return _read_back(root, kind, RowChange(path, before, after, changed), len(beside) - 1, words)


def carry_out(change: RowChange, root: Path, words: Translator) -> None:
    """Put the new file in the place of the old one, at once.

    Raises:
        ClasseurError: the file changed meanwhile, or cannot be written.
    """
    target = root / change.path
    try:
        now = target.read_bytes() if target.exists() else None
        if now != change.before:
            raise ClasseurError(
                words("{path} was changed meanwhile: nothing was written.", path=change.path),
                remedy=words("Look at the text again, then repeat the command."),
            )
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=change.path, problem=disk_trouble(error, words)),
            remedy=words("Choose a folder that exists and where you may write, and close the file if it is open."),
        ) from error
    put_file(target, change.after, words, shown=change.path)


def validated(kind: RegisterType, typed: Mapping[str, Typed], words: Translator) -> Row:
    """The row that the values make.

    Raises:
        ClasseurError: a value is wrong or missing.
    """
    try:
        return kind.row.model_validate({key: value for key, value in typed.items() if value != ""})
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        key = str(problem["loc"][0]) if problem["loc"] else ""
        title = kind.column_title(key, words.language) if key in kind.columns else key
        if problem["type"] == "missing":
            raise ClasseurError(
                words("{column} is missing.", column=title),
                remedy=words("Add: {option} …", option=f"--{key.replace('_', '-')}"),
            ) from None
        choices = str(problem.get("ctx", {}).get("choices", "…"))
        raise ClasseurError(
            words("{typed} does not suit {column}.", typed=typed.get(key, ""), column=title),
            remedy=words("Write a value of this form: {choices}.", choices=choices),
        ) from None


def names_refused(binder: Binder, row: Row, path: PurePosixPath) -> tuple[Finding, ...]:
    """The finding that stops a row whose texts name somebody; none for a row that names nobody."""
    if not isinstance(row, (Event, Complaint)):
        return ()
    for key, text in row.texts:
        found = binder.name_finder.found_in(text)
        if found:
            place = row.where if row.typed_at.where.path == path else type(row.where)(path)
            return refusal("RG036", place, number=row.row_name, cell=key, found=found)
    return ()


def next_number(numbers: list[str], kind: RegisterType, today: dt.date) -> str:
    """The next free number, in the form of the last one; its year is that of today."""
    last = next((number for number in reversed(numbers) if _NUMBERED.fullmatch(number)), "")
    match = _NUMBERED.fullmatch(last or f"{kind.name[0].upper()}-{today.year}-00")
    prefix, digits = (match[1], match[2]) if match else ("", "0")
    if _YEAR.search(prefix):
        prefix = _YEAR.sub(str(today.year), prefix)
    taken = [
        int(n.removeprefix(prefix)) for n in numbers if n.startswith(prefix) and n.removeprefix(prefix).isdecimal()
    ]
    return f"{prefix}{max(taken, default=0) + 1:0{len(digits)}}"


def yaml_value(row: Row, kind: RegisterType, key: str) -> str | tuple[str, ...]:
    """A value as it is written in a text: English words, days from the year to the day."""
    value = getattr(row, kind.attribute(key))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _as_typed(row: Row, kind: RegisterType) -> dict[str, Typed]:
    """The row's values as if they had been typed again; a list stays one, a sentence of it may hold a semicolon."""
    set_here = row.model_fields_set
    return {key: yaml_value(row, kind, key) for key in kind.columns if kind.attribute(key) in set_here}


def _destination(root: Path, kind: RegisterType, file: str | None, words: Translator) -> PurePosixPath:
    if file is not None:
        path = REGISTERS / PurePosixPath(file).name
        if path.suffix.lower() not in (*YAML, CSV) or path.stem.split("-")[0] != kind.name:
            raise ClasseurError(
                words("{file} is no file of the register {register}.", file=path.name, register=kind.name),
                remedy=words("Give a name such as {name}.", name=f"{kind.name}-2026.yml"),
            )
        return path
    folder = root / REGISTERS
    names = sorted(path.name for path in folder.glob(f"{kind.name}*") if path.is_file()) if folder.is_dir() else []
    mine = [name for name in names if PurePosixPath(name).stem.split("-")[0] == kind.name]
    plain = [name for name in mine if PurePosixPath(name).suffix.lower() in (*YAML, CSV)]
    if plain:
        return REGISTERS / plain[-1]
    if mine:
        raise _workbook(REGISTERS / mine[-1], "", words)
    return REGISTERS / f"{kind.name}.yml"


def _with_row(before: bytes | None, path: PurePosixPath, kind: RegisterType, row: Row, keys: tuple[str, ...]) -> bytes:
    if path.suffix.lower() == CSV:
        if before is None:
            titles = ";".join(column.french for column in kind.columns.values())
            before = f"\ufeff{titles}\r\n".encode()
        return csv_rows.with_row(before, path, kind, _cells(before, path, kind, row, dict.fromkeys(keys, "")))
    plain = {key: yaml_value(row, kind, key) for key in keys}
    return _encoded(yaml_rows.with_row(_decoded(before or b""), plain), before or b"")


def _cells(
    content: bytes, path: PurePosixPath, kind: RegisterType, row: Row, keys: Mapping[str, str]
) -> dict[str, str]:
    """The values of a row as the headings of the file want them: in French under French headings."""
    language = translator("fr" if csv_rows.headings_are_french(content, path, kind) else "en")
    return {key: written(getattr(row, kind.attribute(key)), language) for key in keys}


def _read_back(root: Path, kind: RegisterType, change: RowChange, others: int, words: Translator) -> RowChange:
    """The change, once the new file was read in a copy: one row like ours, and as many others as before."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, change.path)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(change.after)
        rows, _ = read_register(Path(folder), change.path, kind)
    ours = change.row.model_dump()
    found = next((row for row in rows if row.model_dump() == ours), None)
    if found is None or len(rows) != others + 1:
        raise _by_hand(change.path, words)
    return RowChange(change.path, change.before, change.after, found)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _encoded(text: str, before: bytes) -> bytes:
    """The text as the file was: with its mark and its line ends."""
    whole = text.replace("\n", "\r\n") if b"\r\n" in before else text
    return (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + whole.encode()


def _by_hand(path: PurePosixPath, words: Translator) -> ClasseurError:
    return ClasseurError(
        words("{path} is written in a way that we do not touch: nothing was written.", path=path),
        remedy=words("Make the change in the file itself, then run `classeur check`."),
    )


def _cannot_hold(path: PurePosixPath, value: str, kind: RegisterType, words: Translator) -> ClasseurError:
    value = kind.column_title(value, words.language) if value in kind.columns else value
    return ClasseurError(
        words("{path} has no column or no letter for {value}: nothing was written.", path=path, value=value),
        remedy=words("Add the column, or save the file as UTF-8 CSV; then repeat the command."),
    )


def _workbook(path: PurePosixPath, cell: str, words: Translator) -> ClasseurError:
    told = words("{path} is a workbook: we do not write into it.", path=path)
    place = words("Write in the cell {cell} and save.", cell=cell) if cell else words("Add the line there and save.")
    kept = words("Or keep the new rows in another file: --file {name}.", name=f"{path.stem.split('-')[0]}-2027.yml")
    return ClasseurError(told, remedy=place if cell else f"{place} {kept}")
