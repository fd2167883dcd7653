"""What the ledger reads is a plain file of its own folder; who writes it waits for the others."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path

import pytest

from classeur.ledger.lock import LOCK_FILE, held, one_writer
from classeur.ledger.plain_files import read_plain


def test_a_plain_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "texte.md").write_bytes(b"ligne\r\n\x1a" * 3000)

    assert read_plain(str(tmp_path / "texte.md")) == b"ligne\r\n\x1a" * 3000


def test_a_link_to_elsewhere_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "texte.md").write_bytes(b"texte")
    (tmp_path / "lien.md").symlink_to(tmp_path / "texte.md")

    with pytest.raises(OSError, match="lien"):
        read_plain(str(tmp_path / "lien.md"))


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_plain(str(tmp_path))


def test_a_pipe_is_refused_without_waiting_for_somebody_to_write_in_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tuyau")

    with pytest.raises(OSError, match="not a plain file"):
        read_plain(str(tmp_path / "tuyau"))


def test_reading_leaves_no_file_open(tmp_path: Path) -> None:
    (tmp_path / "texte.md").write_bytes(b"texte")
    before = len(os.listdir("/proc/self/fd"))

    for _ in range(5):
        read_plain(str(tmp_path / "texte.md"))

    assert len(os.listdir("/proc/self/fd")) == before


def test_a_writer_waits_for_the_one_before(tmp_path: Path) -> None:
    entered, other = threading.Event(), os.open(_lock_file(tmp_path), os.O_RDWR | os.O_CREAT)
    fcntl.flock(other, fcntl.LOCK_EX)

    def write() -> None:
        with one_writer(tmp_path):
            entered.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert not entered.wait(0.05)
    os.close(other)
    writer.join()

    assert entered.is_set()


def test_the_lock_of_a_writer_is_free_afterwards(tmp_path: Path) -> None:
    with one_writer(tmp_path):
        assert held(tmp_path / LOCK_FILE) is None

    handle = held(tmp_path / LOCK_FILE)
    assert handle is not None
    os.close(handle)


def test_a_disk_without_locks_keeps_nobody_away(tmp_path: Path) -> None:
    (tmp_path / ".classeur").write_text("un fichier à la place du dossier", "utf-8")
    entered = False

    with one_writer(tmp_path):
        entered = True

    assert entered


def _lock_file(root: Path) -> Path:
    (root / LOCK_FILE).parent.mkdir()
    return root / LOCK_FILE
