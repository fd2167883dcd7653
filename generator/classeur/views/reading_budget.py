"""How much reading is asked of each role, month by month: the time of the house is counted before it is spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from classeur.model.audiences import asks_to_read, released_audience, reread_roles
from classeur.model.binder import Binder
from classeur.model.history import Release
from classeur.model.readings import first_day, minutes_of
from classeur.model.versions import ChangeClass

MONTHS = 12
"""How many months the page shows: a year, the last of which is the present month or the last one that asks."""

Month = tuple[int, int]


@dataclass(frozen=True)
class RoleBudget:
    """The minutes asked of one person who holds a role, one number for each month shown."""

    title: str
    minutes: tuple[int, ...]

    @property
    def total(self) -> int:
        """The minutes of all these months."""
        return sum(self.minutes)


@dataclass(frozen=True)
class ReadingBudget:
    """The months shown, as (year, month), the latest first, and one line a role that somebody asks to read."""

    months: tuple[Month, ...]
    roles: tuple[RoleBudget, ...]


def reading_budget(binder: Binder) -> ReadingBudget:
    """The reading asked of each role, in the month in which it is first asked."""
    asked: dict[str, dict[Month, int]] = defaultdict(lambda: defaultdict(int))
    latest = (binder.today.year, binder.today.month)
    roles = tuple(role.id for role in binder.organisation.roles)
    for reference in binder.ledger.by_reference:
        for release in binder.ledger.history(reference).releases:
            start = first_day(release)
            month = (start.year, start.month)
            for role in _asked(release, roles):
                asked[role][month] += minutes_of(binder, release)
                latest = max(latest, month)
    months = tuple(_months_until(latest))
    listed = tuple(
        RoleBudget(binder.organisation.title_of_role(role), tuple(asked[role][month] for month in months))
        for role in roles
        if role in asked
    )
    return ReadingBudget(months, tuple(each for each in listed if each.total))


def _asked(release: Release, roles: tuple[str, ...]) -> Iterator[str]:
    """The roles that a version asks to read it."""
    audience = released_audience(release)
    if audience is None or not asks_to_read(release) or release.change is ChangeClass.EDITORIAL:
        return
    named = reread_roles(release) if release.change is ChangeClass.MINOR else frozenset(roles)
    yield from (role for role in roles if role in named and (audience.roles is None or role in audience.roles))


def _months_until(last: Month) -> Iterator[Month]:
    newest = last[0] * 12 + last[1] - 1
    for rank in range(newest, newest - MONTHS, -1):
        yield rank // 12, rank % 12 + 1
