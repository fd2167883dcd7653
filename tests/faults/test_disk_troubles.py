"""A disk that is full or refuses to write: what is in force stays, nothing lies about, it can be done again."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from classeur.ledger.file_layer import DISK, FileLayer
from classeur.ledger.journal import load
from classeur.ledger.problems import Trouble
from classeur.ledger.verify import LedgerVerdict, verify
from tests.faults.acts import ACTS, house_before
from tests.faults.ledgers import QUICK, QuickLayer


class Refusing(QuickLayer):
    """A disk that refuses one operation, and only that one."""

    def __init__(self, at: int, error: int) -> None:
        self.left = at
        self.error = error

    def _spend(self) -> None:
        self.left -= 1
        if self.left == -1:
            raise OSError(self.error, "refused")

    def mkdir(self, folder: Path, *, lasting: bool = True) -> None:
        self._spend()
        super().mkdir(folder, lasting=lasting)

    def write(self, path: Path, data: bytes) -> None:
        if self.left == 0:
            path.write_bytes(data[:3])
        self._spend()
        super().write(path, data)

    def publish(self, temporary: Path, final: Path) -> None:
        self._spend()
        super().publish(temporary, final)

    def rename_dir(self, folder: Path, final: Path) -> None:
        self._spend()
        super().rename_dir(folder, final)

    def fsync_dir(self, folder: Path) -> None:
        self._spend()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=["full", "input/output", "refused"])
@pytest.mark.parametrize("act", ACTS)
def test_a_refusal_of_the_disk_is_told_and_loses_nothing(act: str, error: int, tmp_path: Path) -> None:
    told: list[int | None] = []
    for at in range(25):
        folder = tmp_path / str(at)
        folder.mkdir()
        root = house_before(folder, act)
        old = load(root).entries
        try:
            ACTS[act](root, load(root), Refusing(at, error))
        except OSError as refusal:
            told.append(refusal.errno)
        report = verify(root)
        assert report.journal.entries[: len(old)] == old
        assert {each.code for each in report.problems} <= {Trouble.FOLDER_WITHOUT_ENTRY}  # in force nowhere

        ACTS[act](root, load(root), QUICK)

        assert verify(root).verdict is LedgerVerdict.CLEAN
    assert len(told) >= 3
    assert set(told) == {error}


@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_done_on_the_real_disk(act: str, tmp_path: Path) -> None:
    root = house_before(tmp_path, act)

    ACTS[act](root, load(root), DISK)

    assert verify(root).verdict is LedgerVerdict.CLEAN


def test_a_name_that_is_taken_is_never_replaced(tmp_path: Path) -> None:
    class WithoutLinks(FileLayer):
        def _link(self, temporary: Path, final: Path) -> None:
            raise OSError(errno.EPERM, "links are refused here")

    for layer in (DISK, WithoutLinks()):
        final, temporary = tmp_path / "final", tmp_path / "temporary"
        final.write_bytes(b"old")
        temporary.write_bytes(b"new")
        with pytest.raises(FileExistsError):
            layer.publish(temporary, final)
        assert final.read_bytes() == b"old"
