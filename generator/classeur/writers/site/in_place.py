"""A site put where its readers are: prepared whole beside it, then file after file renamed over the old one.

A reader meets the old page or the new one, never a half of either. A folder cannot be exchanged at once on every
system (ADR 0052), but a rename can: everything that may fail for want of space comes before the first one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

_PREPARED = ".classeur-next"
_TRIES, _PAUSE = 20, 0.05
"""Windows refuses to replace a file that a browser reads at this instant: seconds between tries."""


def put_in_place(
    made: Path, site_dir: Path, kept: frozenset[str] = frozenset(), *, is_taken: bool = False
) -> tuple[str, ...]:
    """Make `site_dir` hold exactly the files of `made`; files that say the same are left alone.

    What pages need (styles, scripts, pictures, the search index) comes before the pages; what is no longer there goes
    last. Stopped half-way, the next call finishes. Names at the top that begin with a dot stay: they belong to whoever
    serves the site.

    Args:
        kept: other files of the site that stay as they are.
        is_taken: whether the files of `made` may be moved away instead of copied.

    Returns:
        The files written or removed, relative to the site, with `/`.

    Raises:
        OSError: the disk is full or refuses; nothing that readers see has then been touched, unless it fell while
            renaming.
    """
    site_dir.mkdir(parents=True, exist_ok=True)
    prepared = site_dir / _PREPARED
    shutil.rmtree(prepared, ignore_errors=True)
    new, old = set(_files(made)), {name for name in _files(site_dir) if not name.startswith(f"{_PREPARED}/")}
    written = sorted((name for name in new if not _is_same(made / name, site_dir / name)), key=_order)
    try:
        for name in written:
            (prepared / name).parent.mkdir(parents=True, exist_ok=True)
            _prepare(made / name, prepared / name, is_taken)
        for name in written:
            _make_folder((site_dir / name).parent, site_dir)
        for name in written:
            _replace(prepared / name, site_dir / name)
    finally:
        shutil.rmtree(prepared, ignore_errors=True)
    gone = sorted(name for name in old - new - kept if not name.startswith("."))
    for name in gone:
        if (site_dir / name).is_file():  # else a folder has taken its place, or a file that of its folder
            (site_dir / name).unlink()
    _drop_empty_folders(site_dir)
    return (*written, *gone)


def _order(name: str) -> tuple[bool, str]:
    """Pages last: they must not ask for what is not there yet."""
    return name.endswith(".html"), name


def _prepare(made: Path, prepared: Path, is_taken: bool) -> None:
    if is_taken:
        with contextlib.suppress(OSError):  # on another disk
            made.replace(prepared)
            return
    shutil.copy2(made, prepared)


def _replace(prepared: Path, target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    for tried in range(_TRIES):
        try:
            prepared.replace(target)
        except PermissionError:
            if tried == _TRIES - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _make_folder(folder: Path, site_dir: Path) -> None:
    """A folder of the site, also where a file of that name was."""
    for each in (folder, *folder.parents):
        if each == site_dir or each.is_dir():
            break
        if each.exists():
            each.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _is_same(one: Path, other: Path) -> bool:
    try:
        first, second = one.stat(), other.stat()
        if first.st_size != second.st_size:
            return False
        return first.st_mtime_ns == second.st_mtime_ns or one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _files(folder: Path) -> Iterator[str]:
    for here, _, names in os.walk(folder):
        yield from (Path(here, name).relative_to(folder).as_posix() for name in names)


def _drop_empty_folders(folder: Path) -> None:
    for here, _, _ in os.walk(folder, topdown=False):
        if Path(here) != folder:
            with contextlib.suppress(OSError):  # it holds something
                Path(here).rmdir()
