"""The staged folder on disk: written only where something changed, rid of what is no longer there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from classeur.views.public_site import NOTHING_HIDDEN, Veil


class Outbox:
    """A folder that becomes exactly what was put into it. Nothing is ever written outside it."""

    def __init__(self, folder: Path, veil: Veil = NOTHING_HIDDEN) -> None:
        self._folder, self._veil = folder, veil
        self._kept: set[str] = set()

    def put(self, name: str, content: str | bytes) -> None:
        """Write a file; `name` is relative to the folder, with `/`. No text goes out but under the veil."""
        data = self._veil.over(content).encode("utf-8", "replace") if isinstance(content, str) else content
        target = self._target(name)
        if not _holds(target, data):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)

    def copy(self, name: str, source: Path) -> bool:
        """Copy a file; False when it has vanished meanwhile."""
        target = self._target(name)
        try:
            if target.exists() and _same_stamp(target, source):
                return True
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        except OSError:
            return False
        return True

    def make(self, name: str, source: Path, made_from: Callable[[Path], bytes | None]) -> bool:
        """Put what is made from a file, again only when the file changed; a copy of it when nothing can be made."""
        target = self._target(name)
        try:
            stamp = source.stat().st_mtime_ns
            if target.exists() and target.stat().st_mtime_ns == stamp:
                return True
            made = made_from(source)
            if made is None:
                return self.copy(name, source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made)
            os.utime(target, ns=(stamp, stamp))
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Remove every file that was not put this time, then the folders left empty."""
        for path in sorted(self._folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(self._folder).as_posix() not in self._kept:
                path.unlink()

    def _target(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or name.startswith("/"):
            raise ValueError(f"{name} leaves the folder")
        self._kept.add(PurePosixPath(name).as_posix())
        return self._folder.joinpath(*parts)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _same_stamp(one: Path, other: Path) -> bool:
    a, b = one.stat(), other.stat()
    return a.st_size == b.st_size and a.st_mtime_ns == b.st_mtime_ns
