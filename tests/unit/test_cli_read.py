"""The commands that only show: rule, schema, status, doctor, and the help of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from classeur import __version__
from classeur.cli.app import COMMANDS
from classeur.rules.registry import all_rules
from classeur.tasks.schema import SCHEMAS
from classeur.wording.rule_pages import page_of
from tests.houses import a_text, house_files, write_house
from tests.unit.commands import Desk, tree

# rule


def test_every_rule_is_listed_with_its_title(desk: Desk) -> None:
    said = desk.run("rule")

    assert said.code == 0
    assert [code for code in all_rules() if code not in said.out] == []
    assert page_of(all_rules()["WF003"]).title["fr"] in said.out


@pytest.mark.parametrize("typed", ["WF003", "wf003", "validated-by-writer"])
def test_a_rule_is_explained_in_both_languages_with_its_examples(desk: Desk, typed: str) -> None:
    out = desk.run("rule", typed).out

    page = page_of(all_rules()["WF003"])
    for text in (
        page.message["fr"],
        page.remedy["fr"],
        page.message["en"],
        page.remedy["en"],
        "## Signalé",
        "## Accepté",
    ):
        assert text in out


def test_rules_as_json_hold_their_words(desk: Desk) -> None:
    [data] = desk.run("rule", "WF003", "--format", "json").data

    assert list(data) == ["code", "name", "family", "severity", "title", "message", "remedy", "page"]
    assert len(desk.run("rule", "--format", "json").data) == len(all_rules())


@pytest.mark.parametrize("typed", ["XX999", "", "WF"])
def test_a_rule_that_does_not_exist_is_told(desk: Desk, typed: str) -> None:
    said = desk.run("rule", typed)

    assert (said.code, said.out) == (2, "")
    assert "À faire : " in said.err


def test_a_title_in_square_brackets_is_shown_as_it_was_typed(desk: Desk, tmp_path: Path) -> None:
    files = house_files(**{"procedures/accueil.md": a_text(title="'[red] :smile: accueil'")})

    said = desk.run("-C", write_house(tmp_path, files), "status")

    assert "[red] :smile: accueil" in said.out


# schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_format_is_printed_as_json_schema(desk: Desk, name: str) -> None:
    said = desk.run("schema", name)

    assert said.code == 0
    assert said.data["type"] in ("object", "array")


def test_the_format_of_a_document_names_its_required_values(desk: Desk) -> None:
    data = desk.run("schema").data

    assert {"reference", "title", "kind", "version"} <= set(data["required"])
    assert data["additionalProperties"] is False


def test_a_format_that_does_not_exist_is_told_with_the_known_ones(desk: Desk) -> None:
    said = desk.run("schema", "recette")

    assert (said.code, said.out) == (2, "")
    assert "organisation" in said.err


# status


def test_the_state_of_each_document_as_json_holds_what_other_programs_rely_on(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "status", "--format", "json")

    assert said.code == 0
    [_, row] = said.data
    assert re.fullmatch(r"[0-9a-f]{64}", row.pop("digest"))
    assert row == {
        "reference": "PR-R1-001",
        "title": "Accueillir un patient",
        "kind": "procedure",
        "state": "draft",
        "version_in_force": None,
        "state_in_progress": row["state_in_progress"],
        "version_in_progress": "1.0",
        "path": "procedures/accueil.md",
        "owner": "a.martin",
        "effective_from": None,
        "review_date": None,
    }


def test_days_in_json_are_written_as_days(desk: Desk, tmp_path: Path) -> None:
    write_house(tmp_path, house_files(**{"procedures/accueil.md": a_text(effective_from="2026-12-01")}))

    [row] = desk.run("-C", tmp_path, "status", "PR-R1-001", "--format", "json").data

    assert (row["effective_from"], row["review_date"]) == ("2026-12-01", "2028-12-01")


def test_one_document_may_be_asked_for_whatever_its_case(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "status", "pr-r1-001")

    assert said.code == 0
    assert "PR-R1-001" in said.out
    assert "FP-R1" not in said.out


def test_a_state_is_told_in_french(desk: Desk, house: Path) -> None:
    out = desk.run("-C", house, "status").out

    assert "brouillon" in out
    assert "Référence" in out


def test_a_reference_that_no_document_has_is_told(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "status", "PR-R9-999", "--format", "json")

    assert (said.code, said.out) == (2, "")
    assert "PR-R9-999" in said.err


# doctor


def test_a_healthy_computer_and_house_exit_with_0(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "doctor")

    assert said.code == 0
    assert "Python" in said.out
    assert "mkdocs-material" in said.out


def test_the_doctor_leaves_nothing_in_the_texts(desk: Desk, house: Path) -> None:
    before = tree(house)

    desk.run("-C", house, "doctor")

    left = {name for name in set(tree(house)) - set(before) if not name.startswith(".classeur")}
    assert left == set()


def test_the_doctor_looks_at_the_computer_where_there_is_no_house(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("-C", tmp_path, "doctor", "--format", "json")

    assert said.code == 0
    assert {look["health"] for look in said.data} == {"good"}
    assert list(said.data[0]) == ["name", "health", "told", "remedy"]


def test_a_house_where_nothing_can_be_written_is_told_by_the_doctor(desk: Desk, house: Path) -> None:
    (house / ".classeur").write_text("un fichier à la place du dossier", "utf-8")

    said = desk.run("-C", house, "doctor", "--format", "json")

    [bad] = [look for look in said.data if look["health"] == "bad"]
    assert said.code == 1
    assert bad["remedy"]


# help


def test_the_help_of_classeur_names_every_command_in_french(desk: Desk) -> None:
    said = desk.run("--help")

    assert said.code == 0
    assert [name for name in COMMANDS if not re.search(rf"^  {name} ", said.out, re.M)] == []
    assert "Maîtrise" in said.out or "documentaire" in said.out


def test_the_version_is_printed(desk: Desk) -> None:
    assert desk.run("--version").out == f"classeur {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_holds_an_example_in_each_language(desk: Desk, name: str) -> None:
    french, english = desk.run(name, "--help"), desk.run(name, "--help", "--lang", "en")

    assert (french.code, english.code) == (0, 0)
    assert re.search(rf"Exemple : +classeur {name}", " ".join(french.out.split()))
    assert re.search(rf"Example: +classeur {name}", " ".join(english.out.split()))
