"""The second of two files that synchronisers make when two people changed the same one."""

from __future__ import annotations

import re
from collections.abc import Set
from pathlib import PurePosixPath

_MARK = re.compile(
    r"\((?:copie en conflit|conflicted copy|[^()]*'s conflicted copy).*\)|\((?:copie|copy)(?: \d+)?\)|\(\d{1,2}\)$|"
    r"\s[-–]\s(?:copie|copy)(?:\s*\(\d+\))?$|^copie(?:\s*\(\d+\))? de\s|^copy(?:\s*\(\d+\))? of\s|\.sync-conflict-|"
    r"_conf\(\d+\)",
    re.IGNORECASE,
)


def is_marked_as_copy(stem: str) -> bool:
    """Whether a name without extension bears the mark of OneDrive, Dropbox, Nextcloud, Syncthing or Windows."""
    return bool(_MARK.search(stem))


def is_conflict_copy(name: str, expected: Set[str] = frozenset()) -> bool:
    """Whether a synchroniser made this file: a mark in its name, or OneDrive's `a-COMPUTER.md` beside `a.md`.

    Args:
        name: a path, with `/`; only its last part bears the mark.
        expected: the paths of the files that have a reason to be there.
    """
    path = PurePosixPath(name)
    if is_marked_as_copy(path.stem):
        return True
    folder = f"{path.parent}/" if str(path.parent) != "." else ""
    dashes = (place for place, character in enumerate(path.stem) if character == "-" and place)
    return any(f"{folder}{path.stem[:place]}{path.suffix}" in expected for place in dashes)
