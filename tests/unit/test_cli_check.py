"""`classeur check`: what is wrong, where, what to do; for people and for programs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.houses import TODAY, a_text, house_files, write_house
from tests.unit.commands import Desk, tree

DATED = a_text(review_date="2026-06-30")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A house in which one text has an error on line 13, and another one a warning."""
    return write_house(
        tmp_path,
        house_files(
            **{
                "procedures/accueil.md": a_text(validator="b.durand"),
                "procedures/soins/chute.md": a_text(reference="PR-R1-002", title="Relever", review_date="2026-06-30"),
            }
        ),
    )


def test_a_house_in_order_exits_with_0(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "check")

    assert (said.code, said.out, said.err) == (0, "2 documents lus : rien à signaler.\n", "")


def test_an_error_exits_with_1(desk: Desk, faulty: Path) -> None:
    assert desk.run("-C", faulty, "check").code == 1


def test_a_warning_alone_exits_with_0(desk: Desk, tmp_path: Path) -> None:
    write_house(tmp_path, house_files(**{"procedures/accueil.md": DATED}))

    said = desk.run("-C", tmp_path, "--today", TODAY, "check")

    assert said.code == 0
    assert "avertissement RV001" in said.out


def test_an_error_is_told_with_its_place_its_rule_and_its_remedy_in_french(desk: Desk, faulty: Path) -> None:
    out = desk.run("-C", faulty, "--today", TODAY, "check").out

    assert (
        "procedures/accueil.md:2:12: erreur WF003  Maud Durand est à la fois rédacteur et valideur de PR-R1-001.\n"
        "    à faire : Nommer une autre personne dans « validator » ;"
    ) in out


def test_the_last_line_is_the_verdict_after_a_count_by_family(desk: Desk, faulty: Path) -> None:
    lines = desk.run("-C", faulty, "--today", TODAY, "check").out.splitlines()

    assert lines[-1] == "3 documents lus : 1 erreur, 1 avertissement, 0 note ; quelque chose arrête ces textes."
    assert [line.split()[0] for line in lines[-3:-1]] == ["RV", "WF"]


def test_a_part_of_the_house_may_be_checked_alone(desk: Desk, faulty: Path) -> None:
    assert desk.run("-C", faulty, "check", "procedures/soins").code == 0
    assert desk.run("-C", faulty, "check", "procedures/accueil.md").code == 1


def test_a_path_is_read_from_the_folder_where_the_person_stands(desk: Desk, faulty: Path) -> None:
    assert "RV001" in desk.run("-C", faulty / "procedures/soins", "--today", TODAY, "check", "chute.md").out


@pytest.mark.parametrize("path", ["procedures/nulle-part.md", "/", ".."])
def test_a_path_outside_the_house_cannot_be_checked(desk: Desk, faulty: Path, path: str) -> None:
    said = desk.run("-C", faulty, "check", path)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"classeur: {path} ne fait pas partie") or path in said.err
    assert "À faire : " in said.err


def test_a_folder_that_holds_no_house_cannot_be_checked(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("-C", tmp_path, "check")

    assert (said.code, said.out) == (2, "")
    assert "À faire : " in said.err


def test_a_folder_that_does_not_exist_cannot_be_checked(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("-C", tmp_path / "nulle part", "check")

    assert (said.code, said.out) == (2, "")
    assert "nulle part" in said.err


def test_a_house_is_found_from_any_of_its_folders(desk: Desk, house: Path) -> None:
    assert desk.run("-C", house / "procedures", "check").code == 0


# for programs


def test_findings_as_json_hold_what_other_programs_rely_on(desk: Desk, faulty: Path) -> None:
    said = desk.run("-C", faulty, "--today", TODAY, "check", "--format", "json")

    assert said.code == 1
    assert said.err == ""
    [finding, _] = said.data
    assert {key: value for key, value in finding.items() if key not in ("message", "remedy")} == {
        "code": "WF003",
        "name": "validated-by-writer",
        "severity": "error",
        "path": "procedures/accueil.md",
        "line": 2,
        "column": 12,
        "reference": "PR-R1-001",
    }
    assert list(finding) == ["code", "name", "severity", "path", "line", "column", "message", "remedy", "reference"]


def test_a_house_in_order_as_json_is_an_empty_list(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "check", "--format", "json")

    assert (said.code, said.data) == (0, [])


def test_a_finding_of_no_document_has_no_reference(desk: Desk, house: Path) -> None:
    (house / "procedures/vide.md").touch()

    [finding] = desk.run("-C", house, "check", "--format", "json").data

    assert finding["reference"] is None
    assert finding["remedy"]


def test_findings_for_a_code_host_are_annotations(desk: Desk, faulty: Path) -> None:
    said = desk.run("-C", faulty, "--today", TODAY, "check", "--format", "github")

    assert said.code == 1
    kinds = [
        re.fullmatch(r"::(\w+) file=[^,:]+,line=\d+,col=\d+,title=[^,:]+::[^\n]+", line)
        for line in said.out.splitlines()
    ]
    assert [kind and kind[1] for kind in kinds] == ["error", "warning"]


# options of classeur itself


def test_the_day_decides_what_is_late(desk: Desk, tmp_path: Path) -> None:
    write_house(tmp_path, house_files(**{"procedures/accueil.md": DATED}))

    before, after = (desk.run("-C", tmp_path, "--today", day, "check").out for day in ("2026-06-30", "2026-07-01"))

    assert "RV001" not in before
    assert "RV001" in after


@pytest.mark.parametrize("order", ["before", "after", "around"])
def test_the_options_of_classeur_are_accepted_before_and_after_the_command(
    desk: Desk, faulty: Path, order: str
) -> None:
    place, language, day = ["-C", faulty], ["--lang", "en"], ["--today", "2026-11-22"]
    typed = {
        "before": [*place, *language, *day, "check"],
        "after": ["check", *place, *language, *day],
        "around": [*language, "check", *day, *place],
    }[order]

    said = desk.run(*typed)

    assert said.code == 1
    assert "Maud Durand" in said.out
    assert said.out.splitlines()[-1].startswith("3 documents read")


def test_the_last_of_two_options_wins(desk: Desk, house: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("ailleurs")

    assert desk.run("-C", elsewhere, "check", "-C", house).code == 0


def test_messages_are_english_when_asked(desk: Desk, faulty: Path) -> None:
    out = desk.run("-C", faulty, "--today", TODAY, "check", "--lang", "en").out

    assert "error WF003  Maud Durand both wrote and validates PR-R1-001." in out
    assert "what to do: " in out


def test_messages_are_french_on_an_english_computer(desk: Desk, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    assert "rien à signaler" in desk.run("-C", house, "check").out


def test_the_language_may_be_chosen_once_for_all(desk: Desk, house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLASSEUR_LANG", "en")

    assert "nothing to report" in desk.run("-C", house, "check").out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--today", "demain", "check"], "demain"),
        (["--lang", "de", "check"], "fr, en"),
        (["check", "--format", "xml"], "text, json, github"),
        (["check", "--formta", "json"], "--format"),
        (["chekc"], "chekc"),
        (["-C"], "-C"),
        (["check", "--format"], "--format"),
        (["init", "--empty=yes", "maison"], "--empty"),
        (["status", "PR-R1-001", "PR-R1-002"], "PR-R1-002"),
    ],
)
def test_words_that_make_no_command_are_told_in_french(desk: Desk, typed: list[str], told: str) -> None:
    said = desk.run(*typed)

    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert "À faire : " in said.err
    assert not re.search(r"\b(?:Usage|Error|No such|Invalid|requires|argument)\b", said.err)


def test_a_check_leaves_the_house_as_it_was(desk: Desk, faulty: Path) -> None:
    before = tree(faulty)

    desk.run("-C", faulty, "check")

    assert tree(faulty) == before
