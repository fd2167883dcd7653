"""Sheets to sign as Word files: made, filled in, and taken back by `confirm import`."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.acceptance.centre import PROCEDURE, Centre
from tests.acceptance.test_confirming import batches, released
from tests.acceptance.test_readings import NEW, PATHS, document, people
from tests.houses import ORGANISATION


def word_sheet(centre: Centre, *asked: object) -> Path:
    """The Word file that a command makes."""
    written = centre.done("readings", *asked, "-o", centre.root.parent / "f").out.split()
    [path] = [Path(each) for each in written if each.endswith(".docx")]
    return path


def filled_in_word(path: Path, column: str = "Lu le", value: str = "15 mars 2026") -> Path:
    """The same with a value on each line, as Word saves it."""
    file = docx.Document(str(path))
    [table] = file.tables
    at = [cell.text for cell in table.rows[0].cells].index(column)
    for row in table.rows[1:]:
        row.cells[at].text = value
    out = path.with_name("remplie.docx")
    file.save(str(out))
    return out


def test_a_word_sheet_comes_back_filled_and_twice_counts_once(centre: Centre) -> None:
    file = filled_in_word(word_sheet(released(centre), "sheet", PROCEDURE))

    first = centre.done("confirm", "import", file, "--format", "json").data
    again = centre.done("confirm", "import", file, "--format", "json").data

    assert (first["recorded"], again["recorded"], again["known"]) == (3, 0, 3)
    [batch] = [json.loads(each.read_bytes()) for each in batches(centre)]
    assert {text["means"] for text in batch["texts"]} == {"sheet"}
    assert document(centre)["missing"] == []


def test_a_newcomers_sheet_comes_back_filled(centre: Centre) -> None:
    people(released(centre), ORGANISATION["people"] + NEW)
    house = centre.root / "manual/organisation.yml"
    house.write_text(house.read_text("utf-8") + PATHS, "utf-8")
    centre.at("2026-05-10")

    said = centre.done("confirm", "import", filled_in_word(word_sheet(centre, "path"), value="6 mai 2026"))

    assert "1 attestation enregistrée" in said.out
    assert document(centre)["confirmed"] == ["d.petit"]


def test_a_line_signed_without_its_day_is_told(centre: Centre) -> None:
    file = filled_in_word(word_sheet(released(centre), "sheet", PROCEDURE), "Signature", "MD")

    centre.refused("RD022", "confirm", "import", file)


def test_a_word_sheet_of_another_organisation_is_refused_whole(centre: Centre) -> None:
    file = filled_in_word(word_sheet(released(centre), "sheet", PROCEDURE))
    house = centre.root / "manual/organisation.yml"
    house.write_text(house.read_text("utf-8").replace("Maison de test", "Clinique des Ormes"), "utf-8")

    centre.refused("RD019", "confirm", "import", file)


def cut_short(file: Path) -> None:
    file.write_bytes(b"PK\x03\x04 cut")


def without_a_table(file: Path) -> None:
    docx.Document().save(str(file))


def a_bomb(file: Path) -> None:
    without_a_table(file)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("word/media/bombe.bin", b"0" * 300_000_000)


@pytest.mark.parametrize(("code", "made"), [("WD001", cut_short), ("RG013", without_a_table), ("WD004", a_bomb)])
def test_a_word_file_that_is_no_sheet_is_told(centre: Centre, code: str, made: Callable[[Path], None]) -> None:
    file = released(centre).root.parent / "autre.docx"
    made(file)

    centre.refused(code, "confirm", "import", file)
