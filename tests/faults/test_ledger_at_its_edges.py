"""The ledger at its edges: the order of what lasts, the last second, the next number, two writers at one name."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from classeur.ledger.copies import lost_heads
from classeur.ledger.file_layer import DISK, FileLayer
from classeur.ledger.journal import append, combined, load, read_journal
from classeur.ledger.lock import LOCK_FILE, held
from classeur.ledger.names import is_safe_path, same_on_some_disk
from classeur.ledger.problems import LedgerDamaged, LedgerRefused, Trouble, VersionTaken
from classeur.ledger.publish import next_free, publish
from classeur.ledger.repair import carry_out, plan_repair
from classeur.ledger.verify import verify
from classeur.model.journal import EntryDraft, EntryKind
from classeur.model.versions import Version
from tests.faults.ledgers import (
    ACTOR,
    AT,
    FILES,
    NOW,
    QUICK,
    QuickLayer,
    a_draft,
    a_ledger,
    a_review,
    codes,
    entry_files,
)

SOURCE = "releases/PR-R2-012/1.0/source.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A house with three releases."""
    house = tmp_path / "house"
    house.mkdir()
    a_ledger(house, "PR-R2-012 1.0", "PR-R2-012 2.0", "PR-R3-001 1.0")
    return house


def parted(root: Path, other: Path) -> None:
    """Two people added an entry to the same ledger, each on a computer of their own; then the files came together."""
    shutil.copytree(root, other)
    append(root, a_review(minutes=70), load(root), QUICK)
    append(other, a_review("PR-R3-001", minutes=80), load(other), QUICK)
    for each in entry_files(other):
        shutil.copy(each, root / "releases/journal" / each.name)


class Told(FileLayer):
    """A disk that tells what it was asked, in order: the names of what is written and renamed, of folders synced."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def write(self, path: Path, data: bytes) -> None:
        self.asked.append(f"write {_name(path)}")
        QUICK.write(path, data)

    def rename_dir(self, folder: Path, final: Path) -> None:
        self.asked.append(f"rename {_name(folder)} to {_name(final)}")
        super().rename_dir(folder, final)

    def publish(self, temporary: Path, final: Path) -> None:
        self.asked.append(f"publish {_name(final)}")
        super().publish(temporary, final)

    def fsync_dir(self, folder: Path) -> None:
        self.asked.append(f"sync {_name(folder)}")


def _name(path: Path) -> str:
    """The name of a file or a folder; those that chance gives are told by their kind."""
    return "temporary" if path.name.startswith(".tmp-") else "entry" if path.suffix == ".json" else path.name


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


def test_what_a_repair_moves_and_restores_lasts(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "backup")
    (root / SOURCE).write_bytes(b"autre")
    layer = Told()

    carry_out(plan_repair(root, verify(root), [tmp_path / "backup"]), root, ACTOR, NOW, layer)

    moved = layer.asked.index("rename source.md to source.md")
    assert layer.asked[moved + 1 : moved + 3] == ["sync 1.0", "sync 1.0"]
    restored = layer.asked.index("publish source.md")
    assert layer.asked[restored - 1 : restored + 2] == ["write temporary", "publish source.md", "sync 1.0"]


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
        *(("Xavier.md", True), ("planX", True), ("a" * 120, True), ("a" * 121, False), ("é" * 60, True)),
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


# --- chains


def test_heads_are_combined_in_order_and_one_is_itself() -> None:
    assert combined([]) == ""
    assert combined(["ab"]) == "ab"
    assert combined(["cd", "ab"]) == hashlib.sha256(b"ab\ncd\n").hexdigest()
    assert combined(["cd", "ab", "ef"]) == hashlib.sha256(b"ab\ncd\nef\n").hexdigest()


def test_a_head_that_two_entries_made_together_is_still_known_once_they_are_joined(root: Path, tmp_path: Path) -> None:
    parted(root, tmp_path / "other")
    both = load(root).head

    journal = append(root, a_review(minutes=90), load(root), QUICK)

    assert list(lost_heads(journal, [(both, "ici"), (both[:12], "là")])) == []
    assert [each.values["count"] for each in lost_heads(journal, [("f" * 64, "ici")])] == ["1"]


def test_an_entry_that_was_cut_before_the_end_was_altered_and_the_last_one_is_unfinished(root: Path) -> None:
    files = entry_files(root)
    for each, code in ((files[1], Trouble.ENTRY_ALTERED), (files[-1], Trouble.ENTRY_UNFINISHED)):
        whole = each.read_bytes()
        each.write_bytes(whole[:-20])
        assert (code, f"releases/journal/{each.name}") in codes(read_journal(root).problems)
        each.write_bytes(whole)


def test_a_stamp_that_goes_back_says_from_which_to_which(root: Path) -> None:
    append(root, a_review(minutes=-60), load(root), QUICK)

    [told] = [each for each in verify(root).problems if each.code == Trouble.STAMP_GOES_BACK]

    assert told.values["at"] == (AT - dt.timedelta(minutes=60)).isoformat()
    assert told.values["before"] == (AT + dt.timedelta(minutes=2)).isoformat()


def test_a_stamp_may_be_ahead_by_what_clocks_differ_and_no_more(root: Path) -> None:
    last = load(root).entries[-1].at

    assert verify(root, now=last - dt.timedelta(minutes=2)).problems == ()
    [told] = verify(root, now=last - dt.timedelta(minutes=2, seconds=1)).problems
    assert (told.code, told.values["at"]) == (Trouble.STAMP_IN_THE_FUTURE, last.isoformat())


def test_a_journal_that_has_gone_is_told_once_and_no_release_by_itself(root: Path) -> None:
    shutil.rmtree(root / "releases/journal")

    [told] = verify(root).problems

    assert (told.code, str(told.path), told.values["count"]) == (Trouble.JOURNAL_GONE, "releases/journal", "3")
    with pytest.raises(LedgerDamaged):
        append(root, a_review(), load(root), QUICK)


def test_a_copy_in_conflict_is_told_as_one_wherever_it_is(root: Path) -> None:
    for place in ("releases", "releases/PR-R2-012"):
        (root / place / "source (copie en conflit de Maud 2026-03-12).md").write_text("x", "utf-8")

    found = codes(verify(root).problems)

    assert {code for code, _ in found} == {Trouble.CONFLICT_COPY}
    assert len(found) == 2


def test_of_two_beginnings_the_second_one_is_told(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    publish(other, a_draft("PR-R9-001", minutes=5), FILES, load(other), QUICK)
    shutil.copytree(other / "releases/PR-R9-001", root / "releases/PR-R9-001")
    first, second = sorted((entry_files(root)[0].name, entry_files(other)[0].name))
    for each in entry_files(other):
        shutil.copy(each, root / "releases/journal" / each.name)

    [told] = [each for each in verify(root).problems if each.code == Trouble.TWO_BEGINNINGS]

    assert (told.path.name, told.values["other"]) == (second, first)


def test_what_is_wrong_with_the_chain_is_told_once_however_many_have_added(root: Path) -> None:
    before = append(root, a_review(minutes=-60), load(root), QUICK)
    append(root, a_review(minutes=70), load(root), QUICK)

    after = append(root, a_review(minutes=80), before, QUICK)

    assert [each.code for each in after.problems] == [Trouble.STAMP_GOES_BACK]
    assert len(after.entries) == len(before.entries) + 2


# --- repairs


def test_a_copy_under_another_name_is_as_good(root: Path, tmp_path: Path) -> None:
    sound = (root / SOURCE).read_bytes()
    (tmp_path / "clé").mkdir()
    (tmp_path / "clé/douleur.md").write_bytes(sound)
    (root / SOURCE).unlink()

    carry_out(plan_repair(root, verify(root), [tmp_path / "clé"]), root, ACTOR, NOW, QUICK)

    assert (root / SOURCE).read_bytes() == sound


def test_a_file_that_came_back_before_the_repair_is_left_as_it_is(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "backup")
    sound = (root / SOURCE).read_bytes()
    (root / SOURCE).unlink()
    plan = plan_repair(root, verify(root), [tmp_path / "backup"])
    (root / SOURCE).write_bytes(sound)

    carry_out(plan, root, ACTOR, NOW, QUICK)

    assert verify(root).problems == ()


def test_two_heads_are_joined_once_nothing_else_is_to_be_mended(root: Path, tmp_path: Path) -> None:
    parted(root, tmp_path / "other")
    assert plan_repair(root, verify(root), []).joins

    (root / "releases/notes.txt").write_text("à trier", "utf-8")
    plan = plan_repair(root, verify(root), [])
    assert (plan.joins, [each.path for each in plan.moves]) == (False, ["releases/notes.txt"])
    assert [each.code for each in plan.left] == [Trouble.TWO_HEADS]


def test_what_cannot_be_mended_is_kept_in_a_plan_that_joins(root: Path, tmp_path: Path) -> None:
    parted(root, tmp_path / "other")
    shutil.rmtree(tmp_path / "other")
    (root / SOURCE).unlink()

    plan = plan_repair(root, verify(root), [])

    assert (plan.joins, codes(plan.left)) == (True, {(Trouble.FILE_MISSING, SOURCE)})


def test_two_repairs_of_one_second_have_a_quarantine_each(root: Path) -> None:
    for _ in range(3):
        (root / "releases/notes.txt").write_text("à trier", "utf-8")
        carry_out(plan_repair(root, verify(root), []), root, ACTOR, NOW, QUICK)

    names = sorted(each.name for each in (root / "releases/quarantine").iterdir())
    assert names == ["20261122T120000Z", "20261122T120000Z-2", "20261122T120000Z-3"]


def test_a_release_whose_folder_has_gone_comes_back_whole(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "backup")
    shutil.rmtree(root / "releases/PR-R2-012")

    carry_out(plan_repair(root, verify(root), [tmp_path / "backup"]), root, ACTOR, NOW, QUICK)

    assert verify(root).problems == ()


def test_a_link_to_nowhere_is_set_aside_and_what_has_gone_since_is_not_missed(root: Path) -> None:
    (root / "releases/lien.md").symlink_to("nulle-part.md")
    (root / "releases/notes.txt").write_text("à trier", "utf-8")
    plan = plan_repair(root, verify(root), [])
    assert {each.path for each in plan.moves} == {"releases/lien.md", "releases/notes.txt"}
    (root / "releases/notes.txt").unlink()

    carry_out(plan, root, ACTOR, NOW, QUICK)

    assert [each.name for each in (root / "releases/quarantine").rglob("*.md")] == ["lien.md"]
    assert verify(root).problems == ()


def test_a_released_file_that_cannot_be_read_does_not_keep_a_stranger_in_its_place(root: Path) -> None:
    (root / SOURCE).unlink()
    os.mkfifo(root / SOURCE)
    (root / "releases/PR-R3-001/9.0").mkdir()

    report = verify(root)

    assert codes(report.problems) == {
        (Trouble.UNREADABLE, SOURCE),
        (Trouble.FOLDER_WITHOUT_ENTRY, "releases/PR-R3-001/9.0"),
    }
    assert [each.path for each in plan_repair(root, report, []).moves] == ["releases/PR-R3-001/9.0"]
