"""A disk that fails under a command: full from one call on, read-only, or the computer stopped at a call.

The calls of the system that write are replaced, as that is where the outside begins. What needs no space (renaming,
taking a name away) still works on a full disk; nothing works on a share that is read only.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any
from unittest.mock import patch

NEEDS_SPACE = ("open", "write", "mkdir", "fsync", "link", "symlink")
NEEDS_NONE = ("rename", "replace", "unlink", "rmdir", "remove")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Fault(Enum):
    """What happens at the call."""

    FULL = errno.ENOSPC
    READ_ONLY = errno.EROFS
    KILL = 0


class BadDisk:
    """Counts the calls that write inside a folder; from number `at` on, they fail."""

    def __init__(self, root: Path, fault: Fault, at: int) -> None:
        self.root = str(root)
        self.fault = fault
        self.at = at
        self.calls = 0

    def _meet(self, path: object) -> None:
        self.calls += 1
        if self.calls <= self.at:
            return
        if self.fault is Fault.KILL:
            os._exit(137)
        raise OSError(self.fault.value, os.strerror(self.fault.value), None if isinstance(path, int) else str(path))

    def _is_inside(self, path: object) -> bool:
        if isinstance(path, int):  # an open file: ours alone are written by hand
            with contextlib.suppress(OSError):
                return os.readlink(f"/proc/self/fd/{path}").startswith(self.root)
            return False
        return os.path.abspath(os.fspath(path)).startswith(self.root)  # type: ignore[call-overload,no-any-return]

    def replacing(self, name: str) -> Callable[..., Any]:
        """The system's call, watched."""
        real = getattr(os, name)

        def call(path: Any, *rest: Any, **options: Any) -> Any:
            writes = name != "open" or (rest and rest[0] & WRITING)
            if writes and self._is_inside(path):
                self._meet(path)
            return real(path, *rest, **options)

        return call

    def opening(self) -> Callable[..., Any]:
        """Python's `open`, watched."""
        real = io.open

        def call(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
            if set(mode) & set("wax+") and not isinstance(file, int) and self._is_inside(file):
                self._meet(file)
            return real(file, mode, *rest, **options)

        return call


@contextlib.contextmanager
def bad_disk(root: Path, fault: Fault, at: int = 0) -> Iterator[BadDisk]:
    """While this lasts, the folder stands on a disk that fails after `at` calls."""
    disk = BadDisk(root, fault, at)
    names = NEEDS_SPACE if fault is Fault.FULL else (*NEEDS_SPACE, *NEEDS_NONE)
    with contextlib.ExitStack() as stack:
        for name in names:
            stack.enter_context(patch.object(os, name, disk.replacing(name)))
        opening = disk.opening()
        stack.enter_context(patch("builtins.open", opening))
        stack.enter_context(patch.object(io, "open", opening))
        yield disk


def killed(command: Callable[[], object], root: Path, at: int) -> bool:
    """Whether the command was stopped before its end: it runs in a process of its own."""
    child = os.fork()
    if not child:
        try:
            with bad_disk(root, Fault.KILL, at):
                command()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 137
