"""Is the ledger as it was written? Reads every file, trusts no cache, writes nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from classeur.ledger.confirmations import load_register
from classeur.ledger.copies import known_heads, lost_heads
from classeur.ledger.journal import Journal, read_journal
from classeur.ledger.names import JOURNAL, RELEASES, composed, same_on_some_disk
from classeur.ledger.plain_files import entries_in, read_plain
from classeur.ledger.problems import LedgerProblem, Trouble, problem
from classeur.ledger.survey import survey
from classeur.model.conflict_copies import is_conflict_copy
from classeur.model.findings import Severity
from classeur.model.journal import EntryKind, JournalEntry, LedgerFile
from classeur.model.versions import Version

CLOCK_SLACK = dt.timedelta(minutes=2)
"""How far two honest clocks may differ."""

Expected = Mapping[str, Sequence[LedgerFile]]
"""What a release folder must hold: by path, the contents that the journal tells (one, unless there is a conflict)."""


class LedgerVerdict(StrEnum):
    """What is to be thought of a ledger."""

    CLEAN = "clean"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class LedgerReport:
    """What a verification found, sorted by path."""

    verdict: LedgerVerdict
    head: str
    problems: tuple[LedgerProblem, ...]
    journal: Journal


def verify(
    root: Path, heads: Iterable[str] = (), copies: Iterable[Path] = (), now: dt.datetime | None = None
) -> LedgerReport:
    """Compare the release folders with the journal, the journal with itself, and both with what others remember.

    Args:
        root: the house.
        heads: hashes kept elsewhere (a page, a Word copy, an e-mail): each must still be in the journal.
        copies: folders that hold such hashes: another copy of the house, a built site, Word files.
        now: the present instant; without it, stamps in the future are not looked for.

    Raises:
        OSError: `releases/` or a copy cannot be listed at all.
    """
    standing = survey(root)  # before the journal: what is published meanwhile is then no stranger
    journal = read_journal(root)
    problems = [
        *journal.problems,
        *standing.strangers,
        *_release_problems(root, journal, standing.folders),
        *_alike(standing.folders),
        *lost_heads(journal, [(head, f"{RELEASES}/{JOURNAL}") for head in heads]),
        *(each for copy in copies for each in lost_heads(journal, known_heads(copy))),
        *_from_the_future(journal, now),
        *load_register(root).problems,
    ]
    unique = {(str(each.path), each.code, tuple(each.values.items())): each for each in problems}
    told = tuple(unique[key] for key in sorted(unique))
    return LedgerReport(_verdict(told), journal.head, told, journal)


def _verdict(problems: Iterable[LedgerProblem]) -> LedgerVerdict:
    severities = {each.severity for each in problems}
    if Severity.ERROR in severities:
        return LedgerVerdict.ERROR
    return LedgerVerdict.WARNING if Severity.WARNING in severities else LedgerVerdict.CLEAN


def _release_problems(root: Path, journal: Journal, folders: Mapping[str, tuple[str, ...]]) -> Iterator[LedgerProblem]:
    published: defaultdict[tuple[str, Version], list[JournalEntry]] = defaultdict(list)
    for entry in journal.entries:
        if entry.files and entry.version:
            published[entry.reference, entry.version].append(entry)
    erased = _erased(journal)
    for (reference, version), entries in published.items():
        expected: defaultdict[str, list[LedgerFile]] = defaultdict(list)
        for entry in entries:
            for file in entry.files:
                expected[file.path].append(file)
        folder = f"{RELEASES}/{reference}/{version}"
        yield from _several(folder, entries)
        yield from _content_problems(root, folder, reference, expected, erased)
    known = {(reference, str(version)) for reference, version in published}
    standing = [(reference, name) for reference, names in folders.items() for name in names]
    strangers = [each for each in standing if each not in known]
    if strangers and not journal.links and not journal.problems:
        yield problem(Trouble.JOURNAL_GONE, f"{RELEASES}/{JOURNAL}", count=len(strangers))
        return
    for reference, name in strangers:
        yield problem(Trouble.FOLDER_WITHOUT_ENTRY, f"{RELEASES}/{reference}/{name}", reference=reference, version=name)


def _several(folder: str, entries: list[JournalEntry]) -> Iterator[LedgerProblem]:
    """A version published by two entries: harmless when both tell the same content, a conflict otherwise."""
    if len(entries) > 1:
        first = entries[0]
        contents = {entry.files for entry in entries}
        trouble = Trouble.TWO_CONTENTS if len(contents) > 1 else Trouble.RELEASED_TWICE
        yield problem(trouble, folder, reference=first.reference, version=first.version, count=len(entries))


def _content_problems(
    root: Path, folder: str, reference: str, expected: Expected, erased: frozenset[str]
) -> Iterator[LedgerProblem]:
    missing = set(expected)
    parents = {path[:place] for path in expected for place, character in enumerate(path) if character == "/"}
    for each, path in _walk(f"{root}/{folder}", ""):
        place = f"{folder}/{path}"
        if each.is_dir(follow_symlinks=False):
            if path not in parents:
                yield problem(Trouble.FILE_ADDED, place, reference=reference)
        elif path in expected:
            missing.discard(path)
            yield from _file_problems(each, place, reference, expected[path])
        elif is_conflict_copy(path, set(expected)):
            yield problem(Trouble.CONFLICT_COPY, place, reference=reference)
        else:
            yield problem(Trouble.FILE_ADDED, place, reference=reference)
    for path in missing:
        place = f"{folder}/{path}"
        if place not in erased:
            yield problem(Trouble.FILE_MISSING, place, reference=reference, sha256=expected[path][0].sha256)


def _file_problems(
    each: os.DirEntry[str], place: str, reference: str, contents: Sequence[LedgerFile]
) -> Iterator[LedgerProblem]:
    try:
        data = read_plain(each.path)
    except OSError as error:
        lost = contents[0].sha256
        yield problem(Trouble.UNREADABLE, place, reference=reference, fault=error.strerror, sha256=lost)
        return
    sha256 = hashlib.sha256(data).hexdigest()
    if all((file.size, file.sha256) != (len(data), sha256) for file in contents):
        yield problem(
            Trouble.FILE_ALTERED, place, reference=reference, sha256=contents[0].sha256, size=contents[0].size
        )


def _erased(journal: Journal) -> frozenset[str]:
    """The files that an `erase` entry says were taken away (all of the version when it names none)."""
    found: set[str] = set()
    for entry in journal.entries:
        if entry.kind is EntryKind.ERASE and entry.version:
            published = journal.publication(entry.reference, entry.version)
            named = entry.details.get("paths")
            paths = named if isinstance(named, list) else [file.path for file in published.files] if published else []
            found |= {f"{RELEASES}/{entry.reference}/{entry.version}/{path}" for path in paths}
    return frozenset(found)


def _alike(references: Iterable[str]) -> Iterator[LedgerProblem]:
    by_form: defaultdict[str, set[str]] = defaultdict(set)
    for reference in references:
        by_form[same_on_some_disk(reference)].add(reference)
    for names in by_form.values():
        first, *others = sorted(names)
        for other in others:
            yield problem(Trouble.REFERENCES_ALIKE, f"{RELEASES}/{other}", reference=other, other=first)


def _from_the_future(journal: Journal, now: dt.datetime | None) -> Iterator[LedgerProblem]:
    for entry in journal.entries if now else ():
        if now and entry.at > now + CLOCK_SLACK:
            path = journal.links[entry.hash].path
            yield problem(Trouble.STAMP_IN_THE_FUTURE, path, at=entry.at.isoformat())


def _walk(folder: str, prefix: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Everything inside a folder, with its path there as the journal writes it (NFC)."""
    try:
        inside = entries_in(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    for each in inside:
        path = prefix + composed(each.name)
        yield each, path
        if each.is_dir(follow_symlinks=False):
            yield from _walk(each.path, f"{path}/")
