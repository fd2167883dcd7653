"""Registers: what was typed is read as it is, from a text, a csv file or a workbook, or it is told; never otherwise."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path, PurePosixPath

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from classeur.model.findings import Fault
from classeur.model.registers.rows import REGISTERS, RegisterType, Row, register_types
from classeur.reading.registers.read import read_registers
from classeur.rules.registry import all_rules
from classeur.wording.rule_pages import page_of
from tests.workbooks import a_workbook

KINDS = [pytest.param(kind, id=name) for name, kind in register_types().items() if name != "external"]
GOOD = [
    *("12/03/2026", "12 mars 2026", "2026-03-12", "1er mai 2026"),
    *("3", "1 234", "85 %", "12,5 %", "100%"),
    *("oui", "non", "En cours", "Cercle EPP", "Haute", "Stratégique", "Patients", "commencé"),
    *("a.martin", "PR-R1-001", "M2", "E-2026-01", "SP", "a.martin, b.durand"),
    *("Relire l'étiquette", "Une phrase. Puis une autre.", "2026-03"),
]
BAD = ["31/02/2026", "12/03/26", "0,85", "-3", "trois", "#REF!", "=1+1", "01/02", "9", "non concerné?", "12;13"]
CELL = st.sampled_from([*GOOD, ""]) | st.sampled_from(BAD)


@st.composite
def typed_rows(draw: st.DrawFn, kind: RegisterType) -> list[dict[str, str]]:
    """Some rows as people type them: the values that a row needs are there, others often are not."""
    rows = []
    for number in range(draw(st.integers(1, 4))):
        row = {key: draw(CELL) for key in kind.columns if key in kind.required or draw(st.booleans())}
        row[kind.key[0]] = row[kind.key[0]] if kind.key[0] == "date" else f"N-{number}"
        rows.append({key: value for key, value in row.items() if value})
    return [row for row in rows if row]


def read(name: str, content: bytes) -> tuple[tuple[Row, ...], list[Fault]]:
    """The rows of one file, and what is wrong in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = PurePosixPath(REGISTERS, name)
        (Path(folder) / path).parent.mkdir(parents=True)
        (Path(folder) / path).write_bytes(content)
        registers, faults = read_registers(Path(folder), [path])
    return registers.all_rows, faults


def as_csv(kind: RegisterType, rows: list[dict[str, str]]) -> bytes:
    """The rows under French headings, as a French spreadsheet saves them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.french for column in kind.columns.values()])
    writer.writerows([[row.get(key, "") for key in kind.columns] for row in rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_workbook(kind: RegisterType, rows: list[dict[str, str]]) -> bytes:
    """The same in a workbook of text cells (which our builder cuts at semicolons)."""
    lines = [[column.french for column in kind.columns.values()]]
    lines += [[row.get(key, "").replace(";", ",") for key in kind.columns] for row in rows]
    return a_workbook("\n".join(";".join(cells) for cells in lines))


def plain(rows: tuple[Row, ...]) -> list[dict[str, object]]:
    return [row.model_dump() for row in rows]


def good(kind: RegisterType, row: dict[str, str]) -> Row | None:
    """What the row means, when every value of it does."""
    try:
        return kind.row.model_validate(row)
    except ValidationError:
        return None


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_a_row_is_read_as_it_was_typed_or_a_finding_says_why_not(kind: RegisterType, data: st.DataObject) -> None:
    typed = data.draw(typed_rows(kind))

    rows, faults = read(f"{kind.name}.csv", as_csv(kind, typed))

    expected = [row for each in typed if (row := good(kind, each)) is not None]
    told = {fault.where.line for fault in faults}
    lines = {row.where.line: row.model_dump() for row in rows}
    assert all(each.model_dump() in lines.values() for each in expected)
    for line, each in enumerate(typed, 2):
        assert good(kind, each) is not None or line in told, each


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_a_text_and_a_csv_file_say_the_same(kind: RegisterType, data: st.DataObject) -> None:
    typed = [row for row in data.draw(typed_rows(kind)) if good(kind, row) is not None]
    text = yaml.safe_dump(typed, allow_unicode=True, default_style='"').encode()

    from_text, _ = read(f"{kind.name}.yml", text)
    from_csv, _ = read(f"{kind.name}.csv", as_csv(kind, typed))

    assert plain(from_text) == plain(from_csv)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=6)
@given(data=st.data())
def test_a_workbook_and_a_csv_file_say_the_same(kind: RegisterType, data: st.DataObject) -> None:
    typed = [row for row in data.draw(typed_rows(kind)) if good(kind, row) is not None and ";" not in str(row)]

    from_book, _ = read(f"{kind.name}.xlsx", as_workbook(kind, typed))
    from_csv, _ = read(f"{kind.name}.csv", as_csv(kind, typed))

    assert plain(from_book) == plain(from_csv)


@settings(max_examples=60)
@given(
    name=st.sampled_from(["actions.csv", "events.csv", "meetings.yml", "surveys.csv", "audits.xlsx", "divers.csv"]),
    content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"Numéro;Action\n{text}".encode()),
)
def test_any_bytes_in_place_of_a_register_are_told_in_words(name: str, content: bytes) -> None:
    _, faults = read(name, content)

    rules = all_rules()
    assert all(fault.code in rules and page_of(rules[fault.code]).message["fr"] for fault in faults)
