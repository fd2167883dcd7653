"""Whom an audience reaches today."""

import datetime as dt
from collections.abc import Callable, Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Audience, Document
from classeur.model.findings import Location
from classeur.model.organisation import Organisation


def reaches_somebody(binder: Binder) -> Callable[[Audience], bool]:
    """A test: does someone present hold one of the audience's roles in one of its units?"""
    house, today = binder.organisation, binder.today
    held = binder.kept.of("roles held in units", "", (house, today), lambda: _held(house, today))

    def test(audience: Audience) -> bool:
        roles = (None,) if audience.roles is None else audience.roles
        units = (None,) if audience.units is None else audience.units
        return any((role, unit) in held for role in roles for unit in units)

    return test


def _held(house: Organisation, today: dt.date) -> frozenset[tuple[str | None, str | None]]:
    """Each role of somebody present, in each of their units; None stands for any."""
    present = [person for person in house.people if person.is_present(today)]
    return frozenset(
        (role, unit) for person in present for role in (*person.roles, None) for unit in (*person.units, None)
    )


def roles_named(document: Document) -> Iterator[tuple[str, Location]]:
    """The roles that a document names, in its audience and for reading again."""
    audience = document.header.audience
    for index, role in enumerate(audience.roles or () if audience else ()):
        yield role, document.place("audience", "roles", index)
    for index, role in enumerate(document.header.reread):
        yield role, document.place("reread", index)
