"""The ledger read as a story: what was released, in force on a day, suspended, withdrawn, renumbered."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from zoneinfo import ZoneInfo

from classeur.model.documents import Document
from classeur.model.history import History, Release, told_history
from classeur.model.journal import EntryKind, JournalEntry
from classeur.model.references import folded
from classeur.model.versions import Version

_PUBLISHED = (EntryKind.RELEASE, EntryKind.ADOPT)


@dataclass(frozen=True)
class Ledger:
    """Every entry of the journal, and what it means.

    Attributes:
        head: the hash that stands for the whole journal; empty when there is none.
        texts: the released texts that were read, by released reference and version.
        is_sound: False when the journal is damaged: nothing more may be released before it is repaired.
    """

    entries: tuple[JournalEntry, ...] = ()
    head: str = ""
    timezone: str = "Europe/Paris"
    texts: Mapping[tuple[str, Version], Document] = field(default_factory=dict, repr=False)
    is_sound: bool = True

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing was ever released: drafts are all that there is to see.

        A damaged journal that tells of no release may have lost them: drafts are not shown in their place.
        """
        return self.is_sound and not any(entry.kind in _PUBLISHED for entry in self.entries)

    def local_day(self, at: dt.datetime) -> dt.date:
        """The day of an instant where the organisation lives."""
        return at.astimezone(_zone(self.timezone)).date()

    def until(self, day: dt.date) -> Ledger:
        """The ledger as it was at the end of a day."""
        kept = tuple(entry for entry in self.entries if self.local_day(entry.at) <= day)
        return Ledger(kept, kept[-1].hash if kept else "", self.timezone, self.texts, self.is_sound)

    def with_texts(self, texts: Mapping[tuple[str, Version], Document]) -> Ledger:
        """The same ledger with other texts; what it told of its entries need not be told again."""
        if texts == self.texts:
            return self
        other = replace(self)
        other.__dict__.update(self.__dict__, texts=texts)  # nothing that is told once looks at the texts
        return other

    @cached_property
    def renumbered(self) -> Mapping[str, str]:
        """From an abandoned reference to the present one."""
        moves = {e.reference: str(e.details.get("to", "")) for e in self.entries if e.kind is EntryKind.RENUMBER}
        return {old: _end_of(old, moves) for old in moves}

    def present(self, reference: str) -> str:
        """The reference that a document has now."""
        return self.renumbered.get(reference, reference)

    @cached_property
    def by_reference(self) -> Mapping[str, tuple[JournalEntry, ...]]:
        """The entries that speak of each document, by present reference, oldest first."""
        told: dict[str, list[JournalEntry]] = defaultdict(list)
        for entry in self.entries:
            if entry.reference:
                told[self.present(entry.reference)].append(entry)
        return {reference: tuple(entries) for reference, entries in told.items()}

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """What the journal says of each document, by present reference."""
        return {reference: self.history(reference) for reference in self.by_reference}

    def history(self, reference: str) -> History:
        """What the journal says of a document; an empty history when it says nothing."""
        present = self.present(reference)
        if present not in self._told:
            entries = self.by_reference.get(present, ())
            self._told[present] = told_history(present, ((entry, self.local_day(entry.at)) for entry in entries))
        return self._told[present]

    @cached_property
    def _told(self) -> dict[str, History]:
        """The histories told so far: an act asks for one, not for all those of a large house."""
        return {}

    @cached_property
    def used_references(self) -> frozenset[str]:
        """Every reference that ever was, folded: none is used again."""
        named = {entry.reference for entry in self.entries} | {str(e.details.get("to", "")) for e in self.entries}
        return frozenset(folded(reference) for reference in named if reference)

    def text(self, release: Release) -> Document | None:
        """The released text, when it was read."""
        return self.texts.get((release.reference, release.version))

    @cached_property
    def last_instant(self) -> dt.datetime | None:
        """The latest stamp of the journal."""
        return max((entry.at for entry in self.entries), default=None)


def _end_of(reference: str, moves: Mapping[str, str]) -> str:
    seen = {reference}
    while moves.get(reference) and moves[reference] not in seen:
        reference = moves[reference]
        seen.add(reference)
    return reference


_ZONES: dict[str, dt.tzinfo] = {}


def _zone(name: str) -> dt.tzinfo:
    """The time zone of that name; UTC for one that does not exist (a rule tells it)."""
    if name not in _ZONES:
        try:
            _ZONES[name] = ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            _ZONES[name] = dt.UTC
    return _ZONES[name]
