"""A binder on paper, and what changes in it from one day to another: sheets to take out, sheets to put in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.processes import Family
from classeur.model.references import sort_key
from classeur.model.registers.copies import PaperCopy
from classeur.model.states import State
from classeur.views.shown import Shown
from classeur.views.word_copy import copies_in_force

_BANDS = tuple(Family)


@dataclass(frozen=True)
class Sheets:
    """The sheets of one document in a binder.

    Attributes:
        digest: SHA-256 of the released text: two sheets with the same digest say the same.
    """

    reference: str
    version: str
    title: str
    digest: str
    effective_from: dt.date | None = None


@dataclass(frozen=True)
class BinderSection:
    """The documents of one process; the code is empty for those of no process."""

    code: str
    title: str
    family: Family | None
    pilot: str
    documents: tuple[Shown, ...]


class Why(StrEnum):
    """Why sheets change."""

    NEW = "new"
    NEW_VERSION = "new_version"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    REPLACED = "replaced"
    RENUMBERED = "renumbered"


@dataclass(frozen=True)
class SheetChange:
    """Sheets to take out, to put in, or both; `replaced_by` names what takes the place of a removed document."""

    why: Why
    out: Sheets | None
    into: Sheets | None
    replaced_by: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """The document concerned."""
        found = self.into or self.out
        return found.reference if found else ""


@dataclass(frozen=True)
class CopyTasks:
    """What the holder of a numbered copy has to change in it."""

    copy: PaperCopy
    holder: str
    changes: tuple[SheetChange, ...]


def sheets_of(each: Shown) -> Sheets:
    """The sheets of a version."""
    release = each.release
    digest = release.text_digest if release else each.document.digest
    day = release.effective_from if release else each.document.header.effective_from
    return Sheets(each.reference, str(each.document.version), each.document.header.title, digest, day)


def binder_sections(binder: Binder, documents: Iterable[Shown]) -> tuple[BinderSection, ...]:
    """The documents by their first process, in the order of the map; those of no process come last."""
    groups: dict[str, list[Shown]] = {}
    for each in documents:
        codes = [code for code in each.document.header.processes if code in binder.process]
        groups.setdefault(codes[0] if codes else "", []).append(each)
    found = []
    for process in sorted(binder.process.values(), key=lambda p: (_BANDS.index(p.family), p.code)):
        if process.code in groups:
            listed = sorted(
                groups[process.code], key=lambda s: (s.reference != process.reference, sort_key(s.reference))
            )
            pilot = binder.organisation.name_of(process.pilot) if process.pilot else ""
            found.append(BinderSection(process.code, process.title, process.family, pilot, tuple(listed)))
    if "" in groups:
        found.append(BinderSection("", "", None, "", tuple(sorted(groups[""], key=lambda s: sort_key(s.reference)))))
    return tuple(found)


def changes_since(binder: Binder, before: Iterable[Sheets]) -> tuple[SheetChange, ...]:
    """What changed in a binder since it held the sheets `before`, by reference."""
    held = {each.reference: each for each in before}
    now = {each.reference: sheets_of(each) for each in copies_in_force(binder)}
    found = []
    for reference in sorted(held.keys() | now.keys(), key=sort_key):
        out, into = held.get(reference), now.get(reference)
        if out and into and (out.version, out.digest) == (into.version, into.digest):
            continue
        why, others = _why(binder, reference, out, into)
        found.append(SheetChange(why, out, into, others))
    return tuple(found)


def copy_tasks(binder: Binder, changes: Iterable[SheetChange]) -> tuple[CopyTasks, ...]:
    """For each numbered copy in use, what changes in it."""
    listed = tuple(changes)
    return tuple(
        CopyTasks(copy, binder.organisation.name_of(copy.holder) or copy.holder, own)
        for copy in copies_out(binder)
        if (own := tuple(change for change in listed if copy.holds(change.reference)))
    )


def recalls(binder: Binder, reference: str) -> tuple[PaperCopy, ...]:
    """The numbered copies in use that hold a document: its sheets must be changed there."""
    return tuple(copy for copy in copies_out(binder) if copy.holds(reference))


def copies_out(binder: Binder) -> tuple[PaperCopy, ...]:
    """The numbered copies in use, by number."""
    used = [copy for copy in binder.registers.of(PaperCopy) if copy.is_out(binder.today)]
    return tuple(sorted(used, key=lambda copy: sort_key(copy.number)))


def _why(binder: Binder, reference: str, out: Sheets | None, into: Sheets | None) -> tuple[Why, tuple[str, ...]]:
    if into is not None:
        return (Why.NEW_VERSION if out else Why.NEW), ()
    present = binder.ledger.present(reference)
    if present != reference:
        return Why.RENUMBERED, (present,)
    standing = binder.standing(reference)
    if standing.history.withdrawal:
        return Why.WITHDRAWN, standing.history.withdrawal.replaced_by
    if standing.state is State.SUPERSEDED:
        return Why.REPLACED, binder.successors(reference)
    return (Why.SUSPENDED if standing.state is State.SUSPENDED else Why.WITHDRAWN), ()


@dataclass(frozen=True)
class BinderFacts:
    """What a binder says of itself.

    Attributes:
        head: the hash that stands for the whole journal; empty while nothing was released.
        as_of: the last day on which something in it changed.
    """

    organisation: str
    head: str
    entries: int
    as_of: dt.date | None


def binder_facts(binder: Binder, documents: Iterable[Shown]) -> BinderFacts:
    """The facts of a binder: they depend on what it holds, never on the day it is printed."""
    ledger = binder.ledger
    days = [each.release.effective_from for each in documents if each.release]
    days += [ledger.local_day(ledger.entries[-1].at)] if ledger.entries else []
    return BinderFacts(binder.organisation.name, ledger.head, len(ledger.entries), max(days, default=None))
