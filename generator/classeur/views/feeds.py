"""What the house gives to feed readers and calendars: the releases, and the days to keep in mind."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain

from classeur.model.binder import Binder
from classeur.model.versions import ChangeClass
from classeur.views.addresses import document_page, version_page
from classeur.views.lists import DocumentRow
from classeur.views.sheet_check import web_root

RELEASES_SHOWN = 50
"""How many releases the feed holds, the last ones."""

_SPACE = uuid.uuid5(uuid.NAMESPACE_OID, "classeur")


@dataclass(frozen=True)
class FeedEntry:
    """A release as a feed tells it; `id` never changes, `address` is relative to the site's root."""

    id: uuid.UUID
    reference: str
    version: str
    title: str
    summary: str
    change: ChangeClass
    at: dt.datetime
    effective_from: dt.date
    address: str


@dataclass(frozen=True)
class ReleaseFeed:
    """The last releases, the newest first.

    Attributes:
        id: that of the house's ledger, whatever the site's address.
        root: the site's address with its final slash; empty when it has none.
        at: when the last thing told happened; None while nothing was released.
    """

    id: uuid.UUID
    organisation: str
    root: str
    at: dt.datetime | None
    entries: tuple[FeedEntry, ...]


class Occasion(StrEnum):
    """Why a day stands in the calendar."""

    REVIEW = "review"
    IN_FORCE = "in_force"


@dataclass(frozen=True)
class CalendarDay:
    """A whole day to keep in mind; `address` is relative to the site's root."""

    id: uuid.UUID
    occasion: Occasion
    on: dt.date
    reference: str
    version: str
    title: str
    owner: str
    address: str


@dataclass(frozen=True)
class HouseCalendar:
    """The review dates and the versions to come, by day.

    Attributes:
        at: the instant of the journal's last entry, else the first one of the binder's day: no clock is asked.
    """

    organisation: str
    root: str
    at: dt.datetime
    days: tuple[CalendarDay, ...]


def release_feed(binder: Binder, rows: Iterable[DocumentRow]) -> ReleaseFeed:
    """The last releases of the documents that the lists of this site show."""
    listed = {} if binder.ledger.is_empty else dict.fromkeys(row.reference for row in rows)
    found: list[FeedEntry] = []
    for reference in listed:
        standing = binder.standing(reference)
        at_home = standing.in_force or standing.upcoming
        for release in standing.history.releases:
            address = document_page(reference) if release == at_home else version_page(reference, release.version)
            found.append(
                FeedEntry(
                    uuid.uuid5(_SPACE, release.entry.hash),
                    reference,
                    str(release.version),
                    release.detail("title"),
                    release.detail("summary"),
                    release.change,
                    release.entry.at,
                    release.effective_from,
                    address,
                )
            )
    newest = sorted(found, key=lambda entry: (entry.at, entry.reference, entry.version), reverse=True)[:RELEASES_SHOWN]
    return ReleaseFeed(
        uuid.uuid5(_SPACE, f"releases of {_house(binder)}"),
        binder.organisation.name,
        web_root(binder.organisation.site_url),
        newest[0].at if newest else None,
        tuple(newest),
    )


def house_calendar(binder: Binder, rows: Iterable[DocumentRow]) -> HouseCalendar:
    """The days to keep in mind for the documents that the lists of this site show."""
    house = _house(binder)
    days = chain.from_iterable(binder.kept.of_each("days", (binder.today, house), partial(_days, binder), tuple(rows)))
    entries = binder.ledger.entries
    midnight = dt.datetime.combine(binder.today, dt.time(), dt.UTC)
    return HouseCalendar(
        binder.organisation.name,
        web_root(binder.organisation.site_url),
        entries[-1].at.astimezone(dt.UTC) if entries else midnight,
        tuple(sorted(days, key=lambda day: (day.on, day.reference, day.occasion))),
    )


def _days(binder: Binder, row: DocumentRow) -> tuple[CalendarDay, ...]:
    """The days of one line."""
    return tuple(_told_days(binder, row))


def _told_days(binder: Binder, row: DocumentRow) -> Iterable[CalendarDay]:
    told = [(Occasion.REVIEW, row.review_on)]
    if row.released_on and row.effective_from and row.effective_from > binder.today:
        told.append((Occasion.IN_FORCE, row.effective_from))
    for occasion, on in told:
        if on is None:
            continue
        name = f"{_house(binder)} {occasion.value} {row.reference} {row.version}"
        yield CalendarDay(
            uuid.uuid5(_SPACE, name), occasion, on, row.reference, row.version, row.title, row.owner, row.address
        )


def _house(binder: Binder) -> str:
    """What tells two houses apart for ever: the first entry of the journal, else the name."""
    entries = binder.ledger.entries
    return entries[0].hash if entries else binder.organisation.name
