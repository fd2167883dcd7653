"""Registers as people keep them: csv files of French spreadsheets, workbooks, texts; nothing is guessed."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path, PurePosixPath

import pytest
import xlsxwriter

from classeur.model.findings import Fault
from classeur.model.registers.actions import Action, ActionState
from classeur.model.registers.copies import PaperCopy
from classeur.model.registers.evaluations import EvaluatedCriterion
from classeur.model.registers.events import Event, EventType, Zone, zone_of
from classeur.model.registers.external import ExternalDocument
from classeur.model.registers.rows import Registers, RegisterType, column_letters, register_types
from classeur.model.registers.standards import Criterion
from classeur.model.registers.surveys import SurveyAnswers
from classeur.model.registers.values import day_of
from classeur.reading.registers.read import read_registers
from tests.workbooks import a_workbook, with_cells, with_declared_size

ACTIONS = "Numéro;Action;Pilote;Échéance;Avancement\nA-001;Vérifier les numéros;a.martin;12/03/2026;En cours\n"


def read(tmp_path: Path, **files: str | bytes) -> tuple[Registers, list[Fault]]:
    """The registers of a house that holds these files; `__` stands for a dot, `___` for a slash."""
    paths = []
    for name, content in files.items():
        path = PurePosixPath("manual/registers", name.replace("___", "/").replace("__", "."))
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return read_registers(tmp_path, paths)


def codes(faults: list[Fault]) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.where.line, fault.where.column) for fault in faults]


# --- days, grades, percentages


@pytest.mark.parametrize(
    "typed",
    ["12/03/2026", "12-3-2026", "12.03.2026", "12 mars 2026", "12 MARS 2026", "2026-03-12", "2026-03-12 14:30"],
)
def test_a_day_is_read_in_each_of_the_ways_in_which_people_write_it(typed: str) -> None:
    assert day_of(typed) == dt.date(2026, 3, 12)


@pytest.mark.parametrize("typed", ["1er mars 2026", "01/03/2026", "1 mars 2026"])
def test_the_first_of_the_month_has_its_own_word(typed: str) -> None:
    assert day_of(typed) == dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    "typed", ["12/25/2026", "31/02/2026", "12/03/26", "mars 2026", "46093", "12 march 2026", "12/03-2026", ""]
)
def test_a_day_that_could_be_misread_is_no_day(typed: str) -> None:
    assert day_of(typed) is None


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_a_column_is_named_as_spreadsheets_name_it(number: int, letters: str) -> None:
    assert column_letters(number) == letters


# --- csv


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_file_is_read_whatever_spreadsheet_wrote_it(tmp_path: Path, encoding: str, separator: str) -> None:
    text = ACTIONS.replace(";", separator).replace("\n", "\r\n")

    registers, faults = read(tmp_path, actions__csv=text.encode(encoding))

    [action] = registers.of(Action)
    assert (action.number, action.due, action.state) == ("A-001", dt.date(2026, 3, 12), ActionState.IN_PROGRESS)
    assert {fault.code for fault in faults} <= {"IN004"}


def test_a_line_that_says_the_separator_is_no_heading(tmp_path: Path) -> None:
    registers, faults = read(tmp_path, actions__csv="sep=;\n" + ACTIONS)

    [action] = registers.of(Action)
    assert (action.where.line, faults) == (3, [])


def test_a_cell_of_several_lines_keeps_the_places_of_the_next_rows(tmp_path: Path) -> None:
    text = 'Numéro;Action;Échéance\nA-1;"Voir\ntous";01/03/2026\nA-2;Dire;jamais\n'

    registers, faults = read(tmp_path, actions__csv=text)

    assert [action.where.line for action in registers.of(Action)] == [2, 4]
    assert codes(faults) == [("RG015", 4, 3)]
    assert faults[0].values["cell"] == "C4"


def test_what_stands_beyond_the_last_heading_is_told(tmp_path: Path) -> None:
    _, faults = read(tmp_path, actions__csv="Numéro;Action\nA-1;Dire; bien; haut\n")

    assert codes(faults) == [("RG014", 2, 3)]


def test_a_wrong_value_is_left_out_and_the_rest_of_the_row_kept(tmp_path: Path) -> None:
    registers, faults = read(tmp_path, actions__csv=ACTIONS.replace("12/03/2026", "12/25/2026"))

    [action] = registers.of(Action)
    assert (action.pilot, action.due, set(action.refused_keys)) == ("a.martin", None, {"due"})
    assert faults[0].values["typed"] == "12/25/2026"


def test_a_missing_column_is_told_once_at_the_headings(tmp_path: Path) -> None:
    _, faults = read(tmp_path, actions__csv="Numéro;Pilote\n" + "A-1;a.martin\n" * 3)

    assert codes(faults) == [("RG016", 1, 1)]


# --- texts


def test_a_text_takes_values_that_its_rows_share(tmp_path: Path) -> None:
    text = """standard: ISO-9001-2015
edition: 2015
rows:
  - {criterion: 7.5.1, title: Écrire}
  - {criterion: 7.5.2, title: Tenir, edition: 2016}
"""

    registers, faults = read(tmp_path, standards___iso__yml=text)

    found = [(row.citation, row.edition, row.where.line) for row in registers.of(Criterion)]
    assert found == [("ISO-9001-2015:7.5.1", "2015", 4), ("ISO-9001-2015:7.5.2", "2016", 5)]
    assert faults == []


def test_a_register_may_be_cut_into_years(tmp_path: Path) -> None:
    text = "- {number: A-000, action: Ranger}\n"

    registers, _ = read(tmp_path, **{"actions-2026__csv": ACTIONS, "actions__yml": text})

    assert {action.number for action in registers.of(Action)} == {"A-001", "A-000"}


def test_french_words_stand_for_fixed_values_in_a_text_too(tmp_path: Path) -> None:
    registers, faults = read(tmp_path, events__yml="- {number: 1, date: 2026-03-12, type: Chute, severity: 4}\n")

    [event] = registers.of(Event)
    assert (event.type, event.must_be_analysed, faults) == (EventType.FALL, True, [])


def test_the_documents_of_a_paper_copy_may_be_all_of_them(tmp_path: Path) -> None:
    text = "- {number: 1, place: Poste de soins, holder: a.martin, documents: all, from: 2026-01-05, until: }\n"

    registers, faults = read(tmp_path, copies__yml=text)

    [copy] = registers.of(PaperCopy)
    assert copy.holds("PR-R1-001")
    assert copy.is_out(dt.date(2026, 1, 5))
    assert not copy.is_out(dt.date(2026, 1, 4))
    assert faults == []


def test_earlier_editions_fit_in_one_cell(tmp_path: Path) -> None:
    registers, faults = read(tmp_path, external__csv='Référence;Titre;Éditions précédentes\nDE-1;Loi;"2018 ; 2012"\n')

    [external] = registers.of(ExternalDocument)
    assert ([each.edition for each in external.previous], faults) == (["2018", "2012"], [])


def test_a_text_that_is_no_list_is_told_with_the_form_it_should_have(tmp_path: Path) -> None:
    _, faults = read(tmp_path, actions__yml="number: A-1\naction: Ranger\n")

    assert codes(faults) == [("RG015", 1, 1)]


# --- workbooks


def test_a_workbook_gives_days_numbers_and_percentages_as_people_see_them(tmp_path: Path) -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("Tours")
    sheet.write(0, 0, "Évaluations du centre")
    sheet.write_row(2, 1, ["N°", "Thème", "Tour", "Critère", "Échantillon", "Oui", "Cible", "Date"])
    sheet.write_row(3, 1, ["EPP-1", "Hygiène", 2, "Friction", 20.0])
    sheet.write_formula(3, 6, "=9+9", None, 18)
    sheet.write_number(3, 7, 0.85, book.add_format({"num_format": "0 %"}))
    sheet.write_datetime(3, 8, dt.date(2026, 3, 12), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()

    registers, faults = read(tmp_path, evaluations__xlsx=made.getvalue())

    [criterion] = registers.of(EvaluatedCriterion)
    assert (criterion.round, criterion.sample, criterion.met, criterion.target) == (2, 20, 18, 85.0)
    assert (criterion.date, criterion.rate) == (dt.date(2026, 3, 12), 90.0)
    assert (criterion.cell_of("target"), criterion.place_of("target").column) == ("Tours!H4", 8)
    assert faults == []


def test_a_number_in_the_place_of_a_day_is_not_taken_for_one(tmp_path: Path) -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("R")
    sheet.write_row(0, 0, ["Numéro", "Action", "Échéance"])
    sheet.write_row(1, 0, ["A-1", "Ranger", 46093])
    book.close()

    _, faults = read(tmp_path, actions__xlsx=made.getvalue())

    assert codes(faults) == [("RG015", 2, 3)]
    assert (faults[0].values["cell"], faults[0].values["typed"]) == ("R!C2", "46093")


def test_a_formula_without_result_in_a_needed_cell_is_told_once(tmp_path: Path) -> None:
    book = a_workbook("Numéro;Action\n;Ranger\n", {"formula": "A2"})

    registers, faults = read(tmp_path, actions__xlsx=book)

    assert codes(faults) == [("RG019", 2, 1)]
    assert registers.of(Action) == ()


def test_a_cell_in_error_is_told_with_what_it_shows(tmp_path: Path) -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("R")
    sheet.write_row(0, 0, ["Enquête", "Public", "Campagne", "Question", "Plutôt oui"])
    sheet.write_row(1, 0, ["SP", "Patients", "2026-03", "Accueil"])
    sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
    book.close()

    registers, faults = read(tmp_path, surveys__xlsx=made.getvalue())

    [answers] = registers.of(SurveyAnswers)
    assert (codes(faults), faults[0].values["typed"]) == ([("RG019", 2, 5)], "#DIV/0!")
    assert (set(answers.refused_keys), answers.satisfied) == ({"rather_yes"}, None)


def test_a_hidden_sheet_is_not_counted(tmp_path: Path) -> None:
    registers, faults = read(tmp_path, actions__xlsx=a_workbook(ACTIONS, {"hidden": "2024"}))

    assert len(registers.of(Action)) == 1
    assert [(fault.code, fault.values["sheet"]) for fault in faults] == [("RG018", "2024")]


def test_a_workbook_with_macros_is_refused_whatever_its_name(tmp_path: Path) -> None:
    made = io.BytesIO(a_workbook(ACTIONS))
    with zipfile.ZipFile(made, "a") as book:
        book.writestr("xl/vbaProject.bin", b"\0")

    registers, faults = read(tmp_path, actions__xlsx=made.getvalue(), complaints__xlsm=b"PK")

    assert {(fault.code, fault.values["trouble"]) for fault in faults} == {("RG011", "macros")}
    assert (len(registers.of(Action)), set(registers.faulty)) == (0, {"actions", "complaints"})


def test_a_workbook_that_unpacks_to_far_too_much_is_refused_unread(tmp_path: Path) -> None:
    _, faults = read(tmp_path, actions__xlsx=with_declared_size(a_workbook(ACTIONS), 300 * 1024 * 1024))

    assert [(fault.code, fault.values["trouble"]) for fault in faults] == [("RG012", "bomb")]


def test_a_workbook_whose_parts_hold_more_than_they_say_is_refused(tmp_path: Path) -> None:
    _, faults = read(tmp_path, actions__xlsx=with_declared_size(a_workbook(ACTIONS), 10))

    assert [(fault.code, fault.values["trouble"]) for fault in faults] == [("RG012", "damaged")]


def test_a_value_lost_in_the_last_cell_of_a_sheet_does_not_take_all_the_memory(tmp_path: Path) -> None:
    lost = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

    _, faults = read(tmp_path, actions__xlsx=with_cells(a_workbook(ACTIONS), lost))

    assert [(fault.code, fault.values["trouble"], fault.values["cell"]) for fault in faults] == [
        ("RG012", "cells", "Registre!XFD1048576")
    ]


def test_two_hundred_thousand_empty_lines_with_borders_are_no_rows(tmp_path: Path) -> None:
    empty = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (line, line) for line in range(3, 200_001))

    registers, faults = read(tmp_path, actions__xlsx=with_cells(a_workbook(ACTIONS), empty))

    assert (len(registers.of(Action)), faults) == (1, [])


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", b"x"])
def test_a_file_that_is_no_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    _, faults = read(tmp_path, actions__xlsx=content)

    assert [fault.code for fault in faults] == ["RG012"]


def test_a_second_sheet_that_is_another_table_is_left_out_and_told(tmp_path: Path) -> None:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.add_worksheet("Listes").write_row(0, 0, ["Choix", "oui", "non"])
    sheet = book.add_worksheet("Plan")
    sheet.write_row(0, 0, ["Numéro", "Action"])
    sheet.write_row(1, 0, ["A-1", "Ranger"])
    book.close()

    registers, faults = read(tmp_path, actions__xlsx=made.getvalue())

    assert [action.cell_of("action") for action in registers.of(Action)] == ["Plan!B2"]
    assert [(fault.code, fault.values["sheet"]) for fault in faults] == [("RG018", "Listes")]


# --- the types


@pytest.mark.parametrize("kind", register_types().values(), ids=lambda kind: kind.name)
def test_each_column_has_a_french_title_of_its_own(kind: RegisterType) -> None:
    titles = [column.french for column in kind.columns.values()]

    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("criticality", "zone"), [(5, Zone.ACCEPTABLE), (6, Zone.WATCHED), (13, Zone.UNACCEPTABLE)])
def test_the_zones_of_criticality_begin_where_the_manual_says(criticality: int, zone: Zone) -> None:
    assert zone_of(criticality) is zone
