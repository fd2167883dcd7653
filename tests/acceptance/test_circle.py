"""A meeting of the quality circle: prepared, held, followed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from docx import Document

from classeur.cli.app import main
from classeur.model.registers.actions import Action
from classeur.model.registers.meetings import Meeting
from classeur.tasks.circle import prepare
from classeur.tasks.house import open_house
from classeur.views.circle import CirclePack
from classeur.wording.circle import Agenda, AgendaPoint
from tests.acts import WORDS, released, submitted
from tests.houses import TODAY, an_organisation, house_files, write_house

KINDS = """kinds:
  - {id: procedure, code: PR, title: Procédure, circuit: {validation: 1, approval: 1}, review_months: 24}
  - {id: process, code: FP, title: Fiche processus, circuit: {validation: 1, approval: 1}, review_months: 12}
  - {id: compte-rendu, code: CR, title: Compte rendu, circuit: {approval: 1, cumul: forbidden}, review_months: 60}
"""
MEETINGS = """- number: C-1
  planned_on: 2026-09-10
  held_on: 2026-09-10
  present: [a.martin, b.durand, c.leroy]
  decisions:
    - Les réglettes restent en place.
    - Relire l'étiquette du chariot (Maud Durand, 30/11/2026)
    - Appeler le fournisseur (c.leroy ; 15 décembre 2026).
- number: C-2
  planned_on: 2026-12-10
  time: 13:00
  place: Salle de réunion
- number: C-3
  planned_on: 2027-02-11
"""
ACTIONS = """- {number: A-1, action: Changer le panneau, pilot: b.durand, due: 2026-11-01, opened_on: 2026-08-01}
- {number: A-2, action: Imprimer la liste, pilot: b.durand, due: 2027-06-30, opened_on: 2026-08-01}
"""
EVENTS = """- {number: E-1, date: 2026-08-03, type: fall, severity: 2, frequency: 2, facts: Glissade.}
- {number: E-2, date: 2026-10-05, type: fall, severity: 4, frequency: 2, facts: Chute dans l'escalier.}
- {number: E-3, date: 2026-11-02, type: organisation, severity: 1, facts: Retard., feedback_on: 2026-11-04}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house whose circle met in September and meets again in December."""
    files = house_files(
        **{
            "manual/organisation.yml": an_organisation(kinds=KINDS),
            "manual/registers/meetings.yml": MEETINGS,
            "manual/registers/actions.yml": ACTIONS,
            "manual/registers/events.yml": EVENTS,
        }
    )
    return write_house(tmp_path / "centre", files)


def pack(house: Path, on: str = "") -> CirclePack:
    return prepare(house, dt.date.fromisoformat(on) if on else None, TODAY, None, WORDS)[1]


def point(house: Path, number: int) -> AgendaPoint:
    return Agenda(pack(house), WORDS).points[number - 1]


def run(house: Path, *arguments: str) -> int:
    return main(["-C", str(house), "--today", str(TODAY), *arguments])


def actions(house: Path) -> tuple[Action, ...]:
    return open_house(house, TODAY).binder.registers.of(Action)


def test_without_a_day_the_next_planned_meeting_is_prepared(house: Path) -> None:
    found = pack(house)

    assert (found.on, found.since) == (dt.date(2026, 12, 10), dt.date(2026, 9, 10))
    assert found.following is not None
    assert found.following.number == "C-3"


def test_only_the_events_since_the_last_meeting_are_counted(house: Path) -> None:
    events = pack(house).events

    assert (events.total, events.unanswered) == (2, 1)
    assert [line.number for line in events.severe] == ["E-2"]


def test_what_happened_in_an_event_is_not_on_the_agenda(house: Path) -> None:
    told = " ".join([*point(house, 2).sentences, *(cell for row in point(house, 2).rows for cell in row)])

    assert "E-2" in told
    assert "escalier" not in told


def test_the_actions_due_by_the_meeting_come_with_their_lateness(house: Path) -> None:
    lines = pack(house).actions

    assert [(line.number, line.is_late) for line in lines] == [("A-1", True)]


def test_a_text_that_waits_for_its_validation_is_on_the_agenda_once(house: Path) -> None:
    submitted(house)

    waiting = pack(house).documents.waiting

    assert [task.reference for task in waiting] == ["PR-R1-001"]


def test_a_text_that_few_have_read_is_on_the_agenda(house: Path) -> None:
    released(house)

    [rate] = pack(house).documents.badly_read

    assert (rate.reference, rate.read, rate.asked) == ("PR-R1-001", 0, 3)


def test_the_agenda_keeps_its_ten_points_and_two_hours(house: Path) -> None:
    points = Agenda(pack(house), WORDS).points

    assert (len(points), sum(each.minutes for each in points)) == (10, 120)


def test_a_past_meeting_is_shown_with_the_figures_of_its_day(house: Path) -> None:
    found = pack(house, "2026-09-10")

    assert (found.as_of, found.events.total) == (dt.date(2026, 9, 10), 1)


def test_the_papers_are_a_page_a_word_file_and_the_dates_of_the_year(house: Path) -> None:
    folder = house.parent / "cercle"

    assert run(house, "circle", "-o", str(folder)) == 0

    page = (folder / "ordre-du-jour.html").read_text("utf-8")
    paper = Document(str(folder / "ordre-du-jour.docx"))
    dates = (folder / "reunions-2026.ics").read_text("utf-8")
    assert "Cercle EPP du 10 décembre 2026" in page
    assert "2. Événements depuis la dernière réunion (20 minutes)" in [each.text for each in paper.paragraphs]
    assert dates.count("BEGIN:VEVENT") == 2


def test_the_page_asks_nothing_of_the_network(house: Path) -> None:
    run(house, "circle", "-o", str(house.parent))

    page = (house.parent / "ordre-du-jour.html").read_text("utf-8")

    assert "http" not in page
    assert "<script" not in page


def test_the_same_house_gives_the_same_papers(house: Path) -> None:
    folders = [house.parent / name for name in ("un", "deux")]
    for folder in folders:
        run(house, "circle", "-o", str(folder))

    one, other = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert one == other


def test_decisions_with_a_pilot_and_a_day_become_actions_of_the_plan(house: Path) -> None:
    assert run(house, "circle", "actions", "C-1") == 0

    made = [action for action in actions(house) if action.source == "C-1"]
    assert [(a.action, a.pilot, a.due) for a in made] == [
        ("Relire l'étiquette du chariot", "b.durand", dt.date(2026, 11, 30)),
        ("Appeler le fournisseur", "c.leroy", dt.date(2026, 12, 15)),
    ]
    assert {a.opened_on for a in made} == {dt.date(2026, 9, 10)}


def test_a_decision_becomes_an_action_once(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(house, "circle", "actions", "C-1")

    run(house, "circle", "actions", "C-1")

    assert len([action for action in actions(house) if action.source == "C-1"]) == 2
    assert "1 décision ne nomme ni pilote ni jour" in capsys.readouterr().out


def test_showing_what_would_be_added_adds_nothing(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(house, "circle", "actions", "C-1", "--dry-run")

    assert "Appeler le fournisseur" in capsys.readouterr().out
    assert len(actions(house)) == 2


def test_minutes_are_a_draft_that_takes_its_circuit(house: Path) -> None:
    run(house, "circle", "actions", "C-1")

    assert run(house, "circle", "minutes", "C-1", "--process", "R1") == 0

    binder = open_house(house, TODAY).binder
    [minutes] = [document for document in binder.documents if document.header.kind == "compte-rendu"]
    assert minutes.header.title == "Cercle EPP du 10 septembre 2026"
    assert "| Relire l'étiquette du chariot | Maud Durand | 30 novembre 2026 | A-3 |" in minutes.body
    assert binder.registers.by_name(Meeting)["C-1"].minutes == minutes.reference


def test_minutes_name_roles_and_not_the_people_who_came(house: Path) -> None:
    run(house, "circle", "minutes", "C-1", "--process", "R1")

    [minutes] = (house / "manual/comptes-rendus").iterdir()
    body = minutes.read_text("utf-8").split("\n---\n", 1)[1]
    assert "3 personnes (Référent qualité, Infirmier, Direction)" in body
    assert "Alix Martin" not in body


def test_minutes_are_written_by_somebody_who_was_there_and_approves_nothing(house: Path) -> None:
    register = house / "manual/registers/meetings.yml"
    register.write_text(MEETINGS.replace("[a.martin, b.durand, c.leroy]", "[c.leroy, b.durand]"), "utf-8")

    run(house, "circle", "minutes", "C-1", "--process", "R1")

    [minutes] = [d for d in open_house(house, TODAY).binder.documents if d.header.kind == "compte-rendu"]
    assert (minutes.header.writer, minutes.header.approver) == (("b.durand",), ("c.leroy",))


def test_the_minutes_of_a_meeting_are_written_once(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(house, "circle", "minutes", "C-1", "--process", "R1")

    assert run(house, "circle", "minutes", "C-1", "--process", "R1") == 2

    assert "a déjà son compte rendu : CR-R1-001." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["actions", "C-9"], "C-9 n'est pas dans le registre meetings."),
        (["minutes", "C-2"], "C-2 n'a pas encore eu lieu"),
        (["decisions", "C-1"], "Écrire « actions NUMÉRO »"),
    ],
)
def test_what_cannot_be_done_is_told(
    house: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(house, "circle", *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_house_without_a_planned_meeting_is_told_how_to_name_the_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_house(tmp_path / "centre")

    assert run(root, "circle", "-o", str(tmp_path)) == 2
    assert "classeur meetings add" in capsys.readouterr().err
    assert run(root, "circle", "--on", "2026-12-10", "-o", str(tmp_path)) == 0
