"""Whoever changes the ledger is seen, and what was changed is named."""

from __future__ import annotations

from pathlib import Path

from classeur.ledger.verify import LedgerVerdict, verify
from tests.faults.ledgers import a_ledger
from tests.faults.tampering import missed


def a_sound_ledger(root: Path) -> Path:
    root.mkdir()
    a_ledger(
        root, "PR-R2-012 1.0", "PR-R2-012 1.1", "PR-R2-012 2.0", "PR-R3-001 1.0", "PR-R3-001 1.0.1", "MQ-M1-001 1.0"
    )
    return root


def test_a_sound_ledger_is_clean(tmp_path: Path) -> None:
    root = a_sound_ledger(tmp_path / "sound")

    report = verify(root)

    assert (report.verdict, report.problems) == (LedgerVerdict.CLEAN, ())


def test_every_tampering_is_found_and_named_when_a_head_is_known(tmp_path: Path) -> None:
    assert missed(a_sound_ledger(tmp_path / "sound"), tmp_path, how_many=300, seed=12) == []
