"""What the top of a page warns of, and on which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from classeur.model.binder import Binder
from classeur.model.history import Release
from classeur.model.states import State
from classeur.views.addresses import document_page, version_page
from classeur.views.days import ALWAYS, Days, both, days, overlaps
from classeur.views.lists import review_due
from classeur.views.shown import Shown
from classeur.views.timeline import Span, StateDays, in_force_days, state_in

_ONE_DAY = dt.timedelta(days=1)


class Notice(StrEnum):
    """What a banner says. The words are in `wording`."""

    WORKING = "working"  # a text that nobody released
    SUSPENDED = "suspended"
    TO_COME = "to_come"
    NEXT_VERSION = "next_version"
    REPLACED = "replaced"
    REPLACED_BY_OTHERS = "replaced_by_others"
    WITHDRAWN = "withdrawn"
    TEMPORARY = "temporary"
    LAPSED = "lapsed"
    REVIEW_SOON = "review_soon"
    REVIEW_LATE = "review_late"
    REVIEW_VERY_LATE = "review_very_late"


@dataclass(frozen=True)
class Banner:
    """One notice: what it says, on which days, and the page that it leads to."""

    notice: Notice
    days: Days = ALWAYS
    state: State = State.APPLICABLE
    day: dt.date | None = None
    version: str = ""
    reason: str = ""
    address: str = ""
    others: tuple[tuple[str, str], ...] = ()


def banners(binder: Binder, each: Shown, spans: tuple[Span, ...], states: tuple[StateDays, ...]) -> tuple[Banner, ...]:
    """The notices of one page, the gravest first."""
    if each.release is None:
        working = Banner(Notice.WORKING, state=each.standing.in_progress or binder.state_of(each.document))
        return (working, *_reviews(binder, each, (ALWAYS,)))
    found = [
        *_withdrawn(each),
        *_by_span(binder, each, each.release, spans, states),
        *_temporary(binder, each.release, states),
        *_reviews(binder, each, in_force_days(states)),
    ]
    ranks = list(Notice)
    return tuple(sorted(found, key=lambda banner: ranks.index(banner.notice)))


def _withdrawn(each: Shown) -> Iterator[Banner]:
    withdrawal = each.standing.history.withdrawal
    if withdrawal:
        yield Banner(
            Notice.WITHDRAWN, day=withdrawal.on, reason=withdrawal.reason, address=document_page(each.reference)
        )


def _by_span(
    binder: Binder, each: Shown, release: Release, spans: tuple[Span, ...], states: Iterable[StateDays]
) -> Iterator[Banner]:
    for state in states:
        if state.state is State.APPROVED:
            yield Banner(Notice.TO_COME, state.days, day=release.effective_from)
        elif state.state is State.SUSPENDED and (stop := each.standing.history.suspension_of(release)):
            yield Banner(Notice.SUSPENDED, state.days, day=stop.on, reason=stop.reason)
    for span in spans:
        if span.state is State.SUPERSEDED:
            others = tuple((other, document_page(other)) for other in span.successors)
            yield Banner(Notice.REPLACED_BY_OTHERS, span.days, day=span.days.first, others=others)
        elif span.release and state_in(release, span) is State.SUPERSEDED:
            address = _address(binder, each, span.release)
            yield Banner(
                Notice.REPLACED,
                span.days,
                state=span.state,
                day=span.days.first or span.release.effective_from,
                version=str(span.release.version),
                address=address,
            )
    yield from _next(binder, each, release, spans)


def _next(binder: Binder, each: Shown, release: Release, spans: tuple[Span, ...]) -> Iterator[Banner]:
    """The version that comes after this one, told while this one is the one to read."""
    for span, after in pairwise(spans):
        if span.release == release and after.release and after.days.first and _is_newer(after.release, release):
            yield Banner(
                Notice.NEXT_VERSION,
                span.days,
                day=after.days.first,
                version=str(after.release.version),
                address=_address(binder, each, after.release),
            )


def _is_newer(one: Release, other: Release) -> bool:
    return one.entry.sequence > other.entry.sequence


def _temporary(binder: Binder, release: Release, states: Iterable[StateDays]) -> Iterator[Banner]:
    if release.until is None:
        return
    after = release.until + _ONE_DAY
    for part in overlaps(binder.today, days(binder.today, None, after), in_force_days(states)):
        yield Banner(Notice.TEMPORARY, part, day=release.until)
    for state in states:
        lapsed = both(binder.today, state.days, days(binder.today, after))
        if state.state is State.WITHDRAWN and lapsed:
            yield Banner(Notice.LAPSED, lapsed, day=release.until)


def _reviews(binder: Binder, each: Shown, applying: Iterable[Days]) -> Iterator[Banner]:
    due = review_due(binder, each.document, each.release)
    if due is None:
        return
    late = days(binder.today, due.late.first, due.very_late.first)
    told = ((Notice.REVIEW_SOON, due.soon), (Notice.REVIEW_LATE, late), (Notice.REVIEW_VERY_LATE, due.very_late))
    parts = tuple(applying)
    for notice, when in told:
        for common in overlaps(binder.today, when, parts):
            yield Banner(notice, common, day=due.on)


def _address(binder: Binder, each: Shown, other: Release) -> str:
    """Where another version of the same document is read on the day of the build."""
    if other == (each.standing.in_force or each.standing.upcoming):
        return document_page(each.reference)
    return version_page(each.reference, other.version)
