"""Taking in what another copy of the house released meanwhile: its entries as they are, its release folders.

Both journals begin with the same entries. The entries of the copy keep their parents, so that two ends may stand
side by side; the next act names both as its parents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from classeur.ledger.entries import Link
from classeur.ledger.file_layer import DISK, FileLayer
from classeur.ledger.journal import Journal, load, ready
from classeur.ledger.lock import one_writer
from classeur.ledger.names import JOURNAL, RELEASES, TEMPORARY
from classeur.ledger.plain_files import read_plain
from classeur.ledger.problems import LedgerDamaged, LedgerProblem, LedgerRefused, Trouble, problem
from classeur.ledger.publish import place, release_folder
from classeur.model.journal import EntryKind, JournalEntry


@dataclass(frozen=True)
class Incoming:
    """What a copy brings, parents first; `problems` say why none of it can be taken in."""

    links: tuple[Link, ...] = ()
    problems: tuple[LedgerProblem, ...] = ()

    @property
    def releases(self) -> tuple[JournalEntry, ...]:
        """The entries that publish a version."""
        return tuple(link.entry for link in self.links if link.entry and link.entry.files)


def look_at_copy(copy: Path, theirs: Journal, ours: Journal) -> Incoming:
    """The entries that a copy has and we have not. Reads the released files of the copy, writes nothing."""
    new = sorted(
        (link for link in theirs.links.values() if link.hash not in ours.links),
        key=lambda link: (link.sequence, link.hash),
    )
    return Incoming(tuple(new), tuple(_problems(copy, new, theirs, ours)))


def receive(root: Path, copy: Path, incoming: Incoming, journal: Journal, layer: FileLayer = DISK) -> Journal:
    """Copy the release folders, then the entries, parents first; returns the longer journal.

    Raises:
        LedgerRefused: the copy cannot be taken in, or something in it changed meanwhile.
    """
    if incoming.problems:
        raise LedgerRefused(incoming.problems)
    with one_writer(root):
        journal = ready(root, journal)
        layer.mkdir(root / RELEASES)
        layer.mkdir(root / RELEASES / JOURNAL)
        for entry in incoming.releases:
            if entry.version is not None:
                files = _files(copy, entry)
                place(root, entry.reference, entry.version, files, tuple(sorted(entry.files)), journal, layer)
        folder = root / RELEASES / JOURNAL
        for link in incoming.links:
            if not (folder / link.name).exists():
                data = read_plain(str(copy / link.path))
                if hashlib.sha256(data).hexdigest() != link.hash:
                    raise LedgerDamaged([problem(Trouble.ENTRY_ALTERED, link.path)])
                temporary = folder / f"{TEMPORARY}{link.hash}"
                layer.write(temporary, data)
                layer.publish(temporary, folder / link.name)
        layer.fsync_dir(folder)
        return load(root)


def _problems(copy: Path, new: list[Link], theirs: Journal, ours: Journal) -> Iterator[LedgerProblem]:
    yield from theirs.damage
    yield from ours.damage
    for link in new:
        if ours.links and (not link.parents or (link.entry and link.entry.kind is EntryKind.GENESIS)):
            yield problem(Trouble.TWO_BEGINNINGS, link.path, other=min(ours.names, default=""))
        if link.entry is None:
            yield problem(Trouble.NEWER_FORMAT, link.path, count=1)
        elif link.entry.files and link.entry.version is not None:
            yield from _release_problems(copy, link.entry, ours)


def _release_problems(copy: Path, entry: JournalEntry, ours: Journal) -> Iterator[LedgerProblem]:
    if entry.version is None:
        return
    folder = f"{RELEASES}/{entry.reference}/{entry.version}"
    known = ours.publication(entry.reference, entry.version)
    if known is not None and known.files != tuple(sorted(entry.files)):
        yield problem(Trouble.TWO_CONTENTS, folder, reference=entry.reference, version=entry.version, count=2)
    try:
        _files(copy, entry)
    except LedgerRefused as refusal:
        yield from refusal.problems


def _files(copy: Path, entry: JournalEntry) -> Mapping[str, bytes]:
    """The files of a release of the copy, as its entry tells them."""
    if entry.version is None:
        return {}
    folder = release_folder(copy, entry.reference, entry.version)
    files: dict[str, bytes] = {}
    for file in entry.files:
        path = f"{RELEASES}/{entry.reference}/{entry.version}/{file.path}"
        try:
            data = read_plain(str(folder / file.path))
        except OSError:
            raise LedgerRefused([problem(Trouble.FILE_MISSING, path, reference=entry.reference)]) from None
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise LedgerRefused([problem(Trouble.FILE_ALTERED, path, reference=entry.reference)])
        files[file.path] = data
    return files
