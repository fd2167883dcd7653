"""Putting a damaged ledger in order without losing anything: things are moved to the quarantine or restored.

- Leftovers, foreign files, conflict copies and added files go to `releases/quarantine/<stamp>/`, under their own path.
- An altered or missing file comes back when a copy with the same SHA-256 is found in the folders given, or in the
  quarantine; otherwise it stays as it is and is told.
- A release folder without an entry goes to the quarantine: who approved it cannot be made up. Releasing the same
  content again, before repairing, completes it instead. It stays while entries are lost, as it may be theirs.
- What only a person can decide (two contents for one version, two beginnings, a known head that is absent) is left.
- An `incident` entry tells what was done; a `join` entry heals two heads when nothing else was to do.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.ledger.entries import ENTRY_NAME, entry_path
from classeur.ledger.file_layer import DISK, FileLayer
from classeur.ledger.journal import Journal, add, read_journal, ready
from classeur.ledger.lock import one_writer
from classeur.ledger.names import JOURNAL, QUARANTINE, RELEASES, TEMPORARY
from classeur.ledger.plain_files import read_plain
from classeur.ledger.problems import LedgerDamaged, LedgerProblem, Trouble, problem
from classeur.ledger.verify import LedgerReport
from classeur.model.findings import Severity
from classeur.model.journal import Actor, EntryDraft, EntryKind

_SET_ASIDE = {Trouble.LEFTOVER, Trouble.FOREIGN_FILE, Trouble.CONFLICT_COPY, Trouble.FILE_ADDED}
_ENTRY_LOST = {Trouble.ENTRY_ALTERED, Trouble.ENTRY_MISSING, Trouble.ENTRY_MALFORMED, Trouble.JOURNAL_GONE}


@dataclass(frozen=True)
class Move:
    """Something that goes to the quarantine; the path is relative to the house."""

    path: str
    code: str


@dataclass(frozen=True)
class Restore:
    """A file that comes back from a copy whose SHA-256 is the right one."""

    path: str
    source: Path
    sha256: str


@dataclass(frozen=True)
class RepairPlan:
    """What a repair would do, and what it leaves to a person."""

    moves: tuple[Move, ...] = ()
    restores: tuple[Restore, ...] = ()
    left: tuple[LedgerProblem, ...] = ()
    joins: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.moves or self.restores or self.joins)


def plan_repair(root: Path, report: LedgerReport, sources: Iterable[Path] = ()) -> RepairPlan:
    """What can be put in order. Reads the copies in `sources`, writes nothing."""
    copies = _Copies((*sources, root / RELEASES))
    lost = any(each.code in _ENTRY_LOST or _hides_an_entry(each) for each in report.problems)
    lost = lost or any(link.entry is None for link in report.journal.links.values())
    moves: list[Move] = []
    restores: list[Restore] = []
    left: list[LedgerProblem] = []
    for each in report.problems:
        restored = _restored(root, each, copies)
        if _goes_away(each, restored, lost):
            moves.append(Move(str(each.path), each.code))
        if restored:
            restores.append(restored)
        if not restored and not _goes_away(each, restored, lost) and each.severity is not Severity.NOTE:
            left.append(each)
    joins = any(each.code == Trouble.TWO_HEADS for each in left) and not (moves or restores)
    kept = tuple(each for each in left if not (joins and each.code == Trouble.TWO_HEADS))
    return RepairPlan(tuple(moves), tuple(restores), kept, joins)


def carry_out(plan: RepairPlan, root: Path, actor: Actor, now: dt.datetime, layer: FileLayer = DISK) -> Journal:
    """Do what the plan says, then tell it in the journal if that is sound again; returns the journal as it is now.

    Raises:
        LedgerDamaged: a copy is no longer what it was when the plan was made.
    """
    with one_writer(root):
        quarantine = _fresh(root, now)
        for move in plan.moves:
            _move(root, move.path, f"{quarantine}/{move.path.removeprefix(f'{RELEASES}/')}", layer)
        for restore in plan.restores:
            _restore(root, restore, layer)
        journal = read_journal(root)
        if plan.is_empty or journal.damage or not journal.links:
            return journal
        kind = EntryKind.JOIN if plan.joins else EntryKind.INCIDENT
        draft = EntryDraft(kind, now, actor, details=_told(plan, quarantine))
        return add(root, draft, ready(root, journal), layer)


def _goes_away(each: LedgerProblem, restored: Restore | None, lost: bool) -> bool:
    """Whether this file or folder leaves its place."""
    if each.code in _SET_ASIDE or each.code == Trouble.ENTRY_UNFINISHED:
        return True
    if each.code == Trouble.FOLDER_WITHOUT_ENTRY:
        return not lost
    return restored is not None and each.code not in (Trouble.FILE_MISSING, Trouble.ENTRY_MISSING)


def _hides_an_entry(each: LedgerProblem) -> bool:
    """Whether something that is no file to be read stands at the place of an entry: a pipe, a folder of that name."""
    if each.path.parent.name != JOURNAL:
        return False
    is_named_so = ENTRY_NAME.fullmatch(each.path.name) is not None
    return each.code == Trouble.UNREADABLE or (each.code == Trouble.FOREIGN_FILE and is_named_so)


def _restored(root: Path, each: LedgerProblem, copies: _Copies) -> Restore | None:
    path = str(each.path)
    if each.code == Trouble.ENTRY_RENAMED:
        right = entry_path(each.values["right"])
        sha256 = hashlib.sha256((root / path).read_bytes()).hexdigest()
        return Restore(right, root / path, sha256) if not (root / right).exists() else None
    if each.code in (Trouble.ENTRY_ALTERED, Trouble.ENTRY_UNFINISHED, Trouble.ENTRY_MISSING) or _hides_an_entry(each):
        return copies.entry(each.path.name)
    if each.code in (Trouble.FILE_ALTERED, Trouble.FILE_MISSING, Trouble.UNREADABLE) and "sha256" in each.values:
        return copies.file(path, each.values["sha256"])
    return None


class _Copies:
    """The folders where a good copy may be; their names are listed once, when something is looked for."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._by_name: dict[str, list[Path]] | None = None

    def file(self, path: str, sha256: str) -> Restore | None:
        """A copy of a released file: one with the same name first, then any with the same content."""
        named = self._named()
        name = PurePosixPath(path).name
        for source in [*named.get(name, []), *(each for other in named if other != name for each in named[other])]:
            if _sha256(source) == sha256:
                return Restore(path, source, sha256)
        return None

    def entry(self, name: str) -> Restore | None:
        """A copy of an entry, whatever number stands before its hash, or whatever name a person gave it."""
        matched = ENTRY_NAME.fullmatch(name)
        if matched is None:
            return None
        named = self._named()
        likely = [each for other in named if matched[2] in other for each in named[other]]
        for source in likely:
            sha256 = _sha256(source)
            if sha256.startswith(matched[2]):
                own = source.name if ENTRY_NAME.fullmatch(source.name) else name
                return Restore(entry_path(own), source, sha256)
        return None

    def _named(self) -> dict[str, list[Path]]:
        if self._by_name is None:
            self._by_name = {}
            for folder in self._folders:
                for each in sorted(folder.rglob("*")) if folder.is_dir() else ():
                    if each.is_file() and not each.is_symlink():
                        self._by_name.setdefault(each.name, []).append(each)
        return self._by_name


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(read_plain(str(path))).hexdigest()
    except OSError:
        return ""


def _fresh(root: Path, now: dt.datetime) -> str:
    """A folder of the quarantine that nobody has used."""
    base = f"{RELEASES}/{QUARANTINE}/{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    place, number = base, 1
    while (root / place).exists():
        number += 1
        place = f"{base}-{number}"
    return place


def _move(root: Path, path: str, to: str, layer: FileLayer) -> None:
    source, final = root / path, root / to
    if not source.exists() and not source.is_symlink():
        return
    _folders(root, PurePosixPath(to).parent, layer)
    layer.rename_dir(source, final)
    layer.fsync_dir(final.parent)
    layer.fsync_dir(source.parent)


def _restore(root: Path, restore: Restore, layer: FileLayer) -> None:
    final = root / restore.path
    source = restore.source
    data = source.read_bytes() if source.is_file() else _from_quarantine(root, restore)
    if hashlib.sha256(data).hexdigest() != restore.sha256:
        raise LedgerDamaged([problem(Trouble.FILE_ALTERED, str(source), sha256=restore.sha256)])
    if final.is_file() and _sha256(final) == restore.sha256:
        return
    _folders(root, PurePosixPath(restore.path).parent, layer)
    temporary = final.parent / f"{TEMPORARY}{uuid.uuid4().hex}"
    layer.write(temporary, data)
    layer.publish(temporary, final)
    layer.fsync_dir(final.parent)


def _from_quarantine(root: Path, restore: Restore) -> bytes:
    """The source was itself a misplaced file of the ledger, which this repair has just set aside."""
    for each in sorted((root / RELEASES / QUARANTINE).rglob(restore.source.name), reverse=True):
        if each.is_file() and _sha256(each) == restore.sha256:
            return each.read_bytes()
    raise LedgerDamaged([problem(Trouble.FILE_MISSING, str(restore.source), sha256=restore.sha256)])


def _folders(root: Path, path: PurePosixPath, layer: FileLayer) -> None:
    for parent in [*reversed(path.parents), path]:
        if str(parent) != "." and not (root / parent).is_dir():
            layer.mkdir(root / parent)


def _told(plan: RepairPlan, quarantine: str) -> dict[str, object]:
    told: dict[str, object] = {}
    if plan.moves:
        told["quarantine"] = quarantine
        told["moved"] = [{"path": each.path, "code": each.code} for each in plan.moves]
    if plan.restores:
        told["restored"] = [{"path": each.path, "sha256": each.sha256} for each in plan.restores]
    if plan.left:
        told["left"] = [{"path": str(each.path), "code": each.code} for each in plan.left]
    return told
