"""The staged folder on disk: written only where something changed, rid of what is no longer there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from classeur.views.public_site import NOTHING_HIDDEN, Veil
from classeur.workers import nothing, shared_out
from classeur.writers.memory.imprint import Imprinter, digest, imprinted
from classeur.writers.memory.living import Living
from classeur.writers.memory.stamps import stamp_of, stamp_of_path
from classeur.writers.memory.store import Memory

Given = Callable[[], Any]
"""Gives all that the content of a file depends on, but for the program."""


@dataclass(frozen=True)
class _Page:
    """A file to make: its name, all that its content depends on, and what makes it of that.

    Attributes:
        of: what `given` comes from; None when that cannot be told without asking it.
        is_in_parts: whether what makes it keeps parts of it: lines of a list.
    """

    name: str
    given: Given
    make: Callable[[Any], str | bytes]
    of: object
    is_in_parts: bool = False


@dataclass(frozen=True)
class _Made:
    """A file that was made: the imprint of what it was made from, and what the disk says of it."""

    name: str
    made_from: str | None
    digest: str
    stamp: str
    is_new: bool = True


class Outbox:
    """A folder that becomes exactly what was put into it. Nothing is ever written outside it."""

    def __init__(
        self, folder: Path, veil: Veil = NOTHING_HIDDEN, memory: Memory | None = None, living: Living | None = None
    ) -> None:
        """Get ready; `memory` holds what earlier runs made in this folder, `living` those of this program."""
        self._living = living or Living()
        self._folder, self._veil, self._memory = folder, veil, memory or Memory()
        self._kept: set[str] = set()
        self._left = self._living.take("names")  # the files that the last run left, when nothing stands between them
        self._pages: list[_Page] = []
        self._digests: dict[str, str] = {}
        self._imprinter = Imprinter()
        self._under = imprinted(self._imprinter, veil.references, veil.titles, veil.paths, veil.word)

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of what each file holds that was put or made, by name."""
        return self._digests

    @property
    def names(self) -> frozenset[str]:
        """The files that it holds."""
        return frozenset(self._kept)

    def put(self, name: str, content: str | bytes) -> None:
        """Write a file; `name` is relative to the folder, with `/`. No text goes out but under the veil."""
        made = self._living.known(("put", name), (content, self._under))
        if isinstance(made, _Made) and made.stamp == stamp_of_path(f"{self._folder}/{name}"):
            self._kept.add(name)
        else:
            target = self._target(name)
            written = self._written(target, content)
            made = _Made(name, None, written, stamp_of(target))
            if self._living.is_long:
                self._living.keep(("put", name), (content, self._under), made)
        self._digests[name] = made.digest

    def make(
        self,
        name: str,
        given: Given,
        make: Callable[[Any], str | bytes],
        of: object = None,
        is_in_parts: bool = False,
    ) -> None:
        """Write a file when the folder is closed, made again only when what it is given has changed.

        Both functions may run in another process: what they change elsewhere is lost.

        Args:
            of: all that `given` gives comes from it; a program that lives does not ask again while it is alike.
            is_in_parts: whether `make` keeps parts of the content, for the next time: a program that lives calls it
                itself, and at its first run also for a file that stands.
        """
        self._target(name)
        self._pages.append(_Page(name, given, make, of, is_in_parts))

    def still(self, name: str) -> bool:
        """Keep a file that would be made from the same things; False when somebody touched it since."""
        if not self._living.still(("page", name)):
            return False
        made = self._living.now(("page", name))
        if not isinstance(made, _Made) or made.stamp != stamp_of_path(f"{self._folder}/{name}"):
            return False
        self._kept.add(name)
        self._digests[name] = made.digest
        self._memory.use(name)
        return True

    def still_all(self, names: Sequence[str]) -> list[bool]:
        """The same for many files."""
        places, folder = [("page", name) for name in names], f"{self._folder}/"
        self._living.still_all(places)
        made = map(self._living.now, places)
        stands = {
            name: each.digest
            for name, each in zip(names, made, strict=True)
            if isinstance(each, _Made) and each.stamp == stamp_of_path(folder + name)
        }
        self._digests.update(stands)
        self._kept.update(stands)
        self._memory.use(*stands)
        return [name in stands for name in names]

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

    def close(self, meanwhile: Callable[[], object] = nothing) -> None:
        """Make what is to be made, remove every file that was not put this time, then the folders left empty.

        Args:
            meanwhile: puts more files while other processes make theirs.
        """
        waiting = [page for page in self._pages if not self._is_known(page)]
        here = [page for page in waiting if page.is_in_parts and self._living.is_long]
        away = [page for page in waiting if not (page.is_in_parts and self._living.is_long)]
        stands = shared_out(away, self._stands, meanwhile=meanwhile) + [self._stands(page) for page in here]
        for page, made in zip((*away, *here), stands, strict=True):
            self._digests[made.name] = made.digest
            if page.of is not None:
                self._living.keep(("page", page.name), (page.of, self._under), made)
            if made.is_new and made.made_from is not None:
                self._memory.put(made.name, made.made_from, [made.digest, made.stamp])
        if self._left != self._kept:
            self._rid(str(self._folder), "")
        if self._living.is_long:
            self._living.keep("names", (), self._kept)

    def _rid(self, here: str, inside: str) -> bool:
        """Remove what was not put from a folder, and the folders left empty; whether something stays."""
        stays = False
        with os.scandir(here) as found:
            entries = list(found)
        for entry in entries:
            name = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                if self._rid(entry.path, f"{name}/"):
                    stays = True
                else:
                    Path(entry.path).rmdir()
            elif name in self._kept:
                stays = True
            else:
                Path(entry.path).unlink()
        return stays

    def _is_known(self, page: _Page) -> bool:
        """Whether this program made the page from the same things, and nobody touched it since."""
        made = self._living.known(("page", page.name), (page.of, self._under)) if page.of is not None else None
        if not isinstance(made, _Made) or made.stamp != stamp_of(self._target(page.name)):
            return False
        self._digests[made.name] = made.digest
        self._memory.use(made.name)
        return True

    def _stands(self, page: _Page) -> _Made:
        """The file as it stands in the folder now: that of an earlier run, when it would be made as it is."""
        target = self._target(page.name)
        given = page.given()
        if page.of is not None and self._living.has(("page", page.name)):
            made_from = None  # it has changed while this program lives: only its next start would ask for the imprint
        else:
            made_from = imprinted(self._imprinter, given, self._under)
        known = self._memory.get(page.name, made_from) if made_from is not None else None
        if known is not None and known[1] == stamp_of(target):
            if page.is_in_parts and self._living.is_long:
                page.make(given)
            return _Made(page.name, made_from, known[0], known[1], is_new=False)
        content = self._written(target, page.make(given))
        return _Made(page.name, made_from, content, stamp_of(target))

    def _written(self, target: Path, content: str | bytes) -> str:
        """The digest of what stands at the target now, which is written only where it differs."""
        data = self._veil.over(content).encode("utf-8", "replace") if isinstance(content, str) else content
        if not _holds(target, data):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return digest(data)

    def _target(self, name: str) -> Path:
        parts = name.split("/")
        if not {"", ".", ".."}.isdisjoint(parts):
            raise ValueError(f"{name} leaves the folder")
        self._kept.add(name)
        return self._folder / name


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _same_stamp(one: Path, other: Path) -> bool:
    a, b = one.stat(), other.stat()
    return a.st_size == b.st_size and a.st_mtime_ns == b.st_mtime_ns
