"""Reading what the ledger holds: plain files only, never a link to elsewhere, never a pipe that would make us wait."""

from __future__ import annotations

import errno
import os
import stat

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_plain(path: str) -> bytes:
    """The bytes of a plain file.

    Raises:
        OSError: it cannot be read, or it is a link, a folder, a device.
    """
    handle = os.open(path, _FLAGS)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "a folder", path)
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "not a plain file", path)
        with open(handle, "rb", buffering=0, closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def entries_in(folder: str) -> list[os.DirEntry[str]]:
    """What a folder holds, in no particular order."""
    with os.scandir(folder) as found:
        return list(found)
