"""Every state that a power cut may leave: each prefix of the operations, each subset of those that no fsync covers.

The recorder notes what the ledger asks of the disk, one operation at a time. A file's data that was not synced may be
absent, cut in half, all zeros or whole; a name that was not synced in its folder may be there or not.
"""

from __future__ import annotations

import datetime as dt
import errno
import itertools
import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.file_layer import FileLayer
from classeur.ledger.journal import Journal, load
from classeur.ledger.problems import LedgerDamaged
from classeur.ledger.repair import carry_out, plan_repair
from classeur.ledger.verify import LedgerVerdict, verify
from tests.faults.ledgers import ACTOR, AT, QUICK


class Kind(StrEnum):
    """What the disk was asked."""

    MKDIR = "mkdir"
    CREATE = "create"
    DATA = "data"
    LINK = "link"
    UNLINK = "unlink"
    RENAME = "rename"
    FSYNC = "fsync"
    FSYNC_DIR = "fsync_dir"


@dataclass(frozen=True)
class Operation:
    """One thing asked of the disk; paths are relative to the house."""

    kind: Kind
    path: str
    to: str = ""
    data: bytes = b""

    @property
    def folder(self) -> str:
        """The folder whose fsync makes this operation last."""
        return os.path.dirname(self.to or self.path)


class Recorder(FileLayer):
    """The real protocol of the ledger on a disk that notes everything."""

    def __init__(self, root: Path, *, syncs: bool = True, links: bool = True) -> None:
        self.operations: list[Operation] = []
        self._root = root
        self._syncs = syncs
        self._links = links

    def _note(self, kind: Kind, path: Path, to: Path | None = None, data: bytes = b"") -> None:
        self.operations.append(Operation(kind, self._relative(path), self._relative(to) if to else "", data))

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix() if path != self._root else ""

    def mkdir(self, folder: Path, *, lasting: bool = True) -> None:
        if not folder.is_dir():
            folder.mkdir()
            self._note(Kind.MKDIR, folder)
        if lasting:
            self.fsync_dir(folder.parent)

    def write(self, path: Path, data: bytes) -> None:
        with open(path, "xb") as file:
            file.write(data)
        self._note(Kind.CREATE, path)
        self._note(Kind.DATA, path, data=data)
        if self._syncs:
            self._note(Kind.FSYNC, path)

    def rename_dir(self, folder: Path, final: Path) -> None:
        super().rename_dir(folder, final)
        self._note(Kind.RENAME, folder, final)

    def fsync_dir(self, folder: Path) -> None:
        if self._syncs:
            self._note(Kind.FSYNC_DIR, folder)

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self._note(Kind.UNLINK, path)

    def _link(self, temporary: Path, final: Path) -> None:
        if not self._links:
            raise OSError(errno.EPERM, "links are refused here")
        super()._link(temporary, final)
        self._note(Kind.LINK, temporary, final)


Kept = tuple[Operation, str]
"""An operation that reached the disk, and how much of its data did: absent, half, zeros, full."""


@dataclass(frozen=True)
class State:
    """What the disk holds after the cut; `is_whole` when all had been asked, so that success may have been told."""

    kept: tuple[Kept, ...]
    is_whole: bool


def states(operations: Sequence[Operation], most: int, chance: random.Random) -> Iterator[State]:
    """Every state, or `most` of each prefix drawn at random when there are more."""
    seen: set[tuple[bool, tuple[Kept, ...]]] = set()
    for done in range(len(operations) + 1):
        lasting, pending = _after(operations[:done])
        choices = [
            ["absent", "half", "zeros", "full"] if o.kind is Kind.DATA else ["absent", "full"] for _, o in pending
        ]
        drawn: Iterator[tuple[str, ...]] = itertools.product(*choices)
        if _product(choices) > most:
            drawn = (tuple(chance.choice(each) for each in choices) for _ in range(most))
        for chosen in drawn:
            left = [(place, o, how) for (place, o), how in zip(pending, chosen, strict=True) if how != "absent"]
            kept = sorted([*((place, o, "full") for place, o in lasting), *left], key=lambda each: each[0])
            state = State(tuple((o, how) for _, o, how in kept), done == len(operations))
            if (state.is_whole, state.kept) not in seen:
                seen.add((state.is_whole, state.kept))
                yield state


def _after(done: Sequence[Operation]) -> tuple[list[tuple[int, Operation]], list[tuple[int, Operation]]]:
    """The operations that are sure to be on the disk, and those that may be."""
    lasting: list[tuple[int, Operation]] = []
    pending: list[tuple[int, Operation]] = []
    for place, operation in enumerate(done):
        if operation.kind not in (Kind.FSYNC, Kind.FSYNC_DIR):
            pending.append((place, operation))
            continue
        covered = [each for each in pending if _covers(operation, each[1])]
        lasting += covered
        pending = [each for each in pending if each not in covered]
    return lasting, pending


def _covers(sync: Operation, other: Operation) -> bool:
    if sync.kind is Kind.FSYNC:
        return other.kind is Kind.DATA and other.path == sync.path
    return other.kind is not Kind.DATA and other.folder == sync.path


def _product(choices: Sequence[Sequence[str]]) -> int:
    total = 1
    for each in choices:
        total *= len(each)
    return total


def build(before: Path, folder: Path, state: State) -> None:
    """Make the disk as the cut left it."""
    shutil.copytree(before, folder)
    held = {o.path: _data(o, how) for o, how in state.kept if o.kind is Kind.DATA}
    for operation, _ in state.kept:
        path, to = folder / operation.path, folder / (operation.to or operation.path)
        if operation.kind is Kind.MKDIR and path.parent.is_dir():
            path.mkdir(exist_ok=True)
        elif operation.kind is Kind.CREATE and path.parent.is_dir():
            path.write_bytes(held.get(operation.path, b""))
        elif operation.kind is Kind.LINK and to.parent.is_dir():
            to.write_bytes(held.get(operation.path, b""))
        elif operation.kind is Kind.RENAME and path.is_dir():
            path.rename(to)
        elif operation.kind is Kind.UNLINK and path.exists():
            path.unlink()


def _data(operation: Operation, how: str) -> bytes:
    match how:
        case "half":
            return operation.data[: len(operation.data) // 2]
        case "zeros":
            return bytes(len(operation.data))
        case _:
            return operation.data


Act = Callable[[Path, Journal, FileLayer], Journal]
"""What is cut: an act that adds to the ledger; doing it again must complete it."""


@dataclass(frozen=True)
class Explored:
    """How many states were met, and what was wrong in them."""

    operations: int
    states: int
    violations: tuple[str, ...]


def explore(
    folder: Path, before: Path, act: Act, *, syncs: bool = True, links: bool = True, most: int = 4096, seed: int = 1
) -> Explored:
    """Cut the act in every way: the old releases stay intact, and the new one is whole or not there at all."""
    live = folder / "live"
    shutil.copytree(before, live)
    recorder = Recorder(live, syncs=syncs, links=links)
    act(live, load(live), recorder)
    goal = set(_entries(live))
    old = set(_entries(before))
    violations: list[str] = []
    count = 0
    for state in states(recorder.operations, most, random.Random(seed)):
        count += 1
        cut = folder / "cut"
        build(before, cut, state)
        told = _wrong(cut, state, act, old, goal, repairs_first=bool(count % 2))
        violations += [f"state {count}: {each}" for each in told]
        shutil.rmtree(cut)
    shutil.rmtree(live)
    return Explored(len(recorder.operations), count, tuple(violations))


def _entries(root: Path) -> list[str]:
    return [entry.hash for entry in load(root).entries]


def _wrong(cut: Path, state: State, act: Act, old: set[str], goal: set[str], repairs_first: bool) -> Iterator[str]:
    """What must never be seen after a cut."""
    report = verify(cut, heads=old)
    present = {entry.hash for entry in report.journal.entries}
    if not old <= present:
        yield "an old entry is lost"
    told = [each for each in report.problems if each.code in ("LG014", "LG015", "LG016", "LG012", "LG001")]
    if told:
        yield f"a committed file is damaged: {told[0].code} {told[0].path}"
    if state.is_whole and not (goal <= present and report.verdict is not LedgerVerdict.ERROR):
        yield "what was acknowledged is not there"
    try:
        if repairs_first:
            _repair(cut)
        try:
            act(cut, load(cut), QUICK)
        except LedgerDamaged:
            _repair(cut)
            act(cut, load(cut), QUICK)
        _repair(cut)
    except (ClasseurError, OSError) as error:
        yield f"it cannot be done again: {error}"
        return
    after = verify(cut, heads=old)
    if after.verdict is not LedgerVerdict.CLEAN:
        yield f"still not clean: {after.problems[0].code} {after.problems[0].path}"


def _repair(root: Path) -> None:
    plan = plan_repair(root, verify(root))
    carry_out(plan, root, ACTOR, AT + dt.timedelta(hours=1), QUICK)
