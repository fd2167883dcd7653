"""Handing the house over to somebody outside, and taking it back: nothing is overwritten, conflicts are told.

A pack holds the texts, the registers, the drafts and the journal, with a manifest: the SHA-256 of each file as it left.
When it comes back, each file is compared three ways: as it left, as it is here, as it is there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from classeur.errors import ClasseurError
from classeur.ledger.journal import Journal, append, read_journal
from classeur.ledger.receive import Incoming, look_at_copy, receive
from classeur.model.findings import Finding, Location
from classeur.model.journal import Actor, EntryDraft, EntryKind
from classeur.reading.files import TEXT_FOLDERS
from classeur.rules.registry import all_rules
from classeur.tasks.house import House
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator

MANIFEST = "handover.json"
_LEDGER = "releases"
_FOLDERS = (*TEXT_FOLDERS, "site_templates")
_FILES = ("mkdocs.yml", ".gitattributes", ".gitignore")
_PERSONAL = PurePosixPath("manual/registers/confirmations")
"""Confirmations of reading are personal data of the team: they stay at home."""


class Side(StrEnum):
    """What the copy did to a file that nobody touched here."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Taken:
    """A file to take from the copy; `before` is the SHA-256 of ours, empty when we have none."""

    path: PurePosixPath
    side: Side
    before: str = ""


@dataclass(frozen=True)
class MergePlan:
    """What a merge would do.

    Attributes:
        conflicts: the files that changed on both sides; theirs is set aside under `aside`.
    """

    copy: Path
    taken: tuple[Taken, ...]
    conflicts: tuple[Finding, ...]
    incoming: Incoming
    aside: PurePosixPath

    @property
    def refused(self) -> tuple[Finding, ...]:
        """Everything that a person has to look at."""
        return (*self.conflicts, *(each.finding for each in self.incoming.problems))

    @property
    def is_empty(self) -> bool:
        """Whether the copy brings nothing."""
        return not (self.taken or self.conflicts or self.incoming.links or self.incoming.problems)


def pack(house: House, target: Path, words: Translator, is_trial: bool = False) -> tuple[PurePosixPath, ...]:
    """Copy the house into a new folder, with its manifest; returns the paths.

    Raises:
        ClasseurError: the folder holds something, or cannot be written.
    """
    target = target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ClasseurError(
            words("{folder} is not empty: nothing was written.", folder=target),
            remedy=words("Give the name of a new folder."),
        )
    if target.resolve().is_relative_to(house.root.resolve()):
        raise ClasseurError(
            words("{folder} is inside the quality system itself.", folder=target),
            remedy=words("Give a folder elsewhere, such as a USB stick."),
        )
    texts = sorted(_files(house.root))
    released = sorted(_released(house.root))
    if is_trial:
        return (*texts, *released)
    try:
        digests = {str(path): _copied(house.root / path, target / path) for path in texts}
        for path in released:
            _copied(house.root / path, target / path)
        manifest = {"format": 1, "head": house.journal.head, "files": digests}
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (target / MANIFEST).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise _cannot_write(error, target, words) from error
    return (*texts, *released)


def plan_merge(house: House, copy: Path, now: dt.datetime, words: Translator) -> MergePlan:
    """Compare a copy that comes back with the house, three ways. Writes nothing.

    Raises:
        ClasseurError: the folder is no pack.
    """
    base = _manifest(copy, words)
    aside = PurePosixPath(CACHE_FOLDER, "handover", now.strftime("%Y-%m-%dT%H%M%SZ"))
    incoming = look_at_copy(copy, read_journal(copy), house.journal)
    disputed = {each.values.get("reference", "") for each in incoming.problems} - {""}
    ours = {path: _sha256(house.root / path) for path in _files(house.root)}
    theirs = {path: _sha256(copy / path) for path in _files(copy)}
    taken: list[Taken] = []
    conflicts: list[Finding] = []
    for path in sorted({*base, *ours, *theirs}):
        left, here, there = base.get(path, ""), ours.get(path, ""), theirs.get(path, "")
        if there in (left, here):
            continue
        document = house.binder.by_path.get(path)
        if here == left and not (document and document.reference in disputed):
            side = Side.REMOVED if not there else Side.CHANGED if here else Side.ADDED
            taken.append(Taken(path, side, here))
        else:
            conflicts.append(_conflict(house, path, aside / path if there else None, words))
    return MergePlan(copy, tuple(taken), tuple(conflicts), incoming, aside)


def carry_out_merge(plan: MergePlan, house: House, actor: Actor, now: dt.datetime, words: Translator) -> Journal:
    """Take in the journal, then the texts; what is replaced or refused is set aside in `.classeur/handover/`.

    Two ends of the journal are joined by an entry that says who took the copy back.

    Raises:
        ClasseurError: a file changed meanwhile, or cannot be written.
    """
    journal = house.journal
    try:
        if plan.incoming.links and not plan.incoming.problems:
            journal = receive(house.root, plan.copy, plan.incoming, journal)
            if len(journal.heads) > 1:
                journal = append(house.root, EntryDraft(EntryKind.JOIN, now, actor), journal)
        for conflict in plan.conflicts:
            path = PurePosixPath(conflict.where.path)
            if (plan.copy / path).is_file():
                _copied(plan.copy / path, house.root / plan.aside / path)
        for each in plan.taken:
            _take(plan, house, each, words)
    except OSError as error:
        raise _cannot_write(error, house.root, words) from error
    return journal


def _take(plan: MergePlan, house: House, each: Taken, words: Translator) -> None:
    ours = house.root / each.path
    if (_sha256(ours) if ours.is_file() else "") != each.before:
        raise ClasseurError(
            words("{path} was changed meanwhile.", path=each.path), remedy=words("Repeat the command: it goes on.")
        )
    if each.before:
        _copied(ours, house.root / plan.aside / "before" / each.path)
    if each.side is Side.REMOVED:
        ours.unlink()
    else:
        _copied(plan.copy / each.path, ours)


def _conflict(house: House, path: PurePosixPath, other: PurePosixPath | None, words: Translator) -> Finding:
    document = house.binder.by_path.get(path)
    shown = str(other) if other else words("the copy, where it was removed")
    values = {"path": str(path), "other": shown}
    return Finding(
        Location(path), "IN012", all_rules()["IN012"].severity, values, document.reference if document else None
    )


def _manifest(copy: Path, words: Translator) -> Mapping[PurePosixPath, str]:
    try:
        read: Any = json.loads((copy / MANIFEST).read_text("utf-8"))
        files = {PurePosixPath(str(path)): str(sha256) for path, sha256 in dict(read["files"]).items()}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ClasseurError(
            words(
                "{folder} was not made by `classeur handover pack`: its {file} is missing.", folder=copy, file=MANIFEST
            ),
            remedy=words("Give the folder that was packed, whole."),
        ) from error
    return {path: sha256 for path, sha256 in files.items() if _is_ours(path)}


def _is_ours(path: PurePosixPath) -> bool:
    """Whether a manifest may speak of this path: inside the folders that are packed, never above them."""
    parts = path.parts
    return bool(parts) and ".." not in parts and (str(path) in _FILES or (parts[0] in _FOLDERS and len(parts) > 1))


def _files(root: Path) -> Iterator[PurePosixPath]:
    """The files that a pack holds, the ledger left out."""
    yield from (PurePosixPath(name) for name in _FILES if (root / name).is_file())
    for folder in _FOLDERS:
        for path in _below(root, folder):
            if not path.name.startswith((".", "~$")) and _PERSONAL not in path.parents:
                yield path


def _released(root: Path) -> Iterator[PurePosixPath]:
    return (path for path in _below(root, _LEDGER) if not any(part.startswith(".tmp-") for part in path.parts))


def _below(root: Path, folder: str) -> Iterator[PurePosixPath]:
    for here, folders, names in os.walk(root / folder):
        folders.sort()
        for name in sorted(names):
            path = Path(here, name)
            if path.is_file() and not path.is_symlink():
                yield PurePosixPath(path.relative_to(root).as_posix())


def _copied(source: Path, target: Path) -> str:
    """Copy a file under a temporary name, then give it its own; returns its SHA-256."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, beside)
    beside.replace(target)
    return _sha256(target)


def _sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _cannot_write(error: OSError, folder: Path, words: Translator) -> ClasseurError:
    return ClasseurError(
        words(
            "{path} cannot be written: {problem}.",
            path=error.filename or folder,
            problem=disk_trouble(error, words),
        ),
        remedy=words("Choose another folder, free some space, or ask for the right to write there."),
    )
