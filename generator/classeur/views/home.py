"""The home page: what people come for, first."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.states import State
from classeur.views.lists import DocumentRow

NEWS = 6
"""How many news lines and next reviews the home page shows."""


@dataclass(frozen=True)
class Home:
    """What the home page shows.

    Attributes:
        cards: the documents kept at hand for an emergency.
        news: the latest texts in force, or to come, the newest first.
        next_reviews: the reviews that come, the nearest first; the overdue ones begin the list.
        drafts: how many documents have never been released.
        missing: how many texts could not be shown.
    """

    organisation: str
    cards: tuple[DocumentRow, ...]
    news: tuple[DocumentRow, ...]
    next_reviews: tuple[DocumentRow, ...]
    documents: int
    drafts: int
    missing: int


def home(binder: Binder, rows: tuple[DocumentRow, ...], missing: int) -> Home:
    """The home page of a house."""
    in_force = [row for row in rows if row.state in (State.APPLICABLE, State.APPROVED) and row.effective_from]
    dated = [row for row in rows if row.review_on]
    return Home(
        organisation=binder.organisation.name,
        cards=tuple(row for row in rows if row.is_critical),
        news=tuple(sorted(in_force, key=lambda row: row.effective_from or binder.today, reverse=True)[:NEWS]),
        next_reviews=tuple(sorted(dated, key=lambda row: row.review_on or binder.today)[:NEWS]),
        documents=len(rows),
        drafts=sum(row.state not in _RELEASED for row in rows),
        missing=missing,
    )


_RELEASED = frozenset({State.APPLICABLE, State.APPROVED, State.SUSPENDED, State.SUPERSEDED, State.WITHDRAWN})
