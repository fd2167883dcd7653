"""The journal as it is read and lengthened: what is told, what is healed, what this computer remembers."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from classeur.ledger.head_cache import remembered_heads
from classeur.ledger.journal import Journal, append, begin, load
from classeur.ledger.problems import LedgerDamaged, Trouble
from tests.faults.ledgers import QUICK, a_draft, a_ledger, a_review, codes, entry_files

HEAD = ".classeur/ledger-head.json"
JOURNAL = "releases/journal"


def test_this_computer_keeps_the_head_in_one_small_file(tmp_path: Path) -> None:
    journal = a_ledger(tmp_path)

    assert json.loads((tmp_path / HEAD).read_text("utf-8")) == {"format": 1, "heads": list(journal.heads)}
    assert not list((tmp_path / ".classeur").glob("*.json.*"))
    assert remembered_heads(tmp_path) == journal.heads


def test_an_older_copy_is_told_at_the_journal_until_the_next_act(tmp_path: Path) -> None:
    head = a_ledger(tmp_path, "PR-R2-012 1.0", "PR-R2-012 1.1").head
    last = entry_files(tmp_path)[-1]
    last.unlink()
    shutil.rmtree(tmp_path / "releases/PR-R2-012/1.1")

    older = load(tmp_path)

    assert codes(older.problems) == {(Trouble.HEAD_LOST_HERE, JOURNAL)}
    assert older.problems[0].values["head"] == head[:16]
    assert append(tmp_path, a_review(), older, QUICK).problems == ()


def test_a_clock_that_was_set_back_stays_told_after_the_next_act(tmp_path: Path) -> None:
    journal = append(tmp_path, a_review(minutes=-60), a_ledger(tmp_path), QUICK)
    assert [each.code for each in journal.problems] == [Trouble.STAMP_GOES_BACK]

    longer = append(tmp_path, a_review(minutes=90), journal, QUICK)

    assert longer == load(tmp_path)
    assert [each.code for each in longer.problems] == [Trouble.STAMP_GOES_BACK]


def test_releases_whose_journal_is_lost_are_no_new_beginning(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    shutil.rmtree(tmp_path / JOURNAL)

    with pytest.raises(LedgerDamaged) as refused:
        begin(tmp_path, a_draft(), QUICK)

    assert codes(refused.value.problems) == {(Trouble.JOURNAL_GONE, JOURNAL)}
    assert not (tmp_path / JOURNAL).exists()


@pytest.mark.parametrize(("entry", "number"), [(0, 2), (0, 7), (1, 1), (1, 9)])
def test_of_one_entry_under_two_numbers_the_wrong_one_is_foreign(tmp_path: Path, entry: int, number: int) -> None:
    sound = a_ledger(tmp_path)
    right = entry_files(tmp_path)[entry]
    copy = right.with_name(f"{number:06}-{right.name.partition('-')[2]}")
    shutil.copy(right, copy)

    journal = load(tmp_path)

    assert codes(journal.problems) == {(Trouble.FOREIGN_FILE, f"{JOURNAL}/{copy.name}")}
    assert journal.entries == sound.entries


def test_an_entry_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    a_ledger(tmp_path)
    last = entry_files(tmp_path)[-1]
    last.unlink()
    last.symlink_to(last.name)

    assert (Trouble.UNREADABLE, f"{JOURNAL}/{last.name}") in codes(load(tmp_path).problems)


def test_what_is_published_is_known_at_once_as_it_is_when_read_again(tmp_path: Path) -> None:
    journal = a_ledger(tmp_path, "PR-R2-012 1.0", "PR-R2-012 1.1", "PR-R3-001 1.0")
    longer = append(tmp_path, a_review(), journal, QUICK)

    assert isinstance(longer, Journal)
    assert {reference: sorted(map(str, versions)) for reference, versions in longer.published.items()} == {
        "PR-R2-012": ["1.0", "1.1"],
        "PR-R3-001": ["1.0"],
    }
    assert longer.published == load(tmp_path).published
