"""The ledger at its edges: the order of what lasts, the last second, the next number, two writers at one name."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from pathlib import Path

import pytest

from classeur.ledger.file_layer import DISK, FileLayer
from classeur.ledger.journal import append, load
from classeur.ledger.lock import LOCK_FILE, held, one_writer
from classeur.ledger.names import is_safe_path, same_on_some_disk
from classeur.ledger.problems import LedgerRefused, Trouble, VersionTaken
from classeur.ledger.publish import next_free, publish
from classeur.ledger.verify import verify
from classeur.model.journal import EntryDraft, EntryKind
from classeur.model.versions import Version
from tests.faults.ledgers import (
    FILES,
    QUICK,
    QuickLayer,
    Told,
    a_draft,
    a_review,
    codes,
    entry_files,
)


class Windows(QuickLayer):
    """A disk on which a folder never takes the place of another, even of an empty one."""

    def rename_dir(self, folder: Path, final: Path) -> None:
        if final.exists():
            raise FileExistsError(errno.EEXIST, "there is one")
        super().rename_dir(folder, final)


class Overtaken(QuickLayer):
    """A disk on which somebody else publishes the version, just before."""

    def __init__(self, text: bytes) -> None:
        self.text = text

    def rename_dir(self, folder: Path, final: Path) -> None:
        if final.name == "1.1":
            shutil.copytree(folder, final, dirs_exist_ok=True)
            (final / "source.md").write_bytes(self.text)
            raise OSError(errno.ENOTEMPTY, "somebody was first")
        super().rename_dir(folder, final)


# --- what lasts, in which order


def test_the_first_entry_is_on_the_disk_before_its_folder_has_its_name_and_the_name_lasts(tmp_path: Path) -> None:
    layer = Told()

    append(tmp_path, a_review(), load(tmp_path), layer)

    begun = ["write entry", "sync temporary", "rename temporary to journal", "sync releases"]
    assert [each for each in layer.asked if each in begun][:4] == begun


def test_an_empty_journal_is_begun_where_no_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "releases/journal").mkdir(parents=True)
    layer = Windows()

    append(tmp_path, a_review(), load(tmp_path), layer)

    assert len(entry_files(tmp_path)) == 2
    assert verify(tmp_path).problems == ()
    assert [each.name for each in (tmp_path / "releases").iterdir()] == ["journal"]


def test_a_link_that_fails_for_another_reason_is_not_written_over_again(tmp_path: Path) -> None:
    class Broken(FileLayer):
        def _link(self, temporary: Path, final: Path) -> None:
            raise OSError(errno.EIO, "broken")

    (tmp_path / "a").write_bytes(b"texte")

    with pytest.raises(OSError, match="broken"):
        Broken().publish(tmp_path / "a", tmp_path / "b")

    assert not (tmp_path / "b").exists()


def test_nobody_may_run_what_is_written(tmp_path: Path) -> None:
    former = os.umask(0)
    try:
        DISK.write(tmp_path / "texte.md", b"texte")
    finally:
        os.umask(former)

    assert (tmp_path / "texte.md").stat().st_mode & 0o777 == 0o666


def test_writers_wait_for_each_other_at_one_file(root: Path) -> None:
    append(root, a_review(), load(root), QUICK)

    assert (root / ".classeur/ledger.lock").is_file()
    assert LOCK_FILE == ".classeur/ledger.lock"


def test_a_writer_waits_until_the_other_one_has_done(root: Path) -> None:
    other = held(root / LOCK_FILE)
    assert other is not None
    gone = threading.Event()

    def leave() -> None:
        gone.set()
        os.close(other)

    threading.Timer(0.05, leave).start()

    with one_writer(root):
        assert gone.is_set()


def test_a_lock_that_somebody_has_is_given_to_nobody_else(tmp_path: Path) -> None:
    first = held(tmp_path / "lock")
    assert first is not None

    assert held(tmp_path / "lock") is None

    os.close(first)
    again = held(tmp_path / "lock")
    assert again is not None
    os.close(again)


# --- numbers and names


@pytest.mark.parametrize(
    ("wanted", "taken", "free"),
    [
        *(("2.0", "2.0", "3.0"), ("2.0", "4.3.2", "5.0"), ("1.1", "1.1", "1.2"), ("1.1", "1.4.2", "1.5")),
        *(("1.1.1", "1.1.1", "1.1.2"), ("1.1.1", "1.3.4", "1.3.5")),
    ],
)
def test_the_next_free_number_is_of_the_same_class(wanted: str, taken: str, free: str) -> None:
    assert str(next_free(Version.parse(wanted), Version.parse(taken))) == free


def test_a_number_that_stands_in_the_folder_alone_is_taken_too(root: Path) -> None:
    (root / "releases/PR-R3-001/3.0").mkdir()
    (root / "releases/PR-R3-001/notes").mkdir()

    with pytest.raises(VersionTaken) as refused:
        publish(root, a_draft("PR-R3-001", "1.0", minutes=30), {"source.md": b"autre"}, load(root), QUICK)

    assert str(refused.value.next_free) == "4.0"


def test_a_version_that_somebody_else_published_meanwhile_is_taken(root: Path) -> None:
    with pytest.raises(VersionTaken):
        publish(root, a_draft(version="1.1", minutes=30), FILES, load(root), Overtaken(b"autre"))


def test_the_same_version_that_somebody_else_published_meanwhile_is_ours(root: Path) -> None:
    publish(root, a_draft(version="1.1", minutes=30), FILES, load(root), Overtaken(FILES["source.md"]))

    assert verify(root).problems == ()


@pytest.mark.parametrize("linked", ["source.md", "files"])
def test_a_folder_whose_files_are_links_is_not_the_version(root: Path, tmp_path: Path, linked: str) -> None:
    shutil.copytree(root / "releases/PR-R2-012/1.0", tmp_path / "ailleurs")
    own = {path: (tmp_path / "ailleurs" / path).read_bytes() for path in FILES}
    shutil.copytree(tmp_path / "ailleurs", root / "releases/PR-R2-012/1.1")
    publish(root, a_draft(version="1.1", minutes=30), own, load(root), QUICK)
    shutil.copytree(tmp_path / "ailleurs", root / "releases/PR-R2-012/1.2")
    place = root / "releases/PR-R2-012/1.2" / linked
    place.unlink() if place.is_file() else shutil.rmtree(place)
    place.symlink_to(tmp_path / "ailleurs" / linked)

    with pytest.raises(VersionTaken):
        publish(root, a_draft(version="1.2", minutes=40), own, load(root), QUICK)


def test_an_act_about_a_version_publishes_nothing(root: Path) -> None:
    journal = append(root, a_draft(version="3.0", kind=EntryKind.SUBMIT, minutes=30), load(root), QUICK)

    assert journal.publication("PR-R2-012", Version(3)) is None
    assert load(root).published == journal.published


@pytest.mark.parametrize("reference", ["JOURNAL", "QUARANTINE"])
def test_no_reference_is_named_as_a_folder_of_the_ledger(root: Path, reference: str) -> None:
    with pytest.raises(LedgerRefused) as refused:
        publish(root, a_draft(reference, minutes=30), FILES, load(root), QUICK)

    assert [(each.code, each.values["file"]) for each in refused.value.problems] == [("LG024", reference)]
    assert refused.value.remedy == "classeur verify"


@pytest.mark.parametrize(
    ("name", "is_safe"),
    [
        *(
            ("Xavier.md", True),
            ("a", True),
            ("", False),
            ("planX", True),
            ("a" * 120, True),
            ("a" * 121, False),
            ("é" * 60, True),
        ),
        *(("é" * 61, False), ("~a", False), (" a", False), (".a", False), ("a.", False), ("a ", False), ("a~", True)),
    ],
)
def test_a_safe_name_is_one_that_every_disk_keeps(name: str, is_safe: bool) -> None:
    assert is_safe_path(name) is is_safe


def test_names_that_differ_by_case_or_accents_are_the_same_on_some_disk() -> None:
    assert same_on_some_disk("Évier.MD") == same_on_some_disk("evier.md")
    assert same_on_some_disk("A-1") == "a-1"
    assert same_on_some_disk("A-1") != same_on_some_disk("A-2")


@pytest.mark.parametrize(
    ("draft", "files"), [(a_draft(), {}), (a_review(), FILES), (a_draft(""), FILES)], ids=["files", "version", "name"]
)
def test_nothing_is_published_without_a_reference_a_version_and_files(
    root: Path, draft: EntryDraft, files: dict[str, bytes]
) -> None:
    with pytest.raises(ValueError, match="a publication needs"):
        publish(root, draft, files, load(root), QUICK)


def test_a_folder_of_a_version_that_was_only_submitted_has_no_entry(root: Path) -> None:
    append(root, a_draft(version="3.0", kind=EntryKind.SUBMIT, minutes=30), load(root), QUICK)
    (root / "releases/PR-R2-012/3.0").mkdir()

    assert codes(verify(root).problems) == {(Trouble.FOLDER_WITHOUT_ENTRY, "releases/PR-R2-012/3.0")}
