"""What Markdown says otherwise than Word is told: numbers of headings, letters of lists, tables without a header."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.importers.word.draft import Draft
from classeur.importers.word.numbering import number_written
from tests.word_drafts import codes, draft
from tests.word_files import cell, docx, item, numbering, p, table


def told(made: Draft, code: str) -> str:
    [fault] = [fault for fault in made.faults if fault.code == code]
    return fault.values["examples"]


def heading(text: str, depth: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return p(text, f'<w:pStyle w:val="Titre{depth + 1}"/>{listed}')


MANY_LEVELS = numbering("decimal").replace('<w:lvlText w:val="%2."/>', '<w:lvlText w:val="%1.%2"/>')


def test_the_numbers_that_word_writes_before_headings_are_told(tmp_path: Path) -> None:
    body = (heading("But"), p("Un."), heading("Préparer"), heading("La salle", 1), heading("Le chariot", 1), p("Deux."))

    made = draft(tmp_path, docx(*body, parts={"word/numbering.xml": MANY_LEVELS}))

    assert told(made, "WD033") == "1. But ; 2. Préparer ; 2.1 La salle"
    assert "## Préparer" in made.body


def test_headings_without_numbers_are_not_told(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(p("But", '<w:pStyle w:val="Titre1"/>'), p("Un.")))

    assert "WD033" not in codes(made)


def test_a_list_in_letters_is_told_once_by_its_first_item(tmp_path: Path) -> None:
    body = (item("Se laver"), item("Sous-point", 2), item("Sécher"), p("Puis."), item("Aérer", 3))

    parts = {"word/numbering.xml": numbering("lowerLetter", "bullet", "upperRoman")}

    assert told(draft(tmp_path, docx(*body, parts=parts)), "WD034") == "a) Se laver ; I) Aérer"


def test_a_list_in_numbers_is_not_told(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(item("Se laver"), item("Sécher"), parts={"word/numbering.xml": numbering("decimal")}))

    assert "WD034" not in codes(made)


def test_a_first_row_taken_for_the_header_is_told(tmp_path: Path) -> None:
    made = draft(tmp_path, docx(p("Doses."), table(("Paracétamol", "1 g"), ("Morphine", "10 mg"))))

    assert told(made, "WD035") == "Paracétamol | 1 g"


@pytest.mark.parametrize("first", ["<w:trPr><w:tblHeader/></w:trPr>", ""])
def test_a_table_with_a_header_or_with_merged_cells_is_not_told(tmp_path: Path, first: str) -> None:
    rows = table(("Médicament", "Dose"), ("Morphine", "10 mg"))
    if first:
        rows = rows.replace("<w:tr>", f"<w:tr>{first}", 1)
    else:
        rows = table((cell("Médicaments", '<w:gridSpan w:val="2"/>'),), ("Morphine", "10 mg"))

    assert "WD035" not in codes(draft(tmp_path, docx(p("Doses."), rows)))


@pytest.mark.parametrize(
    ("count", "letters", "shown"),
    [(3, "", "3"), (2, "a", "b"), (28, "A", "BB"), (4, "i", "iv"), (49, "I", "XLIX")],
)
def test_a_number_is_written_as_a_list_writes_it(count: int, letters: str, shown: str) -> None:
    assert number_written(count, letters) == shown
