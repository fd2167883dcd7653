"""The commands of the registers: a row is added or closed in the file as people keep it, or nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from classeur.cli.app import REGISTERS
from classeur.model.registers.rows import register_types
from tests.houses import house_files, write_house
from tests.unit.commands import Desk
from tests.workbooks import a_workbook

ACTIONS = "manual/registers/actions.yml"
ONE = """# Notre plan
- number: A-2026-07
  action: Vérifier les numéros  # à chaque passage
  pilot: a.martin
  due: 2026-12-01

# La suite est décidée au cercle.
"""
COMPLAINTS = "manual/registers/complaints.csv"
FRENCH = (
    'Numéro;Reçue le;Objet;Faits;Répondue le;Réponse;Close le\r\nR-01;02/11/2026;Accueil;"Attente ;\r\nlongue";;;\r\n'
)


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(capsys)


def a_house(root: Path, **files: str | bytes) -> Path:
    write_house(root, house_files())
    for name, content in files.items():
        path = root / "manual/registers" / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def test_each_register_has_its_command() -> None:
    assert set(REGISTERS) == set(register_types())


def test_an_action_is_added_below_the_others_and_the_rest_stays_as_it_was(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, actions__yml=ONE)

    said = desk.run(
        "-C", house, "actions", "add", "--action", "Dire : tout", "--pilot", "b.durand", "--due", "1er mars 2027"
    )

    text = (house / ACTIONS).read_text("utf-8")
    added = '- number: A-2026-08\n  action: "Dire : tout"\n  pilot: b.durand\n  due: 2027-03-01\n'
    assert (said.code, text) == (0, ONE.replace("2026-12-01\n", "2026-12-01\n" + added))


def test_a_first_row_makes_the_register(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path)

    said = desk.run("-C", house, "--today", "2026-11-22", "actions", "add", "--action", "Ranger", "--format", "json")

    assert (said.data["number"], said.data["path"], said.data["line"]) == ("A-2026-01", ACTIONS, 1)


def test_a_trial_writes_nothing(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, actions__yml=ONE)

    desk.run("-C", house, "actions", "add", "--action", "Ranger", "--dry-run")

    assert (house / ACTIONS).read_text("utf-8") == ONE


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--due", "12/25/2026"), "12/03/2026"),
        (("--state", "presque"), "in_progress"),
        (("--number", "A-2026-07"), "numéro"),
    ],
)
def test_a_wrong_value_is_refused_with_the_form_it_should_have(
    tmp_path: Path, desk: Desk, typed: tuple[str, str], told: str
) -> None:
    house = a_house(tmp_path, actions__yml=ONE)

    said = desk.run("-C", house, "actions", "add", "--action", "Ranger", *typed)

    assert (said.code, told in said.err) == (2, True)
    assert (house / ACTIONS).read_text("utf-8") == ONE


def test_a_flow_row_is_closed_on_its_own_line(tmp_path: Path, desk: Desk) -> None:
    rows = """- {number: A-1, action: Ranger, pilot: a.martin, due: 2026-12-01, state: to_do}
- {number: A-2, action: Dire}
"""
    house = a_house(tmp_path, actions__yml=rows)

    said = desk.run("-C", house, "actions", "close", "A-1", "--evidence", "Photo, mur nord", "--on", "2026-11-20")

    first, second = (house / ACTIONS).read_text("utf-8").splitlines()
    assert said.code == 0
    assert first.endswith('due: 2026-12-01, state: done, done_on: 2026-11-20, evidence: "Photo, mur nord"}')
    assert second == "- {number: A-2, action: Dire}"


def test_an_action_is_not_closed_without_a_proof(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, actions__yml=ONE)

    said = desk.run("-C", house, "actions", "close", "A-2026-07")

    assert (said.code, "--evidence" in said.err) == (2, True)
    assert (house / ACTIONS).read_text("utf-8") == ONE


def test_an_effect_cannot_be_proved_before_the_action_is(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, actions__yml=ONE)

    said = desk.run("-C", house, "actions", "close", "A-2026-07", "--effect", "Plus d'oubli")

    assert (said.code, "--evidence" in said.err) == (2, True)


def test_a_severe_event_is_not_closed_before_its_analysis(tmp_path: Path, desk: Desk) -> None:
    row = "- {number: E-1, date: 2026-11-01, severity: 4, frequency: 1, feedback_on: 2026-11-05}\n"
    house = a_house(tmp_path, events__yml=row)

    said = desk.run("-C", house, "events", "close", "E-1", "--effect", "Rien depuis")

    assert (said.code, "RG034" in said.err) == (1, True)
    assert (house / "manual/registers/events.yml").read_text("utf-8") == row


def test_a_name_never_enters_the_register_of_events(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path)

    said = desk.run("-C", house, "events", "add", "--date", "2026-11-20", "--facts", "Mme Dupont a glissé.")

    assert (said.code, "RG036" in said.err, "Dupont" in said.err + said.out) == (1, True, False)
    assert not (house / "manual/registers").exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-8"])
def test_a_line_is_added_to_a_csv_file_in_its_own_dialect(tmp_path: Path, desk: Desk, encoding: str) -> None:
    house = a_house(tmp_path, complaints__csv=FRENCH.encode(encoding))

    said = desk.run("-C", house, "complaints", "add", "--received-on", "2026-11-20", "--subject", "Été ; =bruit")

    assert said.code == 0
    added = 'R-02;20/11/2026;"Été ; =bruit";;;;\r\n'
    assert (house / COMPLAINTS).read_bytes() == (FRENCH + added).encode(encoding)


def test_a_row_of_two_lines_of_a_csv_file_is_closed_without_touching_the_others(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, complaints__csv=FRENCH + "R-02;03/11/2026;Bruit;;;;\r\n")

    said = desk.run(
        *("-C", house, "complaints", "close", "R-01", "--answer", "Excuses", "--set", "Répondue le=20/11/2026"),
        *("--on", "2026-11-21"),
    )

    assert said.code == 0
    lines = (house / COMPLAINTS).read_bytes().decode().split("\r\n")
    assert lines[1:3] == ['R-01;02/11/2026;Accueil;"Attente ;', 'longue";20/11/2026;Excuses;21/11/2026']
    assert lines[3] == "R-02;03/11/2026;Bruit;;;;"


def test_a_letter_that_the_files_encoding_lacks_stops_the_row(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, complaints__csv=FRENCH.encode("cp1252"))

    said = desk.run("-C", house, "complaints", "add", "--received-on", "2026-11-20", "--subject", "Œil → sol")

    assert (said.code, "→" in said.err) == (2, True)
    assert (house / COMPLAINTS).read_bytes() == FRENCH.encode("cp1252")


def test_a_workbook_is_left_to_the_spreadsheet(tmp_path: Path, desk: Desk) -> None:
    book = a_workbook("Numéro;Action\nA-1;Ranger\n")
    house = a_house(tmp_path, actions__xlsx=book)

    added = desk.run("-C", house, "actions", "add", "--action", "Dire")
    closed = desk.run("-C", house, "actions", "close", "A-1", "--evidence", "Photo")

    assert (added.code, closed.code) == (2, 2)
    assert "--file actions-" in added.err
    assert "Registre!" in closed.err
    assert (house / "manual/registers/actions.xlsx").read_bytes() == book


def test_a_row_of_a_file_that_shares_values_is_added_under_its_rows(tmp_path: Path, desk: Desk) -> None:
    text = "standard: ISO\nrows:\n  - {criterion: 4.1, title: Contexte}\n"
    house = a_house(tmp_path, standards__yml=text)

    said = desk.run(
        *("-C", house, "standards", "add", "--standard", "ISO", "--criterion", "4.2", "--title", "Attentes"),
    )

    assert said.code == 0
    added = "  - standard: ISO\n    criterion: 4.2\n    title: Attentes\n"
    assert (house / "manual/registers/standards.yml").read_text("utf-8") == text + added


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_an_exported_register_can_be_kept_as_the_register(tmp_path: Path, desk: Desk, suffix: str) -> None:
    house = a_house(tmp_path, actions__yml=ONE)
    before = desk.run("-C", house, "actions", "list", "--format", "json").data

    desk.run("-C", house, "actions", "export", "-o", house / f"manual/registers/actions.{suffix}")
    (house / ACTIONS).unlink()

    after = desk.run("-C", house, "actions", "list", "--format", "json").data
    where = {"path", "line"}
    assert [{k: v for k, v in row.items() if k not in where} for row in after] == [
        {k: v for k, v in row.items() if k not in where} for row in before
    ]


def test_a_register_that_names_somebody_is_not_exported(tmp_path: Path, desk: Desk) -> None:
    house = a_house(tmp_path, events__yml="- {number: E-1, date: 2026-11-20, facts: Durand a glissé.}\n")

    said = desk.run("-C", house, "events", "export", "-o", tmp_path / "e.csv")

    assert (said.code, (tmp_path / "e.csv").exists()) == (1, False)


def test_meetings_go_into_a_calendar_at_their_hour(tmp_path: Path, desk: Desk) -> None:
    row = "- {number: C-1, kind: circle, planned_on: 2027-01-14, time: 13 h, minutes_long: 120, place: Salle}\n"
    house = a_house(tmp_path, meetings__yml=row)

    desk.run("-C", house, "meetings", "export", "-o", tmp_path / "cercle.ics")

    lines = (tmp_path / "cercle.ics").read_text("utf-8").splitlines()
    assert {"DTSTART:20270114T120000Z", "DTEND:20270114T140000Z", "SUMMARY:Cercle EPP (C-1)"} <= set(lines)


def test_the_list_shows_what_is_open_and_what_is_asked_for(tmp_path: Path, desk: Desk) -> None:
    rows = """- {number: A-2026-08, action: Dire, pilot: b.durand, state: En cours}
- {number: A-2026-09, action: Fini, state: done}
"""
    house = a_house(tmp_path, actions__yml=ONE + rows)

    still_open = desk.run("-C", house, "actions", "list", "--open", "--format", "json").data
    in_progress = desk.run("-C", house, "actions", "list", "--where", "Avancement=En cours", "--format", "json").data

    assert [row["number"] for row in still_open] == ["A-2026-07", "A-2026-08"]
    assert [row["number"] for row in in_progress] == ["A-2026-08"]
    assert json.dumps(in_progress[0]["due"]) == "null"
