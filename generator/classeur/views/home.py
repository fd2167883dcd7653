"""The home page: what people come for, first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import chain
from operator import attrgetter

from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.later import later
from classeur.model.states import State
from classeur.views.days import Days, both, days
from classeur.views.lists import DocumentRow, today_only
from classeur.views.reading_rates import ReadingRate
from classeur.views.to_read import RoleReading, to_read

NEWS_DAYS = 30
"""How many days a release stays among the news."""
NEWS = 20
"""How many news lines the home page shows at most."""
DATES = 8
"""How many dates to come the home page shows."""


@dataclass(frozen=True)
class News:
    """A release, and until when it is news."""

    row: DocumentRow
    days: Days


class Occasion(StrEnum):
    """What happens on a day to come."""

    IN_FORCE = "in_force"
    REVIEW = "review"
    END = "end"  # of an emergency edition


@dataclass(frozen=True)
class DateToCome:
    """A day to keep in mind about a document; an overdue review stays until it is done.

    Attributes:
        days: until when it is worth saying.
    """

    row: DocumentRow
    occasion: Occasion
    on: dt.date
    days: Days


@dataclass(frozen=True)
class Home:
    """What the home page shows.

    Attributes:
        cards: the documents kept at hand for an emergency.
        news: the texts released lately, the newest first; `to_read` those of them that each role has to read.
        dates: the days to come, the nearest first; overdue reviews begin the list.
        coming: how many versions are approved for later.
        documents: how many documents the lists show; `suspended` how many of them must not be applied.
        drafts: how many documents have never been released, while nothing was.
        missing: how many texts could not be shown.
    """

    organisation: str
    cards: tuple[DocumentRow, ...]
    news: tuple[News, ...]
    to_read: tuple[RoleReading, ...]
    dates: tuple[DateToCome, ...]
    coming: int
    documents: int
    suspended: int
    drafts: int
    missing: int


def home(
    binder: Binder, rows: tuple[DocumentRow, ...], missing: int, rates: Mapping[str, ReadingRate] | None = None
) -> Home:
    """The home page of a published house.

    Args:
        rates: how many have read each document, where the site says it: what all have read is not to be read any more.
    """
    here = today_only(rows)
    news = _news(binder, rows)
    return Home(
        organisation=binder.organisation.name,
        cards=tuple(row for row in rows if row.is_critical),
        news=news,
        to_read=to_read(binder, (replace(each.row, days=each.days) for each in news if _is_unread(each.row, rates))),
        dates=_dates(binder, rows),
        coming=sum(_is_coming(binder, row) for row in rows),
        documents=len(here),
        suspended=sum(row.state is State.SUSPENDED for row in here),
        drafts=len(here) if binder.ledger.is_empty else 0,
        missing=missing,
    )


def _news(binder: Binder, rows: tuple[DocumentRow, ...]) -> tuple[News, ...]:
    """Releases become news on the day they apply, and are replaced with the version that they speak of."""
    found: list[tuple[dt.date, News]] = []
    for row in rows:
        if row.released_on is None or row.effective_from is None:
            continue
        since = max(row.released_on, row.effective_from)
        fresh = days(binder.today, since if since > binder.today else None, later(since, NEWS_DAYS))
        shown_on = both(binder.today, fresh, row.days)
        if shown_on and (shown_on.before is None or shown_on.before > binder.today):
            found.append((since, News(row, shown_on)))
    newest = sorted(found, key=lambda pair: pair[0], reverse=True)
    return tuple(news for _, news in newest[:NEWS])


def _is_unread(row: DocumentRow, rates: Mapping[str, ReadingRate] | None) -> bool:
    rate = (rates or {}).get(row.reference)
    return rate is None or rate.version != row.version or not rate.is_read_by_all


def _is_coming(binder: Binder, row: DocumentRow) -> bool:
    return bool(row.released_on and row.effective_from and row.effective_from > binder.today)


def _dates(binder: Binder, rows: tuple[DocumentRow, ...]) -> tuple[DateToCome, ...]:
    told = binder.kept.of_each("ends", (), _end, tuple(binder.standings.values()))
    ends = binder.kept.of("ends by reference", "", (told,), lambda: dict(filter(None, told)))
    dates = binder.kept.of_each("dates", (binder.today, ends), partial(_dates_of, binder, ends), rows)
    return tuple(sorted(chain.from_iterable(dates), key=attrgetter("on"))[:DATES])


def _end(found: Standing) -> tuple[tuple[str, str], dt.date] | None:
    """The reference and the version of an emergency edition, and its end."""
    release = found.in_force
    return ((found.reference, str(release.version)), release.until) if release and release.until else None


def _dates_of(binder: Binder, ends: Mapping[tuple[str, str], dt.date], row: DocumentRow) -> tuple[DateToCome, ...]:
    found: list[DateToCome] = []
    if _is_coming(binder, row) and row.effective_from:
        coming = days(binder.today, None, row.effective_from)
        found.append(DateToCome(row, Occasion.IN_FORCE, row.effective_from, coming))
    if row.review_on:
        found.append(DateToCome(row, Occasion.REVIEW, row.review_on, row.days))
    end = ends.get((binder.ledger.present(row.reference), row.version))
    if end:
        found.append(DateToCome(row, Occasion.END, end, row.days))
    return tuple(found)
