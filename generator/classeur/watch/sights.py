"""What stands in the watched folders at one moment: enough to know what was saved since."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from classeur.reading.files import TEXT_FOLDERS, is_leftover

WATCHED_FOLDERS = (*TEXT_FOLDERS, "releases/journal", "site_templates")
"""A release is seen by its entry in the journal; the site's own folder is never looked at."""

WATCHED_FILES = ("mkdocs.yml",)
_PASSING = re.compile(r"^4913$|^~|^desktop\.ini$|^Thumbs\.db$|\.(?:crdownload|part|partial|download)$", re.IGNORECASE)
"""What editors, synchronisers and browsers put down for a moment, beside the leftovers that `check` tells of."""


class FolderGoneError(Exception):
    """None of the folders of texts can be reached: the share has gone, or the folder was moved."""


@dataclass(frozen=True)
class Mark:
    """One file as the disk describes it: when it was last written (ns since 1970), and its bytes."""

    modified: int
    size: int


Sight = Mapping[str, Mark]
"""Each watched file by its path in the house, with `/`."""


def look(root: Path) -> Sight:
    """What stands in the watched folders now; links are not followed.

    Raises:
        FolderGoneError: no folder of texts is there.
    """
    if not stands(root):
        raise FolderGoneError
    marks: dict[str, Mark] = {}
    for name in WATCHED_FOLDERS:
        marks.update(_files(os.path.join(root, name), name))
    for name in WATCHED_FILES:
        try:
            described = (root / name).stat()
        except OSError:
            continue
        marks[name] = Mark(described.st_mtime_ns, described.st_size)
    return marks


def stands(root: Path) -> bool:
    """Whether the house can be reached: one of its folders of texts is there."""
    return any((root / name).is_dir() for name in TEXT_FOLDERS)


def changes(before: Sight, after: Sight) -> frozenset[str]:
    """The files that came, went, or were written again."""
    return frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def is_readable(root: Path, name: str) -> bool:
    """Whether nobody keeps the file for himself, as Windows lets a program do while it writes."""
    try:
        with open(root / name, "rb"):
            return True
    except PermissionError:
        return False
    except OSError:  # gone meanwhile: the next look tells
        return True


def is_passing(name: str) -> bool:
    """Whether a file of that name is an editor's or a synchroniser's own: no text to look at."""
    return name.startswith(".") or is_leftover(name) or bool(_PASSING.search(name))


def _files(folder: str, path: str) -> Iterator[tuple[str, Mark]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # a folder that went while we looked
        return
    for entry in entries:
        if is_passing(entry.name):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{path}/{entry.name}")
            else:
                described = entry.stat(follow_symlinks=False)
                yield f"{path}/{entry.name}", Mark(described.st_mtime_ns, described.st_size)
        except OSError:
            continue
