"""What the ledger says of each trouble, and what it refuses."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from classeur.ledger.entries import entry_bytes, entry_name, read_entry
from classeur.ledger.head_cache import HEAD_FILE
from classeur.ledger.journal import Journal, append, combined, load
from classeur.ledger.problems import LedgerDamaged, LedgerProblem, LedgerRefused, Trouble, VersionTaken, severity_of
from classeur.ledger.publish import publish, read_release
from classeur.ledger.verify import LedgerVerdict, verify
from classeur.model.journal import EntryKind
from classeur.model.versions import Version
from classeur.rules.registry import all_rules
from tests.faults.ledgers import ACTOR, AT, FILES, NOW, QUICK, SOURCE, a_draft, a_ledger, a_review, codes, entry_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A house with two versions in force and one replaced."""
    a_ledger(tmp_path, "PR-R2-012 1.0", "PR-R2-012 2.0", "PR-R3-001 1.0")
    return tmp_path


def write_entry(root: Path, name: str, data: bytes) -> Path:
    path = root / "releases" / "journal" / name
    path.write_bytes(data)
    return path


def forge(root: Path, **changes: object) -> str:
    """An entry with the right name, after the present head, that no command wrote; its path."""
    told = json.loads(entry_files(root)[-1].read_bytes())
    told |= {"parents": list(load(root).heads)} | changes
    data = (json.dumps(told, sort_keys=True, indent=1) + "\n").encode()
    name = entry_name(len(entry_files(root)) + 1, hashlib.sha256(data).hexdigest())
    write_entry(root, name, data)
    return f"releases/journal/{name}"


def test_a_house_without_releases_has_an_empty_journal(tmp_path: Path) -> None:
    assert load(tmp_path) == Journal()
    assert verify(tmp_path).verdict is LedgerVerdict.CLEAN
    assert list(tmp_path.iterdir()) == []


def test_the_first_act_of_a_house_is_preceded_by_the_genesis(tmp_path: Path) -> None:
    journal = append(tmp_path, a_review(), load(tmp_path), QUICK)

    assert [entry.kind for entry in journal.entries] == [EntryKind.GENESIS, EntryKind.REVIEW]
    assert journal.entries[1].parents == (journal.entries[0].hash,)


def test_the_journal_read_again_is_the_one_that_was_given(root: Path) -> None:
    journal = append(root, a_review(), load(root), QUICK)

    assert load(root) == journal


def test_the_same_acts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        a_ledger(tmp_path / name, "PR-R2-012 1.0", "PR-R2-012 1.1")

    first, second = ({file.name: file.read_bytes() for file in entry_files(tmp_path / name)} for name in ("one", "two"))

    assert first == second


def test_an_unknown_key_of_an_entry_is_tolerated(root: Path) -> None:
    forge(root, colour="blue")

    assert len(load(root).entries) == 5
    assert not load(root).problems


def test_an_entry_written_by_another_process_is_read_before_the_next_one(root: Path) -> None:
    known = load(root)
    append(root, a_review(by="another"), known, QUICK)

    journal = append(root, a_review(minutes=61), known, QUICK)

    assert [entry.details.get("by") for entry in journal.entries[-2:]] == ["another", None]
    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_two_heads_are_healed_by_the_next_act(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(root / "releases", copy / "releases")
    append(copy, a_review(by="one"), load(copy), QUICK)
    append(root, a_review(by="two"), load(root), QUICK)
    shutil.copytree(copy / "releases", root / "releases", dirs_exist_ok=True)
    shutil.rmtree(copy)
    two = load(root)
    assert verify(root).verdict is LedgerVerdict.WARNING
    assert two.head == combined(two.heads)

    journal = append(root, a_review(minutes=61), two, QUICK)

    assert journal.entries[-1].parents == two.heads
    assert verify(root, heads=[two.head, *two.heads]).problems == ()


def test_the_same_version_with_the_same_content_succeeds_and_adds_nothing(root: Path) -> None:
    files = {path: data + b"PR-R3-001 1.0" for path, data in FILES.items()}

    journal = publish(root, a_draft("PR-R3-001", minutes=99), files, load(root), QUICK)

    assert journal == load(root)
    assert len(journal.entries) == 4


@pytest.mark.parametrize(("version", "free"), [("1.0", "3.0"), ("2.0", "3.0")])
def test_a_version_with_another_content_is_refused_and_the_free_number_told(
    root: Path, version: str, free: str
) -> None:
    with pytest.raises(VersionTaken) as refused:
        publish(root, a_draft(version=version), FILES, load(root), QUICK)

    assert refused.value.next_free == Version.parse(free)
    [told] = refused.value.problems
    assert dict(told.values) | {"reference": "PR-R2-012", "version": version, "next_free": free} == dict(told.values)
    assert str(told.path) == f"releases/PR-R2-012/{version}"


def test_a_folder_whose_entry_is_missing_is_completed_by_the_same_content(root: Path) -> None:
    other = root / "releases" / "PR-R2-012" / "3.0"
    other.mkdir()
    (other / "source.md").write_bytes(b"text")

    journal = publish(root, a_draft(version="3.0", minutes=9), {"source.md": b"text"}, load(root), QUICK)

    assert journal.entries[-1].version == Version(3)
    assert verify(root).verdict is LedgerVerdict.CLEAN


@pytest.mark.parametrize("reference", ["pr-r2-012", "Pr-R2-012"])
def test_a_reference_that_differs_by_case_is_refused(root: Path, reference: str) -> None:
    with pytest.raises(LedgerRefused) as refused:
        publish(root, a_draft(reference), FILES, load(root), QUICK)

    assert [each.code for each in refused.value.problems] == [Trouble.REFERENCES_ALIKE]


@pytest.mark.parametrize(
    "name",
    ["../source.md", "a/../b.md", "/etc/x", "a\\b", "con.md", "a:b.md", ".cache", "fin.", "", "a//b", "e\u0301.md"],
)
def test_an_unsafe_name_is_refused_and_nothing_is_written(root: Path, name: str) -> None:
    before = sorted(root.rglob("*"))

    with pytest.raises(LedgerRefused):
        publish(root, a_draft(version="3.0"), {"source.md": b"x", name: b"x"}, load(root), QUICK)

    assert sorted(root.rglob("*")) == before


def test_files_whose_names_differ_by_case_are_refused(root: Path) -> None:
    with pytest.raises(LedgerRefused):
        publish(root, a_draft(version="3.0"), {"a.png": b"x", "A.png": b"y"}, load(root), QUICK)


def test_the_files_of_a_release_are_read_back(root: Path) -> None:
    assert set(read_release(root, "PR-R2-012", Version(1))) == set(FILES)
    with pytest.raises(FileNotFoundError):
        read_release(root, "PR-R2-012", Version(7))
    with pytest.raises(ValueError, match="reference"):
        read_release(root, "../secrets", Version(1))


def test_a_released_file_deleted_from_the_folder_is_named(root: Path) -> None:  # case 26
    (root / SOURCE).unlink()

    assert codes(verify(root).problems) == {(Trouble.FILE_MISSING, SOURCE)}


def test_an_edited_entry_is_named_and_nothing_can_be_added(root: Path) -> None:  # case 27
    entry = entry_files(root)[1]
    entry.write_bytes(entry.read_bytes().replace(b"Alix", b"Axel"))

    assert codes(verify(root).problems) == {
        (Trouble.ENTRY_ALTERED, f"releases/journal/{entry.name}"),
        (Trouble.FOLDER_WITHOUT_ENTRY, "releases/PR-R2-012/1.0"),
    }
    with pytest.raises(LedgerDamaged):
        append(root, a_review(), load(root), QUICK)


def test_a_restored_old_backup_is_older_than_a_known_head(root: Path) -> None:  # case 28
    backup = root / "backup"
    shutil.copytree(root / "releases", backup)
    known = publish(root, a_draft(version="3.0", minutes=9), FILES, load(root), QUICK).head
    shutil.rmtree(root / "releases")
    shutil.copytree(backup, root / "releases")

    assert verify(root).verdict is LedgerVerdict.CLEAN
    assert codes(verify(root, heads=[known]).problems) == {(Trouble.KNOWN_HEAD_ABSENT, "releases/journal")}
    assert codes(verify(root, heads=[known[:16].upper()]).problems) == {(Trouble.KNOWN_HEAD_ABSENT, "releases/journal")}


def test_this_computer_remembers_the_head_it_knew_but_verify_does_not_ask_it(root: Path) -> None:
    entry_files(root)[-1].unlink()

    assert Trouble.HEAD_LOST_HERE in {each.code for each in load(root).problems}
    assert Trouble.HEAD_LOST_HERE not in {each.code for each in verify(root).problems}
    (root / HEAD_FILE).unlink()
    assert load(root).problems == ()


@pytest.mark.parametrize("keeper", ["page.html", "head.js", "copy.docx", "releases"])
def test_a_copy_that_remembers_a_lost_head_is_named(root: Path, tmp_path: Path, keeper: str) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    head = load(root).head
    if keeper == "releases":
        shutil.copytree(root / "releases", copies / "releases")
    elif keeper == "copy.docx":
        with zipfile.ZipFile(copies / keeper, "w") as archive:
            archive.writestr("docProps/custom.xml", f'<property name="classeur-entry"><v>{head}</v></property>')
    else:
        (copies / keeper).write_text(f'<meta name="classeur-head" content="{head}">')
    assert verify(root, copies=[copies]).verdict is LedgerVerdict.CLEAN
    entry_files(root)[-1].unlink()

    told = [each for each in verify(root, copies=[copies]).problems if each.code == Trouble.KNOWN_HEAD_ABSENT]

    assert len(told) == 1
    assert keeper in str(told[0].path)


def test_an_entry_dated_before_the_one_it_follows_is_a_warning_and_keeps_its_place(root: Path) -> None:  # case 22
    journal = append(root, a_review(minutes=-90), load(root), QUICK)

    assert [each.code for each in journal.problems] == [Trouble.STAMP_GOES_BACK]
    assert journal.entries[-1].kind is EntryKind.REVIEW
    assert verify(root).verdict is LedgerVerdict.WARNING


def test_an_entry_dated_in_the_future_is_a_warning(root: Path) -> None:
    report = verify(root, now=AT - dt.timedelta(hours=1))

    assert report.verdict is LedgerVerdict.WARNING
    assert {each.code for each in report.problems} == {Trouble.STAMP_IN_THE_FUTURE}
    assert verify(root, now=NOW).verdict is LedgerVerdict.CLEAN


def test_an_entry_of_a_newer_format_is_a_warning_and_stops_additions_when_not_understood(root: Path) -> None:
    forge(root, format=2, kind="something-new")

    assert verify(root).verdict is LedgerVerdict.WARNING
    with pytest.raises(LedgerDamaged):
        append(root, a_review(), load(root), QUICK)

    forge(root, format=2, kind="something-else", at="2026-03-12T11:00:00Z")
    with pytest.raises(LedgerDamaged) as refused:
        append(root, a_review(), load(root), QUICK)
    [told] = [each for each in refused.value.problems if each.code == Trouble.NEWER_FORMAT]
    assert told.values["count"] == "2"


def test_two_contents_for_one_version_are_an_error_and_twice_the_same_a_note(root: Path) -> None:
    told = json.loads(entry_files(root)[-1].read_bytes())
    forge(root, at="2026-03-12T10:30:00Z")
    assert codes(verify(root).problems) == {(Trouble.RELEASED_TWICE, "releases/PR-R3-001/1.0")}
    assert verify(root).verdict is LedgerVerdict.CLEAN

    forge(root, files=[told["files"][0] | {"sha256": "0" * 64}, told["files"][1]])

    assert (Trouble.TWO_CONTENTS, "releases/PR-R3-001/1.0") in codes(verify(root).problems)


def test_a_second_beginning_is_named(root: Path) -> None:
    path = forge(root, parents=[])

    assert (Trouble.TWO_BEGINNINGS, path) in codes(verify(root).problems)


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "approved"},
        {"files": "x"},
        {"actor": 3},
        {"at": "yesterday"},
        {"format": "1"},
        {"details": {"step": "aproval"}},
        {"details": {"verdict": "yes"}},
        {"details": {"outcome": ["kept"]}},
        {"details": {"change": "huge"}},
        {"details": {"sources": 3}},
        {"details": {"supersedes": "PR-R1-001"}},
        {"kind": "withdraw", "details": {"restored": "the last one"}},
        {"kind": "renumber", "details": {"to": "../../elsewhere"}},
        {"kind": "renumber"},
    ],
)
def test_an_entry_that_is_none_is_malformed_and_never_raises(root: Path, fault: dict[str, object]) -> None:
    path = forge(root, **fault)

    assert (Trouble.ENTRY_MALFORMED, path) in codes(load(root).problems)


def leave_a_temporary_file(root: Path) -> str:
    write_entry(root, ".tmp-1", b"")
    return "releases/journal/.tmp-1"


def leave_a_temporary_folder(root: Path) -> str:
    (root / "releases" / "PR-R2-012" / ".tmp-2").mkdir()
    return "releases/PR-R2-012/.tmp-2"


def leave_half_an_entry(root: Path) -> str:
    write_entry(root, "000005-0123456789abcdef.json", b'{"actor')
    return "releases/journal/000005-0123456789abcdef.json"


def leave_a_note(root: Path) -> str:
    (root / "releases" / "notes.txt").write_text("x")
    return "releases/notes.txt"


def leave_a_conflict_copy(root: Path) -> str:
    shutil.copy(root / SOURCE, (root / SOURCE).with_name("source-PC-ACCUEIL.md"))
    return SOURCE.replace("source", "source-PC-ACCUEIL")


def leave_a_lower_case_folder(root: Path) -> str:
    (root / "releases" / "pr-r2-012").mkdir()
    return "releases/pr-r2-012"


@pytest.mark.parametrize(
    ("leave", "trouble"),
    [
        (leave_a_temporary_file, Trouble.LEFTOVER),
        (leave_a_temporary_folder, Trouble.LEFTOVER),
        (leave_half_an_entry, Trouble.ENTRY_UNFINISHED),
        (leave_a_note, Trouble.FOREIGN_FILE),
        (leave_a_conflict_copy, Trouble.CONFLICT_COPY),
        (leave_a_lower_case_folder, Trouble.REFERENCES_ALIKE),
    ],
)
def test_what_has_no_business_in_releases_is_named(root: Path, leave: Callable[[Path], str], trouble: Trouble) -> None:
    path = leave(root)

    assert codes(verify(root).problems) == {(trouble, path)}


def test_verify_writes_nothing(root: Path) -> None:
    leave_a_note(root)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    verify(root, heads=["0" * 64], now=NOW)

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_any_bytes_under_the_name_of_an_entry_give_a_problem_and_no_exception() -> None:
    for data in (b"", b"\0" * 99, b"[" * 100_000, b"9" * 5_000, b"\xff\xfe", b"{}", b"null"):
        assert isinstance(read_entry("000001-0123456789abcdef.json", data), LedgerProblem)


def test_the_instant_of_an_entry_is_written_in_utc() -> None:
    paris = dt.timezone(dt.timedelta(hours=2))
    draft = a_review()
    moved = type(draft)(draft.kind, AT.astimezone(paris), ACTOR)

    assert b'"at": "2026-03-12T09:30:00Z"' in entry_bytes(moved, ())
    with pytest.raises(ValueError, match="time zone"):
        entry_bytes(type(draft)(draft.kind, AT.replace(tzinfo=None), ACTOR), ())


def test_the_ledger_and_the_rules_pages_agree_on_codes_and_severities() -> None:
    for trouble in Trouble:
        declared = all_rules()[trouble.value]
        assert (declared.name, declared.severity) == (trouble.name.lower().replace("_", "-"), severity_of(trouble))
