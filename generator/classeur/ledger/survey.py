"""What stands in `releases/`: the release folders, and everything that has no business there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from classeur.ledger.names import JOURNAL, QUARANTINE, RELEASES, TEMPORARY
from classeur.ledger.plain_files import entries_in
from classeur.ledger.problems import LedgerProblem, Trouble, problem
from classeur.model.conflict_copies import is_conflict_copy


@dataclass(frozen=True)
class Survey:
    """The folders by reference, each with the names of its versions; and the strangers."""

    folders: dict[str, tuple[str, ...]]
    strangers: tuple[LedgerProblem, ...]


def survey(root: Path) -> Survey:
    """Look at the names in `releases/`, two levels deep; no file is opened."""
    releases = str(root / RELEASES)
    folders: dict[str, tuple[str, ...]] = {}
    strangers = list(_leftovers(f"{releases}/{JOURNAL}"))
    for each in _inside(releases):
        is_folder = each.is_dir(follow_symlinks=False)
        if each.name in (JOURNAL, QUARANTINE):
            strangers += [] if is_folder else [problem(Trouble.UNREADABLE, f"{RELEASES}/{each.name}")]
        elif not is_folder or each.name.startswith(TEMPORARY):
            strangers.append(stranger(each.name, f"{RELEASES}/{each.name}"))
        else:
            versions = []
            for inside in entries_in(each.path):
                if inside.is_dir(follow_symlinks=False) and not inside.name.startswith(TEMPORARY):
                    versions.append(inside.name)
                else:
                    strangers.append(stranger(inside.name, f"{RELEASES}/{each.name}/{inside.name}"))
            folders[each.name] = tuple(versions)
    return Survey(folders, tuple(strangers))


def stranger(name: str, path: str) -> LedgerProblem:
    """What to call a file that the ledger did not write, or did not finish to write."""
    if name.startswith(TEMPORARY):
        return problem(Trouble.LEFTOVER, path)
    if is_conflict_copy(name):
        return problem(Trouble.CONFLICT_COPY, path)
    return problem(Trouble.FOREIGN_FILE, path)


def _leftovers(journal: str) -> Iterator[LedgerProblem]:
    for each in _inside(journal):
        if each.name.startswith(TEMPORARY):
            yield problem(Trouble.LEFTOVER, f"{RELEASES}/{JOURNAL}/{each.name}")


def _inside(folder: str) -> list[os.DirEntry[str]]:
    try:
        return entries_in(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
