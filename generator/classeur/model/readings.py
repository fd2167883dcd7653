"""Who must read what, who has read what, on any day.

A major version asks its whole audience; a minor one asks the roles that it names and nobody else; an editorial one asks
nobody. What was confirmed before is carried over the versions that do not ask again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from classeur.model.audiences import (
    NOBODY,
    Attendance,
    asks_to_read,
    concerns,
    entry_audience,
    entry_readers,
    frozen_readers,
    released_audience,
    reread_roles,
)
from classeur.model.binder import Binder
from classeur.model.confirmations import NO_CONFIRMATIONS, Confirmations
from classeur.model.documents import Document, Reading
from classeur.model.history import History, Release
from classeur.model.later import later
from classeur.model.organisation import Kind, Leave, NewcomerPath, Organisation, Person
from classeur.model.reading_time import reading_minutes
from classeur.model.versions import ChangeClass, Version


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """A version that somebody has to read.

    Attributes:
        due: the last day; None while a leave without an end suspends it.
        minutes: to read it once.
    """

    reference: str
    version: Version
    due: dt.date | None
    minutes: int


@dataclass(frozen=True)
class DocumentReadings:
    """The version in force of a document and its readers: audience = confirmed + carried + missing, each person once.

    Attributes:
        carried: the version that each of these people confirmed, and that still counts.
        volunteers: people outside the audience who confirmed this version; they are not part of the rate.
        tasks: what each missing person is asked.
    """

    reference: str
    title: str
    release: Release
    minutes: int
    audience: frozenset[str]
    confirmed: Mapping[str, dt.date]
    carried: Mapping[str, Version]
    missing: frozenset[str]
    volunteers: frozenset[str]
    tasks: Mapping[str, ReadingTask] = field(repr=False)

    @property
    def read(self) -> int:
        """How many of the audience have read what counts."""
        return len(self.audience) - len(self.missing)


def readings(
    binder: Binder,
    confirmations: Confirmations = NO_CONFIRMATIONS,
    only: frozenset[str] | None = None,
    as_of: dt.date | None = None,
) -> Iterator[DocumentReadings]:
    """The readings of each document in force on the binder's day, by reference.

    Args:
        only: the people to look at, with the documents that concern them; everybody otherwise.
        as_of: a past day: the people frozen in the releases are then the audience, with those who came since, and what
            was confirmed later does not count. The binder must be the house as it was that day.
    """
    room = _Room(binder, confirmations, Attendance(binder.organisation, binder.today, only), as_of)
    for reference in sorted(binder.ledger.by_reference):
        if (only is None or room.may_concern(reference)) and (found := room.document(reference)):
            yield found


def document_readings(
    binder: Binder, reference: str, confirmations: Confirmations = NO_CONFIRMATIONS, as_of: dt.date | None = None
) -> DocumentReadings | None:
    """The same for one document; None when nothing of it asks to be read."""
    room = _Room(binder, confirmations, Attendance(binder.organisation, binder.today), as_of)
    return room.document(binder.ledger.present(reference))


def asked_to_read(binder: Binder, document: Document, day: dt.date) -> int:
    """How many people the release of a working text would ask to read it.

    A major version asks everybody; another one asks the roles that it names, and those whom its audience adds.
    """
    header, people = document.header, Attendance(binder.organisation, day)
    if header.reading is Reading.INFORMATION or header.audience is None:
        return 0
    audience = people.reached(header.audience)
    last = binder.ledger.history(binder.ledger.present(document.reference)).last
    change = header.change or document.version.change
    if last is None or change is ChangeClass.MAJOR:
        return len(audience)
    again = audience & people.holding(header.reread) if change is ChangeClass.MINOR else NOBODY
    return len(again | (audience - people.reached(released_audience(last))))


def minutes_of(binder: Binder, release: Release) -> int:
    """The minutes to read a version once, as its release kept them; else as its text says."""
    kept = release.entry.details.get("minutes")
    if isinstance(kept, int) and kept > 0:
        return kept
    text = binder.ledger.text(release)
    return reading_minutes(text.outline) if text else 1


def counting_versions(history: History, release: Release) -> tuple[Release, ...]:
    """The versions whose confirmation may count for a release: since the last major one, the newest first."""
    line = sorted((r for r in history.releases if r.version <= release.version), key=lambda r: r.version)
    base = max((i for i, each in enumerate(line) if each.change is ChangeClass.MAJOR), default=0)
    return tuple(reversed(line[base:]))


@dataclass(frozen=True)
class _Room:
    """Where readings are computed: the house, its confirmations and the people who are there."""

    binder: Binder
    confirmations: Confirmations
    people: Attendance
    as_of: dt.date | None
    with_leaves: frozenset[str] = NOBODY

    def __post_init__(self) -> None:
        away = frozenset(person.id for person in self.binder.organisation.people if person.leaves)
        object.__setattr__(self, "with_leaves", away)

    def may_concern(self, reference: str) -> bool:
        """Whether some version was ever for one of these people: the whole story of a document is long to tell."""
        entries = self.binder.ledger.by_reference[reference]
        if any(self.people.reached(entry_audience(entry)) for entry in entries):
            return True
        only = self.people.only or NOBODY
        return self.as_of is not None and any(entry_readers(entry) & only for entry in entries)

    def document(self, reference: str) -> DocumentReadings | None:
        """The readings of one document; None when it is out of use, suspended, or not in force yet."""
        history = self.binder.ledger.history(reference)
        release = history.in_force(self.binder.today)
        if release is None or history.suspension_of(release) or self.binder.successors(reference):
            return None
        line = counting_versions(history, release)
        asked = self._asked(line)
        names = (history.reference, *history.former)
        confirmed = self._confirmed(names, release)
        carried: dict[str, Version] = {}
        left = asked.keys() - confirmed.keys()
        for earlier in line[1:]:
            known = self._confirmed(names, earlier)
            hit = {p for p in left & known.keys() if asked[p].version <= earlier.version} if known else NOBODY
            carried.update(dict.fromkeys(hit, earlier.version))
            left = left - hit
        audience = frozenset(asked)
        missing = frozenset(left)
        minutes = minutes_of(self.binder, release)
        return DocumentReadings(
            reference=reference,
            title=release.detail("title") or reference,
            release=release,
            minutes=minutes,
            audience=audience,
            confirmed={p: day for p, day in confirmed.items() if p in asked},
            carried=carried,
            missing=missing,
            volunteers=frozenset(confirmed.keys() - audience) if self.people.only is None else NOBODY,
            tasks=self._tasks(reference, release, line, asked, missing, minutes),
        )

    def _asked(self, line: tuple[Release, ...]) -> dict[str, Release]:
        """Who must have read, each with the release since which a confirmation counts."""
        release, base = line[0], line[-1]
        if not asks_to_read(release):
            return {}
        audience = self._audience(release)
        asked = dict.fromkeys(audience, base) if asks_to_read(base) else {}
        for minor in reversed(line[:-1]):
            if minor.change is ChangeClass.MINOR and asks_to_read(minor) and (roles := reread_roles(minor)):
                asked.update(dict.fromkeys(audience & self.people.holding(roles), minor))
        return asked

    def _audience(self, release: Release) -> frozenset[str]:
        living = self.people.reached(released_audience(release))
        if self.as_of is None:
            return living
        frozen = frozen_readers(release)
        known = self.binder.organisation.person
        came = {p for p in living - frozen if arrival(known[p]) > release.released_on}
        return frozenset(p.id for p in self.people.present if p.id in frozen or p.id in came)

    def _confirmed(self, names: tuple[str, ...], release: Release) -> Mapping[str, dt.date]:
        found = self.confirmations.readers(names, release.version, release.text_digest)
        if self.as_of is None:
            return found
        return {person: day for person, day in found.items() if day <= self.as_of}

    def _tasks(
        self,
        reference: str,
        release: Release,
        line: tuple[Release, ...],
        asked: Mapping[str, Release],
        missing: frozenset[str],
        minutes: int,
    ) -> Mapping[str, ReadingTask]:
        if not missing:
            return {}
        deadlines = Deadlines(self.binder.organisation, reference, line)
        usual: dict[Version, ReadingTask] = {}
        tasks: dict[str, ReadingTask] = {}
        for person in missing:
            since = asked[person]
            if person in self.with_leaves or person not in deadlines.frozen[since.version]:
                due = deadlines.of(self.binder.organisation.person[person], since)
                tasks[person] = ReadingTask(reference, release.version, due, minutes)
                continue
            if since.version not in usual:
                usual[since.version] = ReadingTask(reference, release.version, deadlines.usual(since), minutes)
            tasks[person] = usual[since.version]
        return tasks


@dataclass(frozen=True)
class Deadlines:
    """The last days to read a document; `line` holds the versions that count, the newest first."""

    organisation: Organisation
    reference: str
    line: tuple[Release, ...]

    @cached_property
    def frozen(self) -> Mapping[Version, frozenset[str]]:
        """The people whom each of these versions asked on the day of its release."""
        return {each.version: frozen_readers(each) for each in self.line}

    def usual(self, since: Release) -> dt.date:
        """For somebody who was there when the version that asks was released, and was never away."""
        return later(first_day(since), self._days)

    def of(self, person: Person, since: Release) -> dt.date | None:
        """For one person: counted from the day on which the text was asked of them; a leave suspends it."""
        reached = [each for each in reversed(self.line) if each.version >= since.version]
        start = next((first_day(each) for each in reached if person.id in self.frozen[each.version]), None)
        days = self._days
        base, came = first_day(since), arrival(person)
        if start is None or (base < came < start and _is_for(since, person)):
            start = max(base, came)
            if came > base:
                days = path_days(self.organisation.paths, person, self.reference) or days
        return suspended(start, later(start, days), person.leaves)

    @property
    def _days(self) -> int:
        kind = self.organisation.kind.get(self.line[0].detail("kind"))
        return (kind or Kind(id="")).reading_days


def _is_for(release: Release, person: Person) -> bool:
    audience = released_audience(release)
    return audience is not None and concerns(audience, person)


def first_day(release: Release) -> dt.date:
    """The first day on which a version can be asked: released, and in force."""
    return max(release.released_on, release.effective_from)


def path_days(paths: tuple[NewcomerPath, ...], person: Person, reference: str) -> int:
    """The days that the newcomers' paths of the person's roles leave for a document; 0 when none names it."""
    stages = (stage for path in paths if path.role in person.roles for stage in path.stages)
    return min((stage.days for stage in stages if reference in stage.documents), default=0)


def suspended(start: dt.date, due: dt.date, leaves: tuple[Leave, ...]) -> dt.date | None:
    """The deadline put off by the days of leave since the start; None when a leave has no end."""
    for leave in sorted(leaves, key=lambda each: each.from_):
        if leave.from_ > due or (leave.until is not None and leave.until < max(start, leave.from_)):
            continue
        if leave.until is None:
            return None
        due = later(due, (leave.until - max(start, leave.from_)).days + 1)
    return due


def arrival(person: Person) -> dt.date:
    """The day since which the person has had these roles and units, as far as organisation.yml says it."""
    return max(person.from_ or dt.date.min, person.since or dt.date.min)
