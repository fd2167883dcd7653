"""A site put where its readers are: prepared whole beside it, then file after file renamed over the old one.

A reader meets the old page or the new one, never a half of either. A folder cannot be exchanged at once on every
system (ADR 0052), but a rename can: everything that may fail for want of space comes before the first one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

_PREPARED = ".classeur-next"
_TRIES, _PAUSE = 20, 0.05
"""Windows refuses to replace a file that a browser reads at this instant: seconds between tries."""


def put_in_place(
    made: Path, site_dir: Path, kept: frozenset[str] | None = frozenset(), *, is_taken: bool = False
) -> tuple[str, ...]:
    """Make `site_dir` hold exactly the files of `made`; files that say the same are left alone.

    What pages need (styles, scripts, pictures, the search index) comes before the pages; what is no longer there goes
    last. Stopped half-way, the next call finishes. Names at the top that begin with a dot stay: they belong to whoever
    serves the site.

    Args:
        kept: other files of the site that stay as they are; None for all of them.
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
    new = set(_files(made))
    source, target = str(made), str(site_dir)
    written = sorted((name for name in new if not _is_same(f"{source}/{name}", f"{target}/{name}")), key=_order)
    moved = _moved(written, site_dir)
    try:
        waiting = made if is_taken and _is_within_reach(made, prepared) else _prepared(made, written, prepared)
        for name in moved:
            _make_folder((site_dir / name).parent, site_dir)
        for name in moved:
            _replace(waiting / name, site_dir / name)
    finally:
        shutil.rmtree(prepared, ignore_errors=True)
    return (*written, *(() if kept is None else _rid_of_others(site_dir, new | kept)))


def _rid_of_others(site_dir: Path, kept: set[str]) -> list[str]:
    """Remove the files that are not to stay, and the folders left empty; their names."""
    gone = sorted(name for name in set(_files(site_dir)) - kept if not name.startswith("."))
    for name in gone:
        (site_dir / name).unlink(missing_ok=True)
    _drop_empty_folders(site_dir)
    return gone


def _moved(written: Sequence[str], site_dir: Path) -> list[str]:
    """What is renamed: files, and whole folders that the site has not; those that hold pages last."""
    is_there: dict[str, bool] = {}
    pages: dict[str, bool] = {}
    for name in written:
        whole, end = name, name.find("/")
        while end > 0:  # each folder, from the top
            folder = name[:end]
            if folder not in is_there:
                is_there[folder] = os.path.lexists(f"{site_dir}/{folder}")
            if not is_there[folder]:
                whole = folder
                break
            end = name.find("/", end + 1)
        pages[whole] = pages.get(whole, False) or name.endswith(".html")
    return sorted(pages, key=lambda name: (pages[name], name))


def _is_within_reach(made: Path, prepared: Path) -> bool:
    """Whether what was made can be renamed to the site: a folder is, to see; another disk refuses it."""
    tried = made / _PREPARED
    with contextlib.suppress(OSError):
        tried.mkdir()
        tried.rename(prepared)
        return True
    with contextlib.suppress(OSError):
        tried.rmdir()
    return False


def _prepared(made: Path, written: Iterable[str], prepared: Path) -> Path:
    """Copies of these files, on the disk of the site."""
    for name in written:
        (prepared / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(made / name, prepared / name)
    return prepared


def _order(name: str) -> tuple[bool, str]:
    """Pages last: they must not ask for what is not there yet."""
    return name.endswith(".html"), name


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


def _is_same(one: str, other: str) -> bool:
    try:
        second = os.stat(other)  # noqa: PTH116  (a Path costs more than the question)
        first = os.stat(one)  # noqa: PTH116
        if first.st_size != second.st_size:
            return False
        return first.st_mtime_ns == second.st_mtime_ns or Path(one).read_bytes() == Path(other).read_bytes()
    except OSError:
        return False


def _files(folder: Path) -> Iterator[str]:
    top = str(folder)
    for here, _, names in os.walk(top):
        inside = f"{here[len(top) + 1 :].replace(os.sep, '/')}/" if here != top else ""
        yield from (inside + name for name in names)


def _drop_empty_folders(folder: Path) -> None:
    top = str(folder)
    for here, folders, names in os.walk(top, topdown=False):
        if not names and here != top and not any(os.path.lexists(os.path.join(here, name)) for name in folders):
            with contextlib.suppress(OSError):  # somebody has just put something into it
                Path(here).rmdir()
