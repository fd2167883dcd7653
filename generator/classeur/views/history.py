"""The life of a document: its versions, its reviews, what each one changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.history import History, Release
from classeur.model.journal import ReviewOutcome
from classeur.model.versions import ChangeClass
from classeur.views.addresses import comparison_page, document_page, version_page
from classeur.views.shown import version_of


@dataclass(frozen=True)
class HistoryRow:
    """One version: when it applied, how far it went, what it changed, who wrote it.

    Attributes:
        address: the page of the version; `comparison` that of its differences, empty for the first one.
        reference: the one it was released under.
    """

    version: str
    reference: str
    effective_from: dt.date
    change: ChangeClass
    summary: str
    writers: tuple[str, ...]
    address: str
    comparison: str
    is_adopted: bool


@dataclass(frozen=True)
class ReviewRow:
    """Somebody looked at the text again."""

    on: dt.date
    name: str
    outcome: ReviewOutcome
    reason: str
    version: str


def history_rows(binder: Binder, reference: str) -> tuple[HistoryRow, ...]:
    """Every version of a document, the last one first."""
    found = binder.standing(reference)
    at_home = found.in_force or found.upcoming
    releases = found.history.releases
    rows = (
        HistoryRow(
            version=str(release.version),
            reference=release.reference,
            effective_from=release.effective_from,
            change=release.change,
            summary=release.detail("summary"),
            writers=_writers(binder, release),
            address=document_page(reference) if release == at_home else version_page(reference, release.version),
            comparison=comparison_page(reference, release.version) if number else "",
            is_adopted=release.is_adopted,
        )
        for number, release in enumerate(releases)
    )
    return tuple(rows)[::-1]


def review_rows(binder: Binder, reference: str) -> tuple[ReviewRow, ...]:
    """Every review of a document, the last one first."""
    reviews = binder.standing(reference).history.reviews
    return tuple(
        ReviewRow(each.on, each.actor.name, each.outcome, each.reason, str(each.version or "")) for each in reviews
    )[::-1]


def predecessor(history: History, release: Release) -> Release | None:
    """The version released just before that one."""
    place = history.releases.index(release)
    return history.releases[place - 1] if place else None


def has_own_page(history: History, release: Release, at_home: Release | None) -> bool:
    """Whether a version has a page of its own: it is not at the document's address, or was announced before it was."""
    if release != at_home:
        return True
    return release.released_on < release.effective_from or release != history.releases[-1]


def _writers(binder: Binder, release: Release) -> tuple[str, ...]:
    text = version_of(binder, release)
    return tuple(binder.organisation.name_of(person) for person in text.header.writer) if text else ()
