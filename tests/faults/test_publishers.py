"""Two people who release the same number at once: exactly one succeeds (case 9)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from classeur.ledger.journal import load
from classeur.ledger.lock import LOCK_FILE
from classeur.ledger.publish import read_release
from classeur.ledger.verify import LedgerVerdict, verify
from classeur.model.versions import Version
from tests.faults.publishers import at_once, own_text

PEOPLE, RELEASES = 4, 12


def released(root: Path) -> Counter[str]:
    return Counter(entry.reference for entry in load(root).entries if entry.files)


def test_of_four_people_who_release_different_texts_one_succeeds_each_time(tmp_path: Path) -> None:
    told = at_once(tmp_path, PEOPLE, RELEASES, same_text=False)

    for number in range(RELEASES):
        answers = [each[number] for each in told]
        assert sorted(answers) == ["done", *["taken, 2.0 is free"] * (PEOPLE - 1)]
        winner = answers.index("done")
        assert read_release(tmp_path, f"PR-R2-{number:03}", Version(1))["source.md"] == own_text(winner)
    assert set(released(tmp_path).values()) == {1}
    assert verify(tmp_path).problems == ()


def test_the_same_text_released_by_four_people_at_once_stands_once_in_the_journal(tmp_path: Path) -> None:
    told = at_once(tmp_path, PEOPLE, RELEASES, same_text=True)

    assert told == [["done"] * RELEASES] * PEOPLE
    assert released(tmp_path) == {f"PR-R2-{number:03}": 1 for number in range(RELEASES)}
    assert verify(tmp_path).problems == ()


def test_where_locks_do_not_work_one_of_four_people_succeeds_all_the_same(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).parent.write_bytes(b"a file where the folder of the lock should be")

    told = at_once(tmp_path, PEOPLE, RELEASES, same_text=False)

    for number in range(RELEASES):
        assert sorted(each[number][:5] for each in told) == ["done", "taken", "taken", "taken"]
    assert set(released(tmp_path).values()) == {1}
    assert verify(tmp_path).verdict in (LedgerVerdict.CLEAN, LedgerVerdict.WARNING)  # heads that the next act joins
