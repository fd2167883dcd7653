"""`classeur init` and `classeur new`: a house in ten minutes, and a fresh text."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from classeur.reading.folder import read_folder
from classeur.rules.registry import run as findings_of
from tests.houses import TODAY, a_text, house_files, write_house
from tests.unit.commands import Desk, tree


@pytest.mark.parametrize("options", [[], ["--empty"]], ids=["starter", "empty"])
def test_a_house_just_made_passes_its_check(desk: Desk, tmp_path: Path, options: list[str]) -> None:
    made = desk.run("init", *options, tmp_path / "maison")
    checked = desk.run("-C", tmp_path / "maison", "check")

    assert made.code == 0
    assert (checked.code, "erreur" in checked.out.replace("0 erreur", "")) == (0, False)


def test_the_starter_is_made_of_drafts_in_version_1_without_a_ledger(desk: Desk, tmp_path: Path) -> None:
    desk.run("init", tmp_path / "maison")

    rows = desk.run("-C", tmp_path / "maison", "status", "--format", "json").data

    assert {(row["state"], row["version_in_progress"], row["version_in_force"]) for row in rows} == {
        ("draft", "1.0", None)
    }
    assert not (tmp_path / "maison/releases/journal").exists()


def test_an_empty_house_holds_no_text(desk: Desk, tmp_path: Path) -> None:
    desk.run("init", "--empty", tmp_path / "maison")

    assert list((tmp_path / "maison").rglob("*.md")) == []
    assert (tmp_path / "maison/manual/organisation.yml").is_file()


def test_a_new_house_keeps_confirmations_out_of_git(desk: Desk, tmp_path: Path) -> None:
    desk.run("init", "--empty", tmp_path / "maison")

    assert "confirmations" in (tmp_path / "maison/.gitignore").read_text("utf-8")
    assert "releases/** -text" in (tmp_path / "maison/.gitattributes").read_text("utf-8")


def test_a_double_click_opens_the_preview_on_windows_and_linux(desk: Desk, tmp_path: Path) -> None:
    house = tmp_path / "maison"
    desk.run("init", "--empty", house)
    (house / "bin").mkdir()
    (house / "bin" / "classeur").write_text('#!/bin/sh\necho "$@ in $PWD"\n')
    (house / "bin" / "classeur").chmod(0o755)

    said = subprocess.run(
        [house / "apercu.sh"], cwd="/", env={"PATH": f"{house}/bin:/usr/bin:/bin"}, capture_output=True, text=True
    )

    assert said.stdout == f"preview in {house}\n"
    assert b"classeur preview\r\n" in (house / "apercu.bat").read_bytes()
    assert os.access(house / "apercu.desktop", os.X_OK)


def test_init_says_in_french_what_to_do_next(desk: Desk, tmp_path: Path) -> None:
    said = desk.run("init", "--empty", tmp_path / "maison")

    assert said.err == ""
    assert "classeur check" in said.out
    assert "fichiers" in said.out


def test_a_folder_that_is_there_but_empty_may_become_a_house(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "maison").mkdir()

    assert desk.run("init", "--empty", tmp_path / "maison").code == 0


def test_a_folder_that_holds_something_is_left_as_it_was(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à garder", "utf-8")

    said = desk.run("init", tmp_path)

    assert said.code == 2
    assert "À faire : " in said.err
    assert tree(tmp_path) == {"notes.txt": "à garder".encode()}


def test_a_house_under_a_file_is_refused_and_nothing_is_left_half_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()

    said = desk.run("init", tmp_path / "fichier/maison")

    assert said.code == 2
    assert "À faire : " in said.err
    assert tree(tmp_path) == {"fichier": b""}


def test_a_disk_that_fills_up_leaves_no_half_of_a_house(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "mkdocs.yml")

    monkeypatch.setattr(shutil, "copy", full)

    said = desk.run("init", "--empty", tmp_path / "maison")

    assert said.code == 2
    assert tree(tmp_path) == {}


def test_a_house_where_nothing_may_be_written_is_refused(desk: Desk) -> None:
    said = desk.run("init", "/proc/maison")

    assert said.code == 2
    assert "/proc" in said.err


def test_init_needs_the_name_of_a_folder(desk: Desk) -> None:
    said = desk.run("init")

    assert said.code == 2
    assert "DOSSIER" in said.err


# new


def test_a_fresh_text_takes_the_next_free_reference(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "new", "procedure", "--title", "Préparer une visite", "--process", "R1")

    assert said.code == 0
    assert "PR-R1-002" in said.out
    assert "reference: PR-R1-002" in (house / "procedures/preparer-une-visite.md").read_text("utf-8")


def test_a_fresh_text_has_no_error(desk: Desk, house: Path) -> None:
    desk.run("-C", house, "new", "procedure", "--title", "Préparer une visite")

    binder, faults = read_folder(house, TODAY)

    found = findings_of(binder, faults)
    assert {finding.code for finding in found} >= {"TX003"}
    assert {finding.code for finding in found if finding.code[:2] in ("FM", "WF", "OR", "IN")} == set()


def test_a_fresh_text_explains_its_front_matter_in_french(desk: Desk, house: Path) -> None:
    out = desk.run("-C", house, "new", "procedure", "--title", "Visite", "--dry-run").out

    assert "# qui rédige" in out
    assert "# qui approuve" in out


def test_a_number_that_another_text_replaces_is_not_used_again(desk: Desk, house: Path) -> None:
    write_house(house, {"procedures/b.md": a_text(reference="PR-R1-003", supersedes="[PR-R1-002]")})

    assert desk.run("-C", house, "new", "procedure", "--format", "json").data["reference"] == "PR-R1-004"


def test_a_trial_shows_the_text_and_writes_nothing(desk: Desk, house: Path) -> None:
    before = tree(house)

    said = desk.run("-C", house, "new", "procedure", "--title", "Visite", "--dry-run")

    assert said.code == 0
    assert said.out.startswith("# procedures/visite.md\n---\nreference: PR-R1-002")
    assert tree(house) == before


def test_what_new_prints_as_json_is_where_the_text_is(desk: Desk, house: Path) -> None:
    said = desk.run(
        "-C", house, "new", "procedure", "--title", "Visite", "--folder", "Soins à domicile", "--format", "json"
    )

    assert said.data == {"path": "procedures/soins-a-domicile/visite.md", "reference": "PR-R1-002"}
    assert (house / said.data["path"]).is_file()


def test_a_fresh_process_takes_the_next_code(desk: Desk, house: Path) -> None:
    said = desk.run("-C", house, "new", "process", "--title", "Soigner", "--format", "json")

    assert said.data == {"path": "processes/R2-soigner.md", "reference": "FP-R2"}


@pytest.mark.parametrize(
    "title", ["CON", "a: b # c", '"', "[x]", "...", "../../dehors", "é" * 200, "- tiret", "NO", "@"]
)
def test_any_title_gives_a_text_that_can_be_read_inside_the_house(desk: Desk, house: Path, title: str) -> None:
    said = desk.run("-C", house, "new", "procedure", "--title", title, "--format", "json")

    binder, faults = read_folder(house, TODAY)

    assert said.code == 0
    assert faults == []
    document = binder.document(said.data["reference"])
    assert document is not None
    assert document.header.title == title


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["recette"], "procedure"),
        (["procedure", "--process", "R9"], "R1"),
        (["procedure", "--reference", "PR-R1-001"], "PR-R1-001"),
        (["procedure", "--reference", "pr-r1-001"], "PR-R1-001"),
        (["procedure", "--reference", "../PR"], "../PR"),
        (["procedure", "--reference", "CON"], "CON"),
        (["procedure", "--title", "Accueil"], "procedures/accueil.md"),
    ],
)
def test_what_new_cannot_write_is_refused_and_nothing_is_written(
    desk: Desk, house: Path, typed: list[str], told: str
) -> None:
    before = tree(house)

    said = desk.run("-C", house, "new", *typed)

    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert "À faire : " in said.err
    assert tree(house) == before


@pytest.mark.parametrize("folder", ["../dehors", "/dehors", "..\\dehors", "releases/../.."])
def test_a_fresh_text_never_leaves_the_house(desk: Desk, tmp_path: Path, folder: str) -> None:
    house = write_house(tmp_path / "maison", house_files())
    before = set(tree(tmp_path))

    desk.run("-C", house, "new", "procedure", "--title", "Visite", "--folder", folder)

    new = set(tree(tmp_path)) - before
    assert new
    assert all(name.startswith("maison/procedures/") for name in new)


def test_a_fresh_text_under_a_file_is_refused(desk: Desk, house: Path) -> None:
    (house / "procedures/soins").write_text("un fichier", "utf-8")

    said = desk.run("-C", house, "new", "procedure", "--title", "Visite", "--folder", "soins")

    assert said.code == 2
    assert "procedures/soins/visite.md" in said.err


def test_a_piece_of_work_in_four_steps_is_guided_from_its_preparation_to_its_results(
    desk: Desk, tmp_path: Path
) -> None:
    house = tmp_path / "maison"
    desk.run("init", "--empty", house)

    made = desk.run("-C", house, "new", "demarche", "--title", "Écrire la politique", "--reference", "DM-M1-001")

    text = (house / "procedures/ecrire-la-politique.md").read_text("utf-8")
    steps = [line for line in text.split("\n") if line.startswith("## ") and line[3].isdecimal()]
    assert made.code == 0
    assert steps == ["## 1. Préparation", "## 2. Élaboration", "## 3. Mise en œuvre", "## 4. Analyse des résultats"]
