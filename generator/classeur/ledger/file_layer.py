"""The only door through which the ledger writes to the disk, so that tests replay every crash state."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import uuid
from pathlib import Path

from classeur.ledger.names import TEMPORARY

_LINKS_REFUSED = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_FOLDERS_NOT_SYNCED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


class FileLayer:
    """Writes that last: each one is on the disk, not only in memory, when its `fsync` has answered."""

    def mkdir(self, folder: Path, *, lasting: bool = True) -> None:
        """Make a folder; one that exists already is fine, even if a dead process left it unsynced.

        A folder inside one that is synced later need not be `lasting` by itself.
        """
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
        if lasting:
            self.fsync_dir(folder.parent)

    def write(self, path: Path, data: bytes) -> None:
        """Write a new file and sync it.

        Raises:
            FileExistsError: a file has this name; it is left as it is.
        """
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)

    def publish(self, temporary: Path, final: Path) -> None:
        """Give a file its final name at once, never in place of another: this is the commit point.

        Where hard links are refused (exFAT, some shares) the final name is created exclusively and written;
        a power cut then leaves an entry whose hash is not its name, which `verify` calls unfinished.

        Raises:
            FileExistsError: a file has this name; it is left as it is.
        """
        if sys.platform == "win32":
            temporary.rename(final)  # there, renaming never replaces
            return
        try:
            self._link(temporary, final)
        except OSError as error:
            if error.errno not in _LINKS_REFUSED:
                raise
            self._write_over_again(temporary, final)
        self.unlink(temporary)

    def rename_dir(self, folder: Path, final: Path) -> None:
        """Give a folder its final name; fails when a folder with files has it: this is the compare-and-swap."""
        folder.rename(final)

    def fsync_dir(self, folder: Path) -> None:
        """Make the names that a folder holds last; skipped where folders cannot be synced (Windows, some shares)."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _FOLDERS_NOT_SYNCED:
                raise
        finally:
            os.close(handle)

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        path.unlink()

    def rmdir(self, folder: Path) -> None:
        """Take an empty folder away."""
        folder.rmdir()

    def _link(self, temporary: Path, final: Path) -> None:
        final.hardlink_to(temporary)

    def _write_over_again(self, temporary: Path, final: Path) -> None:
        try:
            self.write(final, temporary.read_bytes())
        except FileExistsError:
            raise
        except OSError:
            with contextlib.suppress(OSError):
                self.unlink(final)
            raise


DISK = FileLayer()
"""The real disk."""


def commit(folder: Path, name: str, data: bytes, layer: FileLayer) -> None:
    """Give a folder one more file, whole, under its final name; the very same file, written by another, is fine.

    Raises:
        OSError: the disk refuses; nothing of the file is left where the disk lets us remove it.
    """
    temporary = folder / f"{TEMPORARY}{uuid.uuid4().hex}"
    try:
        layer.write(temporary, data)
        layer.publish(temporary, folder / name)
    except OSError as error:
        with contextlib.suppress(OSError):
            layer.unlink(temporary)
        if not isinstance(error, FileExistsError):  # the name tells the content
            raise
    layer.fsync_dir(folder)


def clear_away(folder: Path, layer: FileLayer) -> None:
    """Remove a temporary folder after a failure, as far as the disk lets us; what stays is told by `verify`."""
    with contextlib.suppress(OSError):
        for inside in sorted(folder.rglob("*"), reverse=True):
            layer.rmdir(inside) if inside.is_dir() else layer.unlink(inside)
        layer.rmdir(folder)
