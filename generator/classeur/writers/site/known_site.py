"""A site as this program left it: what each file was made from, and what the disk said of it then.

A program that lives asks at each save which of these files are to be made again. When more than staged files has
changed, when somebody touched the site, or when nobody knows, there is no answer: the whole site is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from classeur.writers.memory.stamps import stamp_of_path
from classeur.writers.site.engine import Stage


@dataclass(frozen=True)
class SiteFile:
    """A file of the site, and the staged one that it comes from.

    Attributes:
        name: in the site; `staged` in the folder of staged pages; `source` is its path on the disk.
    """

    name: str
    staged: str
    source: str
    is_page: bool

    @cached_property
    def key(self) -> str:
        """The staged file's name among the digests of a stage."""
        return f"pages/{self.staged}"


@dataclass(frozen=True)
class KnownSite:
    """What was left in a site's folder.

    Attributes:
        shared: the imprint of what all its pages share.
        staged: the names of the staged files.
        files: those that come from one staged file each; the others are the same for the same `shared` and `staged`.
        made_from: for each of these, the digest of its page or the stamp of its source.
        stamps: of every file of the site.
        folders: when an entry of each folder below the site came or went last, in nanoseconds.
        top: the names at the top.
    """

    shared: str
    staged: frozenset[str]
    files: tuple[SiteFile, ...]
    made_from: Mapping[str, str]
    stamps: Mapping[str, str]
    folders: Mapping[str, int]
    top: frozenset[str]

    @staticmethod
    def of(site: Path, stage: Stage, shared: str, files: Iterable[SiteFile]) -> KnownSite | None:
        """The site as it stands now; None when a page has no digest, so that nobody can tell when it changes."""
        if stage.names is None:
            return None
        listed, made_from = tuple(files), {}
        for each in listed:
            made_from[each.name] = _made_from(each, stage)
        if "" in made_from.values():
            return None
        stamps, folders = {}, {}
        for here, below, names in os.walk(site):
            inside = "" if here == str(site) else os.path.relpath(here, site).replace(os.sep, "/") + "/"
            below[:] = [name for name in below if inside or not name.startswith(".")]
            names[:] = [name for name in names if inside or not name.startswith(".")]
            stamps.update({inside + name: stamp_of_path(os.path.join(here, name)) for name in names})
            if inside:
                folders[inside] = _changed(here)
        return KnownSite(shared, stage.names, listed, made_from, stamps, folders, _top(site))

    def to_make_again(self, site: Path, stage: Stage, shared: str) -> tuple[SiteFile, ...] | None:
        """The files whose source has changed; None when the whole site is to be looked at."""
        if shared != self.shared or stage.names != self.staged or _top(site) != self.top:
            return None
        at = str(site) + os.sep
        try:
            if any(_changed(at + name) != changed for name, changed in self.folders.items()):
                return None
        except OSError:
            return None
        if any(stamp_of_path(at + name) != stamp for name, stamp in self.stamps.items()):
            return None
        digests, made_from = stage.digests, self.made_from
        return tuple(
            each
            for each in self.files
            if made_from[each.name] != (digests.get(each.key, "") if each.is_page else stamp_of_path(each.source))
        )

    def after(self, site: Path, stage: Stage, changed: Iterable[SiteFile]) -> KnownSite:
        """The same once these files were made again."""
        listed = tuple(changed)
        at = str(site) + os.sep
        made_from = {**self.made_from, **{each.name: _made_from(each, stage) for each in listed}}
        stamps = {**self.stamps, **{each.name: stamp_of_path(at + each.name) for each in listed}}
        inside = {each.name.rpartition("/")[0] + "/" for each in listed} - {"/"}
        folders = {**self.folders, **{name: _changed(at + name) for name in inside}}
        return KnownSite(self.shared, self.staged, self.files, made_from, stamps, folders, self.top)


def _made_from(file: SiteFile, stage: Stage) -> str:
    return stage.digests.get(file.key, "") if file.is_page else stamp_of_path(file.source)


def _changed(folder: str) -> int:
    """When an entry of a folder came or went last, in nanoseconds."""
    return os.stat(folder).st_mtime_ns  # noqa: PTH116  (a Path costs more than the question)


def _top(site: Path) -> frozenset[str]:
    try:
        return frozenset(name for name in os.listdir(site) if not name.startswith("."))
    except OSError:
        return frozenset()
