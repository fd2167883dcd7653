"""Builders of readings, without a house: one version and its readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from classeur.model.history import Release
from classeur.model.journal import EntryKind, JournalEntry, LedgerFile
from classeur.model.readings import DocumentReadings, ReadingTask
from classeur.model.versions import Version
from tests.ledgers import REFERENT

RELEASED = dt.date(2026, 3, 12)


def a_release(reference: str = "PR-R1-001", version: str = "2.0", **details: object) -> Release:
    """A version released on 12 March 2026."""
    at = dt.datetime.combine(RELEASED, dt.time(9), dt.UTC)
    kept = {"title": "Accueillir un patient", "change": "major", "minutes": 4, **details}
    files = (LedgerFile("source.md", 1, "9f" * 32),)
    entry = JournalEntry(
        EntryKind.RELEASE, at, REFERENT, reference, Version.parse(version), "d", files, kept, sequence=1, hash="e" * 64
    )
    return Release(reference, Version.parse(version), entry, RELEASED, RELEASED)


def a_reading(
    reference: str = "PR-R1-001",
    confirmed: tuple[str, ...] = (),
    carried: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
    volunteers: tuple[str, ...] = (),
    due: Mapping[str, dt.date | None] | None = None,
    **details: object,
) -> DocumentReadings:
    """The readings of one version; who has still to read it has until 11 April, unless said otherwise."""
    release = a_release(reference, "2.0", **details)
    days = {person: dt.date(2026, 4, 11) for person in missing} | dict(due or {})
    return DocumentReadings(
        reference=reference,
        title=release.detail("title"),
        release=release,
        minutes=4,
        audience=frozenset((*confirmed, *carried, *missing)),
        confirmed=dict.fromkeys(confirmed, dt.date(2026, 3, 15)),
        carried=dict.fromkeys(carried, Version(1)),
        missing=frozenset(missing),
        volunteers=frozenset(volunteers),
        tasks={person: ReadingTask(reference, release.version, days[person], 4) for person in missing},
    )
