"""What is written to the disk lasts, replaces nothing and leaves nothing open."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from classeur.ledger.file_layer import DISK, FileLayer, commit


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what the system was asked to keep."""
    names: list[str] = []
    sync = os.fsync

    def note(handle: int) -> None:
        names.append(Path(os.readlink(f"/proc/self/fd/{handle}")).name)
        sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    return names


class NoLinks(FileLayer):
    """A disk without hard links, such as a USB stick."""

    def _link(self, temporary: Path, final: Path) -> None:
        raise OSError(errno.EPERM, "no hard links here")


class NoLinksAndFull(NoLinks):
    """The same, which is full once the temporary file is written."""

    def write(self, path: Path, data: bytes) -> None:
        if path.name == "entree.json":
            super().write(path, data[:3])
            raise OSError(errno.ENOSPC, "full")
        super().write(path, data)


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


def test_a_file_is_synced_when_it_is_written_and_a_name_when_its_folder_is(tmp_path: Path, synced: list[str]) -> None:
    DISK.write(tmp_path / "texte.md", b"texte")
    assert synced == ["texte.md"]

    DISK.fsync_dir(tmp_path)
    assert synced == ["texte.md", tmp_path.name]


def test_a_folder_lasts_once_the_one_above_is_synced(tmp_path: Path, synced: list[str]) -> None:
    DISK.mkdir(tmp_path / "a")
    assert synced == [tmp_path.name]

    DISK.mkdir(tmp_path / "b", lasting=False)
    assert synced == [tmp_path.name]


@pytest.mark.parametrize("layer", [DISK, NoLinks()], ids=["links", "no links"])
def test_an_entry_is_whole_under_its_name_and_nothing_else_stays(
    tmp_path: Path, synced: list[str], layer: FileLayer
) -> None:
    commit(tmp_path, "entree.json", b"contenu", layer)

    assert [each.name for each in tmp_path.iterdir()] == ["entree.json"]
    assert (tmp_path / "entree.json").read_bytes() == b"contenu"
    assert synced[-1] == tmp_path.name


@pytest.mark.parametrize("layer", [DISK, NoLinks()], ids=["links", "no links"])
def test_an_entry_that_has_its_name_already_is_left_as_it_is(tmp_path: Path, layer: FileLayer) -> None:
    (tmp_path / "entree.json").write_bytes(b"la premiere")

    commit(tmp_path, "entree.json", b"la seconde", layer)

    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"entree.json": b"la premiere"}


def test_a_full_disk_without_links_leaves_no_half_of_an_entry(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"):
        commit(tmp_path, "entree.json", b"contenu", NoLinksAndFull())

    assert list(tmp_path.iterdir()) == []


def test_writing_leaves_no_file_open(tmp_path: Path) -> None:
    before = open_files()

    for number in range(5):
        commit(tmp_path, f"{number}.json", b"contenu", DISK)
    with pytest.raises(FileExistsError):
        DISK.write(tmp_path / "0.json", b"contenu")

    assert open_files() == before


def test_a_disk_that_syncs_no_folder_is_taken_as_it_is_and_another_trouble_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(code, "the disk says no")

    monkeypatch.setattr(os, "fsync", refuse)
    code = errno.EINVAL
    DISK.fsync_dir(tmp_path)

    code = errno.EIO
    with pytest.raises(OSError, match="the disk says no"):
        DISK.fsync_dir(tmp_path)
