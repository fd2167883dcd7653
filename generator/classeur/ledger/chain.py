"""The entries of a journal put in order, and what is wrong in their chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from classeur.ledger.entries import ENTRY_NAME, Link, entry_name, entry_path
from classeur.ledger.problems import LedgerProblem, Trouble, problem
from classeur.model.journal import FORMAT, EntryKind, JournalEntry


def heads_of(links: Iterable[Link]) -> tuple[str, ...]:
    """The hashes that no entry names as its parent, sorted."""
    links = tuple(links)
    parents = {parent for link in links for parent in link.parents}
    return tuple(sorted(link.hash for link in links if link.hash not in parents))


def numbered(links: Mapping[str, Link]) -> Mapping[str, int]:
    """The true sequence of each hash: one more than its parents' highest. With a lost parent, the name is believed."""
    children: defaultdict[str, list[Link]] = defaultdict(list)
    waiting: dict[str, int] = {}
    for link in links.values():
        waiting[link.hash] = sum(parent in links for parent in link.parents)
        for parent in link.parents:
            children[parent].append(link)
    ready = [link for link in links.values() if not waiting[link.hash]]
    numbers: dict[str, int] = {}
    while ready:
        link = ready.pop()
        whole = all(parent in numbers for parent in link.parents)
        numbers[link.hash] = 1 + max((numbers[p] for p in link.parents), default=0) if whole else link.sequence
        for child in children[link.hash]:
            waiting[child.hash] -= 1
            if not waiting[child.hash]:
                ready.append(child)
    return numbers


def in_order(links: Mapping[str, Link]) -> tuple[JournalEntry, ...]:
    """The entries that we understand, parents first; the same set of files always gives the same order."""
    numbers = numbered(links)
    entries = (
        link.entry if link.sequence == numbers[link.hash] else replace(link.entry, sequence=numbers[link.hash])
        for link in links.values()
        if link.entry
    )
    return tuple(sorted(entries, key=lambda entry: (entry.sequence, entry.hash)))


def chain_problems(links: Mapping[str, Link], damaged: Iterable[str]) -> Iterator[LedgerProblem]:
    """What is wrong between the entries. `damaged` names the files that are there and cannot be believed."""
    prefixes = {matched[2] for name in damaged if (matched := ENTRY_NAME.fullmatch(name))}
    lost = list(_lost_parents(links, prefixes))
    yield from lost
    yield from _wrong_numbers(links)
    yield from _second_beginnings(links)
    for link in links.values():
        yield from stamp_problems(link, links)
    newer = sorted(link.name for link in links.values() if link.format > FORMAT)
    if newer:
        yield problem(Trouble.NEWER_FORMAT, entry_path(newer[0]), count=len(newer))
    if not (lost or prefixes):  # what a lost entry followed looks like a head, and is none
        yield from head_problems(heads_of(links.values()), links)


def head_problems(heads: tuple[str, ...], links: Mapping[str, Link]) -> Iterator[LedgerProblem]:
    """Two heads: the next entry heals them by naming both as its parents."""
    if len(heads) > 1:
        names = ", ".join(sorted(links[head].name for head in heads))
        yield problem(Trouble.TWO_HEADS, entry_path(links[heads[0]].name), count=len(heads), heads=names)


def stamp_problems(link: Link, links: Mapping[str, Link]) -> Iterator[LedgerProblem]:
    """A stamp before the one of its parent: the clock of that computer was behind, or it was set back."""
    if link.entry is None:
        return
    before = [parent.entry for each in link.parents if (parent := links.get(each)) and parent.entry]
    latest = max(before, key=lambda entry: entry.at, default=None)
    if latest is not None and link.entry.at < latest.at:
        stamps = {"at": link.entry.at.isoformat(), "before": latest.at.isoformat()}
        yield problem(Trouble.STAMP_GOES_BACK, link.path, **stamps)


def _lost_parents(links: Mapping[str, Link], damaged: set[str]) -> Iterator[LedgerProblem]:
    wanted: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links.values():
        for parent in link.parents:
            if parent not in links and parent[:16] not in damaged:
                wanted[parent].append(link)
    for parent, children in sorted(wanted.items()):
        child = min(children, key=lambda link: link.name)
        name = entry_name(max(child.sequence - 1, 1), parent)
        yield problem(Trouble.ENTRY_MISSING, entry_path(name), child=child.name, sha256=parent)


def _wrong_numbers(links: Mapping[str, Link]) -> Iterator[LedgerProblem]:
    numbers = numbered(links)
    for link in links.values():
        right = numbers[link.hash]
        if link.sequence != right:
            yield problem(Trouble.ENTRY_RENAMED, link.path, right=entry_name(right, link.hash))


def _second_beginnings(links: Mapping[str, Link]) -> Iterator[LedgerProblem]:
    first = [link for link in links.values() if not link.parents]
    first.sort(key=lambda link: (link.entry is None or link.entry.kind is not EntryKind.GENESIS, link.name))
    for place, link in enumerate(first):
        is_genesis = link.entry is None or link.entry.kind is EntryKind.GENESIS
        if place or not is_genesis:
            yield problem(Trouble.TWO_BEGINNINGS, link.path, other=first[0].name)
