"""Whom a text is for: a living definition by roles and units, and the people frozen in each release."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from classeur.model.documents import Audience, Reading
from classeur.model.history import Release
from classeur.model.journal import JournalEntry
from classeur.model.organisation import Organisation, Person

NOBODY: frozenset[str] = frozenset()


def concerns(audience: Audience, person: Person) -> bool:
    """Whether the person holds one of the roles and is in one of the units; what is absent means all of them."""
    in_role = audience.roles is None or not set(audience.roles).isdisjoint(person.roles)
    return in_role and (audience.units is None or not set(audience.units).isdisjoint(person.units))


def released_audience(release: Release) -> Audience | None:
    """The audience that was released with a version; None when its text named none."""
    return entry_audience(release.entry)


def entry_audience(entry: JournalEntry) -> Audience | None:
    """The audience that an entry of the journal keeps; None when it keeps none."""
    kept = entry.details.get("audience")
    if not isinstance(kept, Mapping) or not kept:
        return None
    return Audience.model_construct(roles=_names(kept.get("roles")), units=_names(kept.get("units")))


def frozen_readers(release: Release) -> frozenset[str]:
    """The people of the audience on the day of the release, as the journal keeps them."""
    return entry_readers(release.entry)


def entry_readers(entry: JournalEntry) -> frozenset[str]:
    """The people that an entry of the journal keeps as its audience."""
    return frozenset(_names(entry.details.get("readers")) or ())


def asks_to_read(release: Release) -> bool:
    """Whether the version asks its audience to confirm: for information, it asks nobody."""
    return release.detail("reading") != Reading.INFORMATION.value


def reread_roles(release: Release) -> frozenset[str]:
    """The roles that a minor version asks to read again."""
    return frozenset(_names(release.entry.details.get("reread")) or ())


def _names(value: Any) -> tuple[str, ...] | None:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else None


@dataclass(frozen=True)
class Attendance:
    """Who is there on a day, and whom audiences reach.

    Attributes:
        only: the people whose readings are asked for; None for everybody.
    """

    organisation: Organisation
    day: dt.date
    only: frozenset[str] | None = None
    _found: dict[tuple[object, object], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def present(self) -> Iterable[Person]:
        """The people of the organisation on that day, in its order; a leave does not end it."""
        wanted = self.only
        people = self.organisation.person.values() if wanted is None else map(self.organisation.person.get, wanted)
        return (person for person in people if person is not None and person.is_present(self.day))

    def reached(self, audience: Audience | None) -> frozenset[str]:
        """The present people that an audience concerns."""
        if audience is None:
            return NOBODY
        key = (audience.roles, audience.units)
        if key not in self._found:
            self._found[key] = frozenset(person.id for person in self.present if concerns(audience, person))
        return self._found[key]

    def holding(self, roles: Iterable[str]) -> frozenset[str]:
        """The present people who hold one of the roles."""
        return self.reached(Audience.model_construct(roles=tuple(sorted(roles)), units=None))
