"""The lists that people ask for: the master list, by process, by kind, by role, to be reviewed, withdrawn."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, partial
from itertools import chain
from typing import TypeVar

from classeur.model.binder import Binder
from classeur.model.history import History
from classeur.model.processes import Family
from classeur.model.references import folded, sort_key
from classeur.model.states import State
from classeur.views import addresses
from classeur.views.answers import OtherDocument, Why, answer
from classeur.views.days import both, days
from classeur.views.lists import DocumentRow, rows_of_processes
from classeur.views.shown import version_of
from classeur.views.timeline import Span, successions, timeline

_Word = TypeVar("_Word", bound=str)


class ListName(StrEnum):
    """The lists, as they are named on the command line."""

    MASTER = "master-list"
    BY_PROCESS = "by-process"
    BY_KIND = "by-kind"
    BY_ROLE = "by-role"
    TO_REVIEW = "to-review"
    WITHDRAWN = "withdrawn"

    @property
    def address(self) -> str:
        """Its page."""
        return {
            ListName.MASTER: addresses.MASTER_LIST,
            ListName.BY_PROCESS: addresses.BY_PROCESS,
            ListName.BY_KIND: addresses.BY_KIND,
            ListName.BY_ROLE: addresses.BY_ROLE,
            ListName.TO_REVIEW: addresses.TO_REVIEW,
            ListName.WITHDRAWN: addresses.WITHDRAWN,
        }[self]


@dataclass(frozen=True)
class Group:
    """Some lines of a list under one title; `code` is that of a process, empty otherwise.

    Attributes:
        is_rest: the lines that belong to no group of the list; its title is empty.
    """

    title: str
    rows: tuple[DocumentRow, ...]
    code: str = ""
    is_rest: bool = False


@dataclass(frozen=True)
class DocumentList:
    """A list of documents in groups; one group without a title when it has none."""

    name: ListName
    groups: tuple[Group, ...]

    @property
    def is_grouped(self) -> bool:
        """Whether its lines stand under titles."""
        return self.name in (ListName.BY_PROCESS, ListName.BY_KIND, ListName.BY_ROLE)

    @cached_property
    def rows(self) -> tuple[DocumentRow, ...]:
        """Every line; one document may have several in a grouped list."""
        return tuple(chain.from_iterable(group.rows for group in self.groups))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its documents, as people sort them."""
        return _as_people_sort({row.kind: row.kind for row in self.rows})

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The states of its versions, now or later."""
        return _as_people_sort({id(each.state): each.state for row in self.rows for each in row.states}.values())

    @cached_property
    def documents(self) -> int:
        """How many documents it shows on the build's day."""
        return len({row.reference for row in self.rows if row.days.is_now})


@dataclass(frozen=True)
class GoneRow:
    """A document that must not be applied any more: which one, since when, why, and what to use instead."""

    reference: str
    title: str
    kind: str
    version: str
    why: Why
    on: dt.date | None
    reason: str
    replaced_by: tuple[OtherDocument, ...]
    address: str


def _as_people_sort(words: Iterable[_Word]) -> tuple[_Word, ...]:
    """Each word once, capitals aside."""
    found: dict[str, _Word] = {}
    for word in dict.fromkeys(words):
        found.setdefault(word.lower(), word)
    return tuple(found[lowered] for lowered in sorted(found))


def document_list(binder: Binder, rows: Iterable[DocumentRow], name: ListName) -> DocumentList:
    """One of the lists of documents in use, from the lines of the master list of a published house."""
    listed = tuple(rows)
    match name:
        case ListName.BY_PROCESS:
            return DocumentList(name, _by_process(binder, listed))
        case ListName.BY_KIND:
            kinds: dict[str, list[DocumentRow]] = {}
            for row in listed:
                kinds.setdefault(row.kind, []).append(row)
            return DocumentList(name, tuple(Group(kind, tuple(kinds[kind])) for kind in sorted(kinds, key=folded)))
        case ListName.BY_ROLE:
            return DocumentList(name, _by_role(binder, listed))
        case ListName.TO_REVIEW:
            return DocumentList(name, (Group("", _to_review(binder, listed)),))
        case _:
            return DocumentList(ListName.MASTER, (Group("", listed),))


def gone_rows(binder: Binder, timelines: Mapping[str, tuple[Span, ...]] | None = None) -> tuple[GoneRow, ...]:
    """The documents that were released and are withdrawn, replaced by others, or lapsed; the latest first."""
    if binder.ledger.is_empty:
        return ()
    replaced = successions(binder)
    found: list[GoneRow] = []
    for reference, standing in binder.standings.items():
        history = standing.history
        if not history.releases:
            continue
        spans = timelines[reference] if timelines else timeline(binder, reference, replaced)
        told = answer(binder, reference, spans) if spans[0].release is None else None
        if told is not None and told.why is not Why.LOST:
            kind = _last_kind(binder, history)
            last = history.last
            found.append(
                GoneRow(
                    reference, told.title, kind, str(last.version) if last else "", told.why, told.on, told.reason,
                    told.replaced_by, addresses.document_page(reference),
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda row: (-(row.on or dt.date.min).toordinal(), sort_key(row.reference))))


def _last_kind(binder: Binder, history: History) -> str:
    text = version_of(binder, history.last)
    kind = binder.kind_of(text) if text else None
    return kind.title if kind else text.header.kind if text else ""


def _by_process(binder: Binder, rows: tuple[DocumentRow, ...]) -> tuple[Group, ...]:
    bands = tuple(Family)
    ordered = sorted(binder.process.values(), key=lambda p: (bands.index(p.family), p.order, sort_key(p.code)))
    listed = rows_of_processes(binder, rows)
    groups = [Group(process.title, listed.get(process.code, ()), process.code) for process in ordered]
    known = frozenset(binder.process)
    rest = tuple([row for row in rows if known.isdisjoint(row.processes)])
    return tuple(_filled(groups, rest))


def _by_role(binder: Binder, rows: tuple[DocumentRow, ...]) -> tuple[Group, ...]:
    """What each role is to read; what everybody is to read comes last, and is not repeated under each."""
    named: dict[str, list[DocumentRow]] = defaultdict(list)
    for row in rows:
        for role in dict.fromkeys(row.roles or ()):
            named[role].append(row)
    roles = binder.organisation.roles
    groups = [Group(role.title or role.id, tuple(named.get(role.id, ()))) for role in roles]
    known = frozenset(role.id for role in roles)
    rest = tuple([row for row in rows if row.roles is None or known.isdisjoint(row.roles)])
    return tuple(_filled(groups, rest))


def _filled(groups: Iterable[Group], rest: tuple[DocumentRow, ...]) -> Iterator[Group]:
    yield from (group for group in groups if group.rows)
    if rest:
        yield Group("", rest, is_rest=True)


def _to_review(binder: Binder, rows: tuple[DocumentRow, ...]) -> tuple[DocumentRow, ...]:
    """The texts whose review is over or near, the most urgent first; the others wait, hidden, for their day."""
    found = binder.kept.of_each("to review", (binder.today,), partial(_announced, binder.today), rows)
    keys = binder.kept.of_each("review keys", (), _review_key, found)
    order = binder.kept.of("review order", "", (keys,), lambda: _in_order(keys))
    return tuple([row for place in order if (row := found[place])])


def _review_key(row: DocumentRow | None) -> tuple[dt.date, str] | None:
    return (row.review_on or dt.date.max, row.reference) if row else None


def _in_order(keys: Sequence[tuple[dt.date, str] | None]) -> list[int]:
    """The places of these days and references, the nearest first."""
    found = [(key[0], sort_key(key[1]), place) for place, key in enumerate(keys) if key]
    return [place for _, _, place in sorted(found)]


def _announced(today: dt.date, row: DocumentRow) -> DocumentRow | None:
    """The line from the day on which its review is announced."""
    announced = both(today, row.days, days(today, row.review.announced)) if row.review else None
    return replace(row, days=announced) if announced else None
