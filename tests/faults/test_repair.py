"""Repairing loses nothing: things are set aside, or come back from a copy with the same SHA-256."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from classeur.ledger.journal import Journal, append, load
from classeur.ledger.problems import Trouble
from classeur.ledger.repair import RepairPlan, carry_out, plan_repair
from classeur.ledger.verify import LedgerVerdict, verify
from classeur.model.journal import EntryKind
from tests.faults.ledgers import ACTOR, NOW, QUICK, SOURCE, a_review, codes, entry_files, three_releases


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A house with three releases, and a backup of it beside."""
    house = three_releases(tmp_path / "house")
    shutil.copytree(house, tmp_path / "backup")
    return house


def plan(root: Path, *sources: Path) -> RepairPlan:
    return plan_repair(root, verify(root), sources)


def repair(root: Path, *sources: Path) -> Journal:
    return carry_out(plan(root, *sources), root, ACTOR, NOW, QUICK)


def test_a_sound_ledger_needs_no_repair(root: Path) -> None:
    before = load(root)

    assert plan(root) == RepairPlan()
    assert repair(root) == before


def test_a_plan_writes_nothing(root: Path) -> None:
    (root / SOURCE).unlink()
    before = sorted(root.rglob("*"))

    plan(root, root.parent / "backup")

    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("is_deleted", [True, False])
def test_a_released_file_comes_back_from_a_backup(root: Path, is_deleted: bool) -> None:
    sound = (root / SOURCE).read_bytes()
    (root / SOURCE).unlink() if is_deleted else (root / SOURCE).write_bytes(b"another text")

    journal = repair(root, root.parent / "backup")

    assert (root / SOURCE).read_bytes() == sound
    assert journal.entries[-1].kind is EntryKind.INCIDENT
    assert journal.entries[-1].details["restored"][0]["path"] == SOURCE
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_a_changed_file_without_a_backup_stays_and_is_left_to_a_person(root: Path) -> None:
    (root / SOURCE).write_bytes(b"another text")

    found = plan(root)
    repair(root)

    assert found.is_empty
    assert codes(found.left) == {(Trouble.FILE_ALTERED, SOURCE)}
    assert (root / SOURCE).read_bytes() == b"another text"


def test_a_backup_with_another_content_is_not_believed(root: Path) -> None:
    (root / SOURCE).unlink()
    (root.parent / "backup" / SOURCE).write_bytes(b"another text")

    assert plan(root, root.parent / "backup").is_empty


@pytest.mark.parametrize("is_deleted", [True, False])
def test_an_entry_comes_back_from_a_backup_and_its_release_stays(root: Path, is_deleted: bool) -> None:
    entry = entry_files(root)[1]
    sound = entry.read_bytes()
    entry.unlink() if is_deleted else entry.write_bytes(sound.replace(b"Alix", b"Axel"))

    repair(root, root.parent / "backup")

    assert entry.read_bytes() == sound
    assert (root / SOURCE).is_file()
    assert verify(root).verdict is LedgerVerdict.CLEAN


@pytest.mark.parametrize("number", [1, -1])
def test_an_entry_whose_place_a_folder_took_comes_back_from_a_backup_and_its_release_stays(
    root: Path, number: int
) -> None:
    entry = entry_files(root)[number]
    sound = entry.read_bytes()
    entry.unlink()
    entry.mkdir()
    (entry / "notes.txt").write_text("to keep")

    repair(root, root.parent / "backup")

    assert entry.read_bytes() == sound
    assert (root / "releases/quarantine/20261122T120000Z/journal" / entry.name / "notes.txt").read_text() == "to keep"
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_a_release_stays_while_a_folder_has_the_place_of_its_entry(root: Path) -> None:
    entry = entry_files(root)[1]
    entry.unlink()
    entry.mkdir()

    repair(root)

    assert (root / SOURCE).is_file()


def test_a_release_stays_while_its_entry_is_lost(root: Path) -> None:
    entry_files(root)[1].unlink()

    repair(root)

    assert (root / SOURCE).is_file()


def test_a_renamed_entry_gets_its_name_back(root: Path) -> None:
    entry = entry_files(root)[2]
    entry.rename(entry.with_name(f"000042{entry.name[6:]}"))

    repair(root)

    assert entry.is_file()
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_what_has_no_business_there_is_set_aside_and_kept(root: Path) -> None:
    (root / "releases" / "notes.txt").write_text("to keep")
    (root / "releases" / "PR-R2-012" / ".tmp-1").mkdir()
    (root / "releases" / "PR-R2-012" / "9.9").mkdir()
    (root / "releases" / "PR-R2-012" / "9.9" / "source.md").write_text("forged")

    repair(root)

    aside = root / "releases" / "quarantine" / "20261122T120000Z"
    assert (aside / "notes.txt").read_text() == "to keep"
    assert (aside / "PR-R2-012" / "9.9" / "source.md").read_text() == "forged"
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_a_repair_in_the_same_second_sets_aside_elsewhere(root: Path) -> None:
    for _ in range(2):
        (root / "releases" / "notes.txt").write_text("to keep")
        repair(root)

    assert len(list((root / "releases" / "quarantine").glob("*/notes.txt"))) == 2


def test_a_link_is_set_aside_without_touching_what_it_leads_to(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    (root / "releases" / "link").symlink_to(elsewhere)

    repair(root)

    assert elsewhere.read_text() == "mine"
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_two_heads_and_nothing_else_are_joined(root: Path) -> None:
    append(root, a_review(by="one"), load(root), QUICK)
    copy = root.parent / "backup"
    append(copy, a_review(by="two"), load(copy), QUICK)
    shutil.copytree(copy / "releases", root / "releases", dirs_exist_ok=True)

    journal = repair(root)

    assert journal.entries[-1].kind is EntryKind.JOIN
    assert len(journal.entries[-1].parents) == 2
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_what_only_a_person_can_decide_is_left(root: Path) -> None:
    (root / "releases" / "pr-r2-012").mkdir()

    assert codes(plan(root).left) == {(Trouble.REFERENCES_ALIKE, "releases/pr-r2-012")}
