"""Who is there, what each may do, and the circuit of each kind of document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import Field

from classeur.model.findings import Location
from classeur.model.typed import Choice, ChoiceSet, Day, Text, TextList, TypedModel, Whole, YesNo

ORGANISATION_FILE = PurePosixPath("manual/organisation.yml")
PROCESS_KIND = "process"
_WEB = ("http://", "https://")


class Step(StrEnum):
    """What a role may do in the circuit of a document."""

    WRITE = "write"
    VALIDATE = "validate"
    APPROVE = "approve"
    RELEASE = "release"
    REVIEW = "review"


class Cumul(StrEnum):
    """Whether one person may hold two steps of the same circuit."""

    FORBIDDEN = "forbidden"
    MOTIVATED = "motivated"
    FREE = "free"


class Size(StrEnum):
    """How large the organisation is: it decides a few defaults, never a right."""

    SINGLE = "single"
    TEAM = "team"
    LARGE = "large"


class Profile(StrEnum):
    """How demanding the checks are; each profile holds the one before it."""

    START = "start"
    HOUSE = "house"
    CERTIFICATION = "certification"


class ReadingsShown(StrEnum):
    """What the published site shows of who has read what."""

    PEOPLE = "people"
    ROLES = "roles"
    NONE = "none"


class Leave(TypedModel):
    """A long absence: reading deadlines wait until it ends."""

    from_: Day = Field(alias="from")
    until: Day | None = None


class Person(TypedModel):
    """Someone of the organisation. A leaver stays, with `until`; an id is never reused.

    Attributes:
        since: the day of the last change of roles or units: what they bring to read is counted from there.
    """

    id: Text
    name: Text = ""
    email: Text = ""
    roles: TextList = ()
    units: TextList = ()
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    since: Day | None = None
    leaves: tuple[Leave, ...] = ()

    def is_present(self, day: dt.date) -> bool:
        """Whether the person belongs to the organisation on that day (a leave does not end it)."""
        return (self.from_ is None or self.from_ <= day) and not self.has_left(day)

    def has_left(self, day: dt.date) -> bool:
        """Whether the person's last day is over."""
        return self.until is not None and self.until < day


class Role(TypedModel):
    """A function, held by people over dates, and the steps that it may take."""

    id: Text
    title: Text = ""
    may: ChoiceSet[Step] = frozenset()


class Unit(TypedModel):
    """A service or a team."""

    id: Text
    title: Text = ""


class Circuit(TypedModel):
    """The signatures that a kind of document needs before its release."""

    validation: Whole = 0
    approval: Whole = 0
    cumul: Choice[Cumul] = Cumul.FORBIDDEN

    def signatures(self, step: Step) -> int:
        """How many signatures the circuit asks for at a step; writing and releasing need none."""
        if step is Step.VALIDATE:
            return self.validation
        return self.approval if step is Step.APPROVE else 0

    def accepts_cumul(self, reason: str) -> bool:
        """Whether one person may hold two steps of a document that gives this reason."""
        return self.cumul is Cumul.FREE or (self.cumul is Cumul.MOTIVATED and bool(reason))


class Kind(TypedModel):
    """A kind of document: its code in references, its circuit, its review interval in months."""

    id: Text
    code: Text = ""
    title: Text = ""
    circuit: Circuit = Circuit()
    review_months: Whole | None = None
    reading_days: Whole = 30
    critical: YesNo = False
    requires: TextList = ()


class Delegation(TypedModel):
    """Somebody signs for somebody else, on given steps, between two dates."""

    from_person: Text
    to_person: Text
    steps: ChoiceSet[Step] = frozenset()
    from_: Day = Field(alias="from")
    until: Day | None = None

    def runs(self, day: dt.date) -> bool:
        """Whether the delegation holds that day; one without an end never does."""
        return self.until is not None and self.from_ <= day <= self.until


class Account(TypedModel):
    """A git or system account that belongs to a person."""

    account: Text
    person: Text


class PathStage(TypedModel):
    """One stage of a newcomer's path: documents to read within so many days."""

    title: Text
    days: Whole = 0
    documents: TextList = ()


class NewcomerPath(TypedModel):
    """What a newcomer in a role reads first, in stages."""

    role: Text
    stages: tuple[PathStage, ...] = ()


class Commitments(TypedModel):
    """The delays that the house set for itself, in days.

    Attributes:
        feedback_days: from the report of an event to the answer to the person who reported it.
        answer_days: from the reception of a complaint to its answer.
        proposal_days: from a reader's proposal to its answer.
        effect_days: from the end of an action to the check of its effect.
        measure_days: from the end of a period to the measure of an indicator.
    """

    feedback_days: Whole = 15
    answer_days: Whole = 30
    proposal_days: Whole = 30
    effect_days: Whole = 120
    measure_days: Whole = 30


_Item = TypeVar("_Item", Person, Role, Unit, Kind)


@dataclass(frozen=True)
class Organisation:
    """The whole of manual/organisation.yml.

    Attributes:
        is_readable: false when the file could not be read.
        refused: what was missing or wrong, and told as such: `people`, `roles.2.may`.
    """

    name: str = ""
    language: str = "fr"
    timezone: str = "Europe/Paris"
    size: Size = Size.TEAM
    site_url: str = ""
    profile: Profile = Profile.HOUSE
    readings: ReadingsShown | None = None
    reference_pattern: str = "{kind}-{process}-{number:03}"
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    units: tuple[Unit, ...] = ()
    kinds: tuple[Kind, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    accounts: tuple[Account, ...] = ()
    paths: tuple[NewcomerPath, ...] = ()
    commitments: Commitments = field(default_factory=Commitments)
    is_readable: bool = True
    refused: frozenset[str] = frozenset()
    places: Mapping[tuple[str | int, ...], Location] = field(default_factory=dict, compare=False, repr=False)

    def place(self, *where: str | int) -> Location:
        """Where the person typed this value; the nearest enclosing one otherwise."""
        while where not in self.places and where:
            where = where[:-1]
        return self.places.get(where, Location(ORGANISATION_FILE))

    def was_read(self, section: str) -> bool:
        """Whether `people`, `roles`… were read: otherwise nobody can say that a name is not among them."""
        return self.is_readable and section not in self.refused

    @property
    def readings_shown(self) -> ReadingsShown:
        """What the site shows of who has read: names in a team, in a large organisation counts, unless it says so."""
        return self.readings or (ReadingsShown.ROLES if self.size is Size.LARGE else ReadingsShown.PEOPLE)

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by id."""
        return _by_id(self.people)

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Roles by id."""
        return _by_id(self.roles)

    @cached_property
    def unit(self) -> Mapping[str, Unit]:
        """Units by id."""
        return _by_id(self.units)

    @cached_property
    def kind(self) -> Mapping[str, Kind]:
        """Kinds by id."""
        return _by_id(self.kinds)

    def name_of(self, person: str) -> str:
        """The person's name, or the id as typed when nobody has it."""
        return self.person[person].name or person if person in self.person else person

    def title_of_role(self, role: str) -> str:
        """The role's title, or the id as typed."""
        return self.role[role].title or role if role in self.role else role

    def title_of_unit(self, unit: str) -> str:
        """The unit's title, or the id as typed."""
        return self.unit[unit].title or unit if unit in self.unit else unit

    def role_rights(self, role: str) -> frozenset[Step]:
        """The steps that a role may take; none for a role that nobody described."""
        return self.role[role].may if role in self.role else frozenset()

    def holders(self, role: str, day: dt.date) -> Iterator[Person]:
        """The people who hold a role on that day."""
        return (person for person in self.people if role in person.roles and person.is_present(day))

    def may(self, person: str, step: Step, day: dt.date) -> bool:
        """Whether a role of the person, or a delegation to them, allows the step on that day."""
        holder = self.person.get(person)
        if holder is None or not holder.is_present(day):
            return False
        return self.may_alone(person, step, day) or self.delegator(person, step, day) != ""

    def delegator(self, person: str, step: Step, day: dt.date) -> str:
        """Who lets a person take a step on that day: the id of somebody present who has the right; else empty.

        A delegation ends with the presence of the one who gave it.
        """
        for delegation in self.delegations:
            giver = self.person.get(delegation.from_person)
            if delegation.to_person != person or step not in delegation.steps or not delegation.runs(day):
                continue
            if giver is not None and giver.is_present(day) and self._own_right(giver, step):
                return giver.id
        return ""

    def may_alone(self, person: str, step: Step, day: dt.date) -> bool:
        """Whether a role of the person allows the step on that day, without any delegation."""
        holder = self.person.get(person)
        return holder is not None and holder.is_present(day) and self._own_right(holder, step)

    def anyone_may(self, step: Step, day: dt.date) -> bool:
        """Whether the step has somebody to take it on that day; otherwise it is a function without a holder."""
        return any(self.may(person.id, step, day) for person in self.people)

    def able(self, step: Step, day: dt.date) -> tuple[str, ...]:
        """The ids of the people who have that right on that day."""
        return tuple(person.id for person in self.people if self.may(person.id, step, day))

    def _own_right(self, person: Person, step: Step) -> bool:
        return any(step in self.role[role].may for role in person.roles if role in self.role)


def web_root(site_url: str) -> str:
    """The address of the site with its final slash; empty when the house gave none that a browser opens."""
    typed = site_url.strip()
    return typed.rstrip("/") + "/" if typed.lower().startswith(_WEB) else ""


def _by_id(items: tuple[_Item, ...]) -> Mapping[str, _Item]:
    return {item.id: item for item in reversed(items)}
