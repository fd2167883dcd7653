"""The newcomer's path: what somebody who arrives reads first, stage after stage, and by which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.later import later
from classeur.model.organisation import NewcomerPath, PathStage, Person
from classeur.model.readings import DocumentReadings, arrival, minutes_of
from classeur.model.states import State
from classeur.views.addresses import document_page, newcomer_page
from classeur.views.confirming import mark_of

STILL_NEW = 60
"""How many days after the last day of the path its page stays on the site."""


@dataclass(frozen=True)
class PathDocument:
    """A version in force that the path names.

    Attributes:
        read_on: the day on which the newcomer read it; `covered_by` an earlier version that still counts.
    """

    reference: str
    title: str
    version: str
    address: str
    minutes: int
    digest: str
    read_on: dt.date | None = None
    covered_by: str = ""

    @property
    def is_read(self) -> bool:
        """Whether the newcomer has read what counts."""
        return bool(self.read_on or self.covered_by)


@dataclass(frozen=True)
class PathPart:
    """One stage; `by` is its last day, None when nobody knows the day of arrival."""

    title: str
    days: int
    by: dt.date | None
    documents: tuple[PathDocument, ...]

    @property
    def minutes(self) -> int:
        """To read all of it once."""
        return sum(each.minutes for each in self.documents)


@dataclass(frozen=True)
class Path:
    """A whole path: that of a role, or of one person who may hold several.

    Attributes:
        person: an id; empty for the path of a role.
        title: the person's name, or the role's title.
        roles: the titles of the roles whose paths it holds.
    """

    person: str
    title: str
    roles: tuple[str, ...]
    arrived: dt.date | None
    parts: tuple[PathPart, ...]
    as_of: dt.date
    address: str = ""

    @property
    def minutes(self) -> int:
        """To read all of it once."""
        return sum(part.minutes for part in self.parts)

    @property
    def documents(self) -> int:
        """How many documents it names."""
        return sum(len(part.documents) for part in self.parts)


def role_paths(binder: Binder) -> tuple[Path, ...]:
    """The path of each role that has one, in the order of organisation.yml."""
    found = []
    for path in binder.organisation.paths:
        title = binder.organisation.title_of_role(path.role)
        parts = tuple(_parts(binder, [path], None, {}))
        if parts:
            found.append(Path("", title, (title,), None, parts, binder.today))
    return tuple(found)


def newcomers(binder: Binder, documents: Mapping[str, DocumentReadings]) -> tuple[Path, ...]:
    """The paths of those who arrived lately, by name."""
    house = binder.organisation
    new = [person for person in house.people if _is_new(person, house.paths, binder.today)]
    paths = (person_path(binder, person.id, documents) for person in new)
    return tuple(sorted((path for path in paths if path.parts), key=lambda path: (path.title.casefold(), path.person)))


def person_path(binder: Binder, person: str, documents: Mapping[str, DocumentReadings]) -> Path:
    """What one person reads first: the paths of their roles as one, each document once, in its earliest stage.

    Args:
        person: an id of organisation.yml.
        documents: who has read what, by reference.
    """
    house = binder.organisation
    holder = house.person[person]
    came = arrival(holder)
    arrived = None if came == dt.date.min else came
    paths = [path for path in house.paths if path.role in holder.roles]
    read = {reference: found for reference, found in documents.items() if person in found.audience | found.volunteers}
    return Path(
        person,
        house.name_of(person),
        tuple(house.title_of_role(path.role) for path in paths),
        arrived,
        tuple(_parts(binder, paths, holder, read)),
        binder.today,
        newcomer_page(person),
    )


def _is_new(person: Person, paths: Iterable[NewcomerPath], today: dt.date) -> bool:
    if not person.is_present(today) or arrival(person) == dt.date.min:
        return False
    days = [stage.days for path in paths if path.role in person.roles for stage in path.stages]
    return bool(days) and today <= later(arrival(person), max(days) + STILL_NEW)


def _parts(
    binder: Binder, paths: Iterable[NewcomerPath], holder: Person | None, read: Mapping[str, DocumentReadings]
) -> Iterator[PathPart]:
    """The stages, the nearest first; two of as many days are one, and one that names nothing in force is left out."""
    stages: dict[int, list[PathStage]] = {}
    for path in paths:
        for stage in path.stages:
            stages.setdefault(stage.days, []).append(stage)
    seen: set[str] = set()
    came = arrival(holder) if holder else dt.date.min
    for days, together in sorted(stages.items()):
        named = [binder.ledger.present(reference) for stage in together for reference in stage.documents]
        fresh = [reference for reference in dict.fromkeys(named) if reference not in seen]
        seen.update(fresh)
        documents = tuple(_documents(binder, fresh, holder.id if holder else "", read))
        if documents:
            by = later(came, days) if came > dt.date.min else None
            yield PathPart(together[0].title, days, by, documents)


def _documents(
    binder: Binder, references: Iterable[str], person: str, read: Mapping[str, DocumentReadings]
) -> Iterator[PathDocument]:
    for reference in references:
        found = binder.standing(reference)
        release = found.in_force
        if release is None or found.state is not State.APPLICABLE:
            continue
        known = read.get(reference)
        yield PathDocument(
            reference=reference,
            title=release.detail("title") or reference,
            version=str(release.version),
            address=document_page(reference),
            minutes=minutes_of(binder, release),
            digest=mark_of(reference, release).digest,
            read_on=known.confirmed.get(person) if known else None,
            covered_by=str(known.carried[person]) if known and person in known.carried else "",
        )
