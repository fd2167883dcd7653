"""Whom an audience reaches today."""

from collections.abc import Callable, Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Audience, Document
from classeur.model.findings import Location


def reaches_somebody(binder: Binder) -> Callable[[Audience], bool]:
    """A test: does someone present hold one of the audience's roles in one of its units?"""
    present = [person for person in binder.organisation.people if person.is_present(binder.today)]
    held = {(role, unit) for person in present for role in (*person.roles, None) for unit in (*person.units, None)}

    def test(audience: Audience) -> bool:
        roles = (None,) if audience.roles is None else audience.roles
        units = (None,) if audience.units is None else audience.units
        return any((role, unit) in held for role in roles for unit in units)

    return test


def roles_named(document: Document) -> Iterator[tuple[str, Location]]:
    """The roles that a document names, in its audience and for reading again."""
    audience = document.header.audience
    for index, role in enumerate(audience.roles or () if audience else ()):
        yield role, document.place("audience", "roles", index)
    for index, role in enumerate(document.header.reread):
        yield role, document.place("reread", index)
