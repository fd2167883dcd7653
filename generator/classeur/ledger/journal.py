"""The journal of a house: read whole, made longer by one entry at a time, never rewritten."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from classeur.ledger.chain import chain_problems, heads_of, in_order, stamp_problems
from classeur.ledger.entries import Link, entry_bytes, entry_name, entry_path, read_entry
from classeur.ledger.file_layer import DISK, FileLayer, clear_away, commit
from classeur.ledger.head_cache import remember_heads, remembered_heads
from classeur.ledger.lock import one_writer
from classeur.ledger.names import JOURNAL, QUARANTINE, RELEASES, TEMPORARY
from classeur.ledger.plain_files import read_plain
from classeur.ledger.problems import LedgerDamaged, LedgerProblem, Trouble, problem
from classeur.model.conflict_copies import is_conflict_copy
from classeur.model.findings import Severity
from classeur.model.journal import EntryDraft, EntryKind, JournalEntry
from classeur.model.versions import Version

Published = Mapping[str, Mapping[Version, JournalEntry]]

_NO_LINKS: Mapping[str, Link] = {}


@dataclass(frozen=True)
class Journal:
    """The entries of a house at one instant.

    Attributes:
        entries: parents first; the same files always give the same order.
        heads: the hashes that no entry names as its parent: one, or two after a merge, which the next entry heals.
        problems: what is wrong in the journal itself; the release folders are the matter of `verify`.
        links: every entry by its full hash, those of a newer format included.
        names: the files of these entries.
        published: the entry that first published each version, by reference.
    """

    entries: tuple[JournalEntry, ...] = ()
    heads: tuple[str, ...] = ()
    problems: tuple[LedgerProblem, ...] = ()
    links: Mapping[str, Link] = field(default_factory=lambda: _NO_LINKS, repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)
    published: Published = field(default_factory=dict, repr=False)

    @property
    def head(self) -> str:
        """The hash that stands for the whole journal; see `combined`. Empty when there is no entry."""
        return combined(self.heads)

    @property
    def damage(self) -> tuple[LedgerProblem, ...]:
        """The problems that stop any addition."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)

    @property
    def is_damaged(self) -> bool:
        """Whether something stops any addition."""
        return bool(self.damage)

    def publication(self, reference: str, version: Version) -> JournalEntry | None:
        """The entry that first published this version."""
        return self.published.get(reference, {}).get(version)


def combined(heads: Iterable[str]) -> str:
    """One hash for several heads: the SHA-256 of the sorted hashes, a line feed after each; one head is itself."""
    ordered = sorted(heads)
    if len(ordered) < 2:
        return "".join(ordered)
    return hashlib.sha256("".join(f"{head}\n" for head in ordered).encode()).hexdigest()


def load(root: Path) -> Journal:
    """The journal of a house, every entry read and hashed; empty when nothing was ever released.

    A warning tells when the head that this computer knew last is not there: an older copy was put back. A journal that
    cannot be listed, on a share that refuses or where a file took the place of the folder, is damaged.
    """
    try:
        journal = read_journal(root)
    except OSError:
        return Journal(problems=(_unlisted(),))
    lost = [head for head in remembered_heads(root) if head not in journal.links]
    if lost:
        problems = [problem(Trouble.HEAD_LOST_HERE, f"{RELEASES}/{JOURNAL}", head=lost[0][:16])]
        journal = replace(journal, problems=(*journal.problems, *problems))
    return journal


def read_journal(root: Path) -> Journal:
    """The same from the files alone: it trusts no memory of this computer, as `verify` must not.

    Raises:
        OSError: the folder exists and cannot be listed.
    """
    links, problems = _read(root, [name for name in _names(root) if not name.startswith(TEMPORARY)])
    return _assembled(links, problems)


def append(root: Path, draft: EntryDraft, journal: Journal, layer: FileLayer = DISK) -> Journal:
    """Write an entry after all present heads; returns the longer journal.

    The first entry of a house writes the genesis before it, with the same instant and actor.

    Raises:
        LedgerDamaged: something in the journal is not as it was written; nothing was added.
    """
    with one_writer(root):
        return add(root, draft, ready(root, journal), layer)


def ready(root: Path, journal: Journal) -> Journal:
    """The journal with the entries that others wrote since it was loaded; only these are read.

    Raises:
        LedgerDamaged: an entry is damaged, has gone, or was written by a newer classeur in words unknown to us.
    """
    try:
        names = set(_names(root))
    except OSError as error:
        raise LedgerDamaged([_unlisted()]) from error
    told = {each.path.name for each in journal.problems}
    gone = sorted(journal.names - names)
    new = {name for name in names - journal.names - told if not name.startswith(TEMPORARY)}
    if new:
        links, problems = _read(root, new)
        journal = _assembled({**journal.links, **links}, [*_of_files(journal.problems), *problems])
    damage = [*journal.damage, *(problem(Trouble.ENTRY_MISSING, entry_path(name)) for name in gone)]
    unknown: list[str] = []
    if len(journal.links) > len(journal.entries):
        unknown = [link.path for link in journal.links.values() if link.entry is None]
    damage += [problem(Trouble.NEWER_FORMAT, path, count=len(unknown)) for path in unknown[:1]]
    if damage:
        raise LedgerDamaged(damage)
    return journal


def add(root: Path, draft: EntryDraft, journal: Journal, layer: FileLayer) -> Journal:
    """What `append` does once the journal is known to be sound and nobody else of this computer writes."""
    if not journal.links:
        journal = begin(root, draft, layer)
    link = _committed(root, draft, journal, layer)
    links = {**journal.links, link.hash: link}
    heads = (link.hash,)
    healed = tuple(each for each in journal.problems if each.code not in (Trouble.TWO_HEADS, Trouble.HEAD_LOST_HERE))
    entries = (*journal.entries, link.entry) if link.entry else journal.entries
    published = _with(journal.published, link.entry) if link.entry else journal.published
    longer = Journal(
        entries, heads, (*healed, *stamp_problems(link, links)), links, journal.names | {link.name}, published
    )
    remember_heads(root, heads)
    return longer


def begin(root: Path, draft: EntryDraft, layer: FileLayer) -> Journal:
    """Write the genesis. The folder of the journal is born with it inside, so that of two beginnings one wins.

    Raises:
        LedgerDamaged: there are releases already, so their journal was lost.
    """
    releases = root / RELEASES
    folder = releases / JOURNAL
    if releases.is_dir() and any(_is_release_folder(each) for each in releases.iterdir()):
        raise LedgerDamaged([problem(Trouble.JOURNAL_GONE, f"{RELEASES}/{JOURNAL}")])
    layer.mkdir(releases)
    data = entry_bytes(EntryDraft(EntryKind.GENESIS, draft.at, draft.actor), ())
    name = entry_name(1, hashlib.sha256(data).hexdigest())
    temporary = releases / f"{TEMPORARY}{uuid.uuid4().hex}"
    try:
        layer.mkdir(temporary, lasting=False)
        layer.write(temporary / name, data)
        layer.fsync_dir(temporary)
        layer.rename_dir(temporary, folder)
    except OSError:
        clear_away(temporary, layer)
        if not folder.is_dir():
            raise
        if not any(folder.iterdir()):  # Windows replaces no folder, even an empty one
            layer.write(folder / name, data)
            layer.fsync_dir(folder)
    layer.fsync_dir(releases)
    return ready(root, load(root))


def _committed(root: Path, draft: EntryDraft, journal: Journal, layer: FileLayer) -> Link:
    folder = root / RELEASES / JOURNAL
    data = entry_bytes(draft, journal.heads)
    sequence = 1 + max(journal.links[head].sequence for head in journal.heads)
    name = entry_name(sequence, hashlib.sha256(data).hexdigest())
    commit(folder, name, data, layer)
    read = read_entry(name, (folder / name).read_bytes())
    if isinstance(read, LedgerProblem):
        raise LedgerDamaged([read])
    return read


def _names(root: Path) -> list[str]:
    folder = root / RELEASES / JOURNAL
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []


def _unlisted() -> LedgerProblem:
    return problem(Trouble.UNREADABLE, f"{RELEASES}/{JOURNAL}")


def _read(root: Path, names: Iterable[str]) -> tuple[dict[str, Link], list[LedgerProblem]]:
    links: dict[str, Link] = {}
    problems: list[LedgerProblem] = []
    everything = frozenset(names)
    folder = str(root / RELEASES / JOURNAL)
    for name in sorted(everything):
        found = _read_one(folder, name, everything)
        if isinstance(found, LedgerProblem):
            problems.append(found)
        elif found.hash in links:  # one entry under two numbers
            first = links[found.hash]
            parents = [links[parent].sequence for parent in found.parents if parent in links]
            right, wrong = (first, found) if first.sequence == 1 + max(parents, default=0) else (found, first)
            links[found.hash] = right
            problems.append(problem(Trouble.FOREIGN_FILE, wrong.path))
        else:
            links[found.hash] = found
    return links, problems


def _read_one(folder: str, name: str, everything: frozenset[str]) -> Link | LedgerProblem:
    try:
        data = read_plain(f"{folder}/{name}")
    except IsADirectoryError:
        return problem(Trouble.FOREIGN_FILE, entry_path(name))
    except OSError as error:
        return problem(Trouble.UNREADABLE, entry_path(name), fault=error.strerror)
    found = read_entry(name, data)
    if isinstance(found, LedgerProblem) and found.code == Trouble.FOREIGN_FILE and is_conflict_copy(name, everything):
        return problem(Trouble.CONFLICT_COPY, entry_path(name))
    return found


def _assembled(links: Mapping[str, Link], problems: list[LedgerProblem]) -> Journal:
    damaged = [each.path.name for each in problems]
    names = frozenset(link.name for link in links.values())
    told = sorted([*problems, *chain_problems(links, damaged)], key=lambda each: (str(each.path), each.code))
    entries = in_order(links)
    settled = tuple(_settled(told, links))
    return Journal(entries, heads_of(links.values()), settled, links, names, _published(entries))


def _published(entries: Iterable[JournalEntry]) -> Published:
    found: dict[str, dict[Version, JournalEntry]] = {}
    for entry in entries:
        if entry.files and entry.version:
            found.setdefault(entry.reference, {}).setdefault(entry.version, entry)
    return found


def _with(published: Published, entry: JournalEntry) -> Published:
    if not entry.files or entry.version is None:
        return published
    versions = published.get(entry.reference, {})
    return {**published, entry.reference: {entry.version: entry, **versions}}


def _settled(problems: Iterable[LedgerProblem], links: Mapping[str, Link]) -> Iterable[LedgerProblem]:
    """An entry that is no whole text is unfinished only at the end of the journal: before, somebody cut it."""
    followed = {parent[:16] for link in links.values() for parent in link.parents}
    for each in problems:
        if each.code == Trouble.ENTRY_UNFINISHED and each.path.stem.partition("-")[2] in followed:
            yield problem(Trouble.ENTRY_ALTERED, str(each.path), sha256=each.values["sha256"])
        else:
            yield each


def _of_files(problems: Iterable[LedgerProblem]) -> list[LedgerProblem]:
    """The problems that concern one file, as against those of the chain, which are looked for again."""
    alone = {Trouble.ENTRY_ALTERED, Trouble.ENTRY_UNFINISHED, Trouble.ENTRY_MALFORMED, Trouble.FOREIGN_FILE}
    alone |= {Trouble.CONFLICT_COPY, Trouble.UNREADABLE, Trouble.HEAD_LOST_HERE}
    return [each for each in problems if each.code in alone]


def _is_release_folder(path: Path) -> bool:
    return path.is_dir() and path.name not in (JOURNAL, QUARANTINE) and not path.name.startswith(TEMPORARY)
