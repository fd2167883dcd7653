"""What is in force under a reference, from today on: the dates that a page needs so as not to lie later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.history import History, Release
from classeur.model.states import State
from classeur.views.days import Days, days

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Some days on which one release is the one to show, in one state.

    Attributes:
        release: None when there is nothing to read: withdrawn, replaced by another document, or lapsed.
        successors: the documents that replace this one on those days.
    """

    release: Release | None
    state: State
    days: Days
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class StateDays:
    """A state and the days that it lasts."""

    state: State
    days: Days


Successions = Mapping[str, tuple[tuple[dt.date, str], ...]]
"""By reference, from which day which document replaces it."""


def successions(binder: Binder) -> Successions:
    """The replacements that are in force, and those that a version approved for later brings."""
    found: dict[str, list[tuple[dt.date, str]]] = {}
    for present, history in binder.ledger.histories.items():
        if history.withdrawal:
            continue
        for release in history.live:
            for old in release.entry.details.get("supersedes", ()):
                found.setdefault(binder.ledger.present(str(old)), []).append((release.effective_from, present))
    return {reference: tuple(sorted(group)) for reference, group in found.items()}


def timelines(binder: Binder) -> Mapping[str, tuple[Span, ...]]:
    """The spans of each document, by present reference (`timeline`)."""
    return binder.answer("timelines", _timelines)


def _timelines(binder: Binder) -> Mapping[str, tuple[Span, ...]]:
    replaced = binder.kept.same("successions", successions(binder))
    references, found = tuple(binder.standings), tuple(binder.standings.values())

    def find(standing: Standing) -> tuple[Span, ...]:
        return timeline(binder, standing.reference, replaced)

    spans = binder.kept.of_each("timelines", (replaced, binder.today), find, found)
    return dict(zip(references, spans, strict=True))


def timeline(binder: Binder, reference: str, replaced: Successions) -> tuple[Span, ...]:
    """The spans from today on, one after the other; the first has no beginning and the last no end."""
    history, today, successors = binder.standing(reference).history, binder.today, replaced.get(reference, ())
    given = (history, today, successors)
    return binder.kept.of("timeline", reference, given, lambda: _timeline(history, today, successors))


def _timeline(history: History, today: dt.date, successors: tuple[tuple[dt.date, str], ...]) -> tuple[Span, ...]:
    if history.withdrawal:
        return (Span(None, State.WITHDRAWN, Days()),)
    changes = sorted({today, *_changes(history, today), *(day for day, _ in successors if day > today)})
    told: list[tuple[dt.date, tuple[Release | None, State, tuple[str, ...]]]] = []
    for day in changes:
        here = _on(history, day, tuple(dict.fromkeys(by for since, by in successors if since <= day)))
        if not told or told[-1][1] != here:
            told.append((day, here))
    ends = [*(day for day, _ in told[1:]), None]
    return tuple(
        Span(release, state, days(today, None if day == today else day, end), by)
        for (day, (release, state, by)), end in zip(told, ends, strict=True)
    )


def states_of(release: Release, spans: tuple[Span, ...]) -> tuple[StateDays, ...]:
    """The states of one version over these spans: to come, in force, replaced."""
    found: list[StateDays] = []
    for span in spans:
        state = state_in(release, span)
        if found and found[-1].state is state:
            joined = Days(found[-1].days.first, span.days.before, found[-1].days.is_now or span.days.is_now)
            found[-1] = StateDays(state, joined)
        else:
            found.append(StateDays(state, span.days))
    return tuple(found)


def state_in(release: Release, span: Span) -> State:
    """The state of one version on the days of a span, which may be those of another version."""
    if span.release == release or span.state is State.WITHDRAWN:
        return span.state
    is_before = span.days.before is not None and release.effective_from >= span.days.before
    return State.APPROVED if is_before and span.state is not State.SUPERSEDED else State.SUPERSEDED


def in_force_days(states: Iterable[StateDays]) -> tuple[Days, ...]:
    """The days on which the version applies, suspended or not."""
    return tuple(each.days for each in states if each.state in (State.APPLICABLE, State.SUSPENDED))


def _changes(history: History, today: dt.date) -> Iterator[dt.date]:
    """The coming days on which another version may be in force."""
    for release in history.live:
        if release.effective_from > today:
            yield release.effective_from
        if release.until is not None and release.until >= today:
            yield release.until + _ONE_DAY


def _on(history: History, day: dt.date, successors: tuple[str, ...]) -> tuple[Release | None, State, tuple[str, ...]]:
    release = history.in_force(day)
    if successors:
        return None, State.SUPERSEDED, successors
    if release is not None:
        return release, State.SUSPENDED if history.suspension_of(release) else State.APPLICABLE, ()
    upcoming = history.upcoming(day)
    if upcoming is not None:
        return upcoming, State.APPROVED, ()
    return None, State.WITHDRAWN, ()
