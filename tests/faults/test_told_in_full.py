"""What is told of a ledger is whole: places, names, what a repair moved, what was erased on purpose."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from classeur.ledger.journal import append, load
from classeur.ledger.names import composed, is_safe_path
from classeur.ledger.problems import LedgerDamaged, Trouble
from classeur.ledger.publish import publish
from classeur.ledger.repair import carry_out, plan_repair
from classeur.ledger.verify import verify
from classeur.model.journal import EntryKind
from tests.faults.ledgers import ACTOR, NOW, QUICK, SOURCE, QuickLayer, a_draft, a_ledger, codes, entry_files

PICTURE = "releases/PR-R2-012/1.0/files/images/echelle.png"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A house with two releases."""
    house = tmp_path / "house"
    house.mkdir()
    a_ledger(house, "PR-R2-012 1.0", "PR-R3-001 1.0")
    return house


def test_a_repair_tells_in_the_journal_what_it_moved_restored_and_left(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "backup")
    (root / "releases/notes.txt").write_text("à trier", "utf-8")
    (root / SOURCE).unlink()
    (root / "releases/PR-R3-001/1.0/source.md").unlink()
    (tmp_path / "backup/releases/PR-R3-001/1.0/source.md").unlink()

    journal = carry_out(plan_repair(root, verify(root), [tmp_path / "backup"]), root, ACTOR, NOW, QUICK)

    told = dict(journal.entries[-1].details)
    assert set(told) == {"quarantine", "moved", "restored", "left"}
    assert told["moved"] == [{"path": "releases/notes.txt", "code": Trouble.FOREIGN_FILE.value}]
    assert [each["path"] for each in told["restored"]] == [SOURCE]
    assert told["left"] == [{"path": "releases/PR-R3-001/1.0/source.md", "code": Trouble.FILE_MISSING.value}]
    assert list((root / str(told["quarantine"])).rglob("notes.txt"))


@pytest.mark.parametrize(
    ("paths", "missed"),
    [(["source.md"], {PICTURE}), (["files/images/echelle.png"], {SOURCE}), (None, set())],
    ids=["the text", "a picture", "all of it"],
)
def test_a_file_that_was_erased_on_purpose_is_not_missed(root: Path, paths: list[str] | None, missed: set[str]) -> None:
    named = {"paths": paths} if paths else {}
    erasing = replace(a_draft(kind=EntryKind.ERASE, minutes=30), details={"reason": "Une donnée personnelle"} | named)
    append(root, erasing, load(root), QUICK)
    for path in (SOURCE, PICTURE):
        (root / path).unlink()

    problems = verify(root).problems

    assert {path for code, path in codes(problems) if code == Trouble.FILE_MISSING} == missed


def test_what_is_erased_of_one_version_is_missed_of_another(root: Path) -> None:
    append(root, a_draft(kind=EntryKind.ERASE, minutes=30, reason="Une donnée personnelle"), load(root), QUICK)
    other = "releases/PR-R3-001/1.0/source.md"
    (root / other).unlink()

    assert (Trouble.FILE_MISSING, other) in codes(verify(root).problems)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("notes.txt", Trouble.FOREIGN_FILE),
        ("PR-R2-012/notes.txt", Trouble.FOREIGN_FILE),
        ("journal/notes.txt", Trouble.FOREIGN_FILE),
        ("PR-R2-012/1.0/notes.txt", Trouble.FILE_ADDED),
    ],
)
def test_a_stranger_is_told_with_its_name_at_its_place(root: Path, path: str, code: Trouble) -> None:
    (root / "releases" / path).write_text("à trier", "utf-8")

    [told] = verify(root).problems

    assert (told.code, str(told.path)) == (code, f"releases/{path}")
    assert {"path": f"releases/{path}", "name": "notes.txt"}.items() <= told.values.items()


def test_a_file_in_the_place_of_the_quarantine_is_told(root: Path) -> None:
    (root / "releases/quarantine").write_text("", "utf-8")

    assert (Trouble.UNREADABLE, "releases/quarantine") in codes(verify(root).problems)


def test_a_file_in_the_place_of_the_journal_is_damage_and_nothing_is_added(root: Path) -> None:
    journal = load(root)
    shutil.rmtree(root / "releases/journal")
    (root / "releases/journal").write_text("", "utf-8")

    assert codes(load(root).damage) == {(Trouble.UNREADABLE, "releases/journal")}
    with pytest.raises(LedgerDamaged):
        append(root, a_draft(version="1.1", minutes=30), journal, QUICK)


def test_a_journal_is_damaged_when_something_in_it_is_and_only_then(root: Path) -> None:
    assert load(root).is_damaged is False

    entry = entry_files(root)[1]
    entry.write_bytes(entry.read_bytes()[:-3])

    assert load(root).is_damaged is True


def test_a_folder_that_is_a_link_is_told_and_what_it_leads_to_is_not_read(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs/dedans").mkdir(parents=True)
    (tmp_path / "ailleurs/note.txt").write_text("ailleurs", "utf-8")
    for place in ("lien", "PR-R2-012/lien", "PR-R2-012/1.0/lien"):
        (root / "releases" / place).symlink_to(tmp_path / "ailleurs", target_is_directory=True)

    told = codes(verify(root).problems)

    assert told == {
        (Trouble.FOREIGN_FILE, "releases/lien"),
        (Trouble.FOREIGN_FILE, "releases/PR-R2-012/lien"),
        (Trouble.FILE_ADDED, "releases/PR-R2-012/1.0/lien"),
    }


def test_an_entry_that_the_disk_did_not_keep_as_it_was_written_is_not_acknowledged(root: Path) -> None:
    class LosingBytes(QuickLayer):
        def write(self, path: Path, data: bytes) -> None:
            super().write(path, data[:-2])

    journal = load(root)

    with pytest.raises(LedgerDamaged):
        append(root, a_draft(kind=EntryKind.SUSPEND, minutes=30, reason="Panne"), journal, LosingBytes())


@pytest.mark.parametrize(
    ("path", "is_safe"),
    [
        ("source.md", True),
        ("files/images/échelle de douleur.png", True),
        ("fin.", False),
        ("fin ", False),
        (".cache", False),
        (" début", False),
        ("~$note.docx", False),
        ("a/", False),
        ("a//b", False),
        ("a\\b", False),
        ("a:b", False),
        ("a\tb", False),
        ("con", False),
        ("NUL.md", False),
        ("e\u0301chelle.png", False),
        ("\udce9.png", False),
        ("é" * 60, True),
        ("é" * 60 + "a", False),
    ],
)
def test_a_file_of_a_release_has_a_name_that_every_disk_keeps(path: str, is_safe: bool) -> None:
    assert is_safe_path(path) is is_safe


def test_names_that_a_disk_gives_back_in_two_characters_are_those_of_the_journal() -> None:
    assert composed("e\u0301chelle.png") == "échelle.png"
    assert composed("echelle.png") == "echelle.png"


class Counting(QuickLayer):
    """A disk that remembers which folders it was asked to make last."""

    def __init__(self) -> None:
        self.folders: list[str] = []

    def fsync_dir(self, folder: Path) -> None:
        self.folders.append(folder.name)


def test_a_release_done_again_is_made_to_last_before_it_is_acknowledged(root: Path) -> None:
    files = {"source.md": b"texte"}
    journal = publish(root, a_draft(version="3.0", minutes=30), files, load(root), QUICK)
    disk = Counting()

    again = publish(root, a_draft(version="3.0", minutes=31), files, journal, disk)

    assert again.entries == journal.entries
    assert {"PR-R2-012", "journal"} <= set(disk.folders)


def test_a_release_done_again_is_refused_when_its_file_has_changed_since(root: Path) -> None:
    files = {"source.md": b"texte"}
    journal = publish(root, a_draft(version="3.0", minutes=30), files, load(root), QUICK)
    (root / "releases/PR-R2-012/3.0/source.md").write_bytes(b"autre")

    with pytest.raises(LedgerDamaged) as refused:
        publish(root, a_draft(version="3.0", minutes=31), files, journal, QUICK)

    assert codes(refused.value.problems) == {(Trouble.FILE_ALTERED, "releases/PR-R2-012/3.0")}
