"""The staged folder on disk: written only where something changed, rid of what is no longer there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.views.public_site import NOTHING_HIDDEN, Veil
from classeur.writers.memory.imprint import Imprinter, digest, imprinted
from classeur.writers.memory.stamps import stamp_of
from classeur.writers.memory.store import Memory
from classeur.writers.memory.workers import shared_out


@dataclass(frozen=True)
class _Page:
    """A file to make: its name, all that its content depends on, and what makes it."""

    name: str
    made_from: object
    make: Callable[[], str | bytes]


@dataclass(frozen=True)
class _Made:
    """A file that was made: the imprint of what it was made from, and what the disk says of it."""

    name: str
    made_from: str | None
    digest: str
    stamp: str


class Outbox:
    """A folder that becomes exactly what was put into it. Nothing is ever written outside it."""

    def __init__(self, folder: Path, veil: Veil = NOTHING_HIDDEN, memory: Memory | None = None) -> None:
        """Get ready; `memory` holds what earlier runs made in this folder."""
        self._folder, self._veil, self._memory = folder, veil, memory or Memory()
        self._kept: set[str] = set()
        self._pages: list[_Page] = []
        self._digests: dict[str, str] = {}
        self._imprinter = Imprinter()
        self._under = imprinted(self._imprinter, veil.references, veil.titles, veil.paths, veil.word)

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of what each file holds that was put or made, by name."""
        return self._digests

    def put(self, name: str, content: str | bytes) -> None:
        """Write a file; `name` is relative to the folder, with `/`. No text goes out but under the veil."""
        self._digests[name] = self._written(self._target(name), content)

    def make(self, name: str, made_from: object, make: Callable[[], str | bytes]) -> None:
        """Write a file when the folder is closed, made again only when what it is made from has changed.

        Args:
            made_from: everything that the content depends on, but for the program.
        """
        self._target(name)
        self._pages.append(_Page(name, made_from, make))

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

    def convert(self, name: str, source: Path, made_from: Callable[[Path], bytes | None]) -> bool:
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
        """Make what is to be made, remove every file that was not put this time, then the folders left empty."""
        for made in shared_out(tuple(self._to_make()), self._make):
            self._digests[made.name] = made.digest
            if made.made_from is not None:
                self._memory.put(made.name, made.made_from, [made.digest, made.stamp])
        for path in sorted(self._folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(self._folder).as_posix() not in self._kept:
                path.unlink()

    def _to_make(self) -> Iterator[_Page]:
        """The files that do not stand in the folder as they would be made."""
        for page in self._pages:
            known = self._memory.recall(page.name)
            if known is not None and known[0] == self._imprint(page):
                content, stamp = known[1]
                if stamp == stamp_of(self._target(page.name)):
                    self._digests[page.name] = content
                    continue
            yield page

    def _imprint(self, page: _Page) -> str | None:
        return imprinted(self._imprinter, page.made_from, self._under)

    def _make(self, page: _Page) -> _Made:
        target = self._target(page.name)
        content = self._written(target, page.make())
        return _Made(page.name, self._imprint(page), content, stamp_of(target))

    def _written(self, target: Path, content: str | bytes) -> str:
        """The digest of what stands at the target now, which is written only where it differs."""
        data = self._veil.over(content).encode("utf-8", "replace") if isinstance(content, str) else content
        if not _holds(target, data):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return digest(data)

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
