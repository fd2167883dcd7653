"""One writer at a time, as far as the disk can tell. Only messages get nicer: safety does not depend on it."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE = ".classeur/ledger.lock"
PATIENCE = 10.0
"""Seconds before writing all the same: compare-and-swap and link then decide who was first."""


@contextlib.contextmanager
def one_writer(root: Path) -> Iterator[None]:
    """Wait for the other writers of this house. The system frees the lock of a process that dies."""
    handle = _opened(root / LOCK_FILE)
    try:
        limit = time.monotonic() + PATIENCE
        while handle is not None and not _taken(handle) and time.monotonic() < limit:
            time.sleep(0.002)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def held(path: Path) -> int | None:
    """A lock kept until its handle is closed or the process ends; None when another process has it.

    A disk that has no locks, or no room for one, keeps nobody away.
    """
    handle = _opened(path)
    if handle is None:
        return os.open(os.devnull, os.O_RDONLY)
    if _taken(handle):
        return handle
    os.close(handle)
    return None


def _opened(path: Path) -> int | None:
    try:
        path.parent.mkdir(exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:  # a share that refuses locks, a full disk: the ledger itself will tell
        return None


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:  # how Windows says that another process has it
        return sys.platform != "win32"
    except OSError:  # no locks on this share
        return True
    return True
