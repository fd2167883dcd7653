"""Chains of entries, and their repair: two heads, two beginnings, what came back or went before a repair."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from pathlib import Path

import pytest

from classeur.ledger.copies import lost_heads
from classeur.ledger.journal import append, combined, load, read_journal
from classeur.ledger.problems import LedgerDamaged, LedgerRefused, Trouble
from classeur.ledger.publish import publish
from classeur.ledger.repair import carry_out, plan_repair
from classeur.ledger.verify import verify
from tests.faults.ledgers import (
    ACTOR,
    AT,
    FILES,
    NOW,
    QUICK,
    SOURCE,
    Told,
    a_draft,
    a_review,
    codes,
    entry_files,
    parted,
)


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


def test_what_a_repair_moves_and_restores_lasts(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "backup")
    (root / SOURCE).write_bytes(b"autre")
    layer = Told()

    carry_out(plan_repair(root, verify(root), [tmp_path / "backup"]), root, ACTOR, NOW, layer)

    moved = layer.asked.index("rename source.md to source.md")
    assert layer.asked[moved + 1 : moved + 3] == ["sync 1.0", "sync 1.0"]
    restored = layer.asked.index("publish source.md")
    assert layer.asked[restored - 1 : restored + 2] == ["write temporary", "publish source.md", "sync 1.0"]


def test_a_copy_under_another_name_is_as_good(root: Path, tmp_path: Path) -> None:
    sound = (root / SOURCE).read_bytes()
    (tmp_path / "clé").mkdir()
    (tmp_path / "clé/douleur.md").write_bytes(sound)
    (root / SOURCE).unlink()

    carry_out(plan_repair(root, verify(root), [tmp_path / "clé"]), root, ACTOR, NOW, QUICK)

    assert (root / SOURCE).read_bytes() == sound


def test_an_entry_comes_back_under_its_own_name_whatever_its_copy_is_called(root: Path, tmp_path: Path) -> None:
    missing = entry_files(root)[2]
    (tmp_path / "clé").mkdir()
    shutil.move(missing, tmp_path / "clé" / f"Copie de {missing.name}")

    carry_out(plan_repair(root, verify(root), [tmp_path / "clé"]), root, ACTOR, NOW, QUICK)

    assert missing.is_file()
    assert verify(root).problems == ()


def test_a_folder_added_to_a_version_is_told_and_a_refusal_names_all_that_is_wrong(root: Path) -> None:
    (root / "releases/PR-R2-012/1.0/vide").mkdir()
    (root / "releases/PR-R2-012/1.0/files/images/vide").mkdir()

    assert codes(verify(root).problems) == {
        (Trouble.FILE_ADDED, "releases/PR-R2-012/1.0/vide"),
        (Trouble.FILE_ADDED, "releases/PR-R2-012/1.0/files/images/vide"),
    }
    wrong = LedgerRefused(verify(root).problems)
    assert str(wrong).endswith("LG016 releases/PR-R2-012/1.0/files/images/vide; LG016 releases/PR-R2-012/1.0/vide")


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
