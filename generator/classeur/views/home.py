"""The home page: what people come for, first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.states import State
from classeur.views.days import Days, both, days
from classeur.views.lists import DocumentRow, today_only

NEWS_DAYS = 30
"""How many days a release stays among the news."""
NEWS = 20
"""How many news lines the home page shows at most."""
REVIEWS = 6
"""How many next reviews the home page shows."""


@dataclass(frozen=True)
class News:
    """A release, and until when it is news."""

    row: DocumentRow
    days: Days


@dataclass(frozen=True)
class Coming:
    """A version approved for later, until its day has come."""

    row: DocumentRow
    on: dt.date
    days: Days


@dataclass(frozen=True)
class Home:
    """What the home page shows.

    Attributes:
        cards: the documents kept at hand for an emergency.
        news: the texts released lately, the newest first; `coming` those approved for later, the nearest first.
        next_reviews: the reviews that come, the nearest first; the overdue ones begin the list.
        documents: how many documents the lists show; `suspended` how many of them must not be applied.
        drafts: how many documents have never been released, while nothing was.
        missing: how many texts could not be shown.
    """

    organisation: str
    cards: tuple[DocumentRow, ...]
    news: tuple[News, ...]
    coming: tuple[Coming, ...]
    next_reviews: tuple[DocumentRow, ...]
    documents: int
    suspended: int
    drafts: int
    missing: int


def home(binder: Binder, rows: tuple[DocumentRow, ...], missing: int) -> Home:
    """The home page of a published house."""
    here = today_only(rows)
    dated = [row for row in rows if row.review_on]
    return Home(
        organisation=binder.organisation.name,
        cards=tuple(row for row in rows if row.is_critical),
        news=_news(binder, rows),
        coming=_coming(binder, rows),
        next_reviews=tuple(sorted(dated, key=lambda row: row.review_on or binder.today)[:REVIEWS]),
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
        fresh = days(binder.today, since if since > binder.today else None, since + dt.timedelta(days=NEWS_DAYS))
        shown_on = both(binder.today, fresh, row.days)
        if shown_on and (shown_on.before is None or shown_on.before > binder.today):
            found.append((since, News(row, shown_on)))
    newest = sorted(found, key=lambda pair: pair[0], reverse=True)
    return tuple(news for _, news in newest[:NEWS])


def _coming(binder: Binder, rows: tuple[DocumentRow, ...]) -> tuple[Coming, ...]:
    coming = [
        Coming(row, row.effective_from, days(binder.today, None, row.effective_from))
        for row in rows
        if row.released_on and row.effective_from and row.effective_from > binder.today
    ]
    return tuple(sorted(coming, key=lambda each: each.on))
