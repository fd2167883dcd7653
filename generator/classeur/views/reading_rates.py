"""How many have read each document in force: counts, and nobody's name.

`reading_rates` gives one line a document, `house_rate` the whole house; the lists of readings, the dashboards and the
evidence all count with them. A page of the site asks `SiteReadings.rates` instead, which is empty where the house shows
no counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from classeur.model.binder import Binder
from classeur.model.confirmations import Confirmations
from classeur.model.organisation import ReadingsShown
from classeur.model.readings import DocumentReadings, ReadingTask, readings
from classeur.views.addresses import document_page


@dataclass(frozen=True)
class ReadingRate:
    """How many of a document's audience have read its version in force.

    Attributes:
        asked: the people of the audience; `read` those who have read what counts.
        carried: how many of `read` confirmed an earlier version that still counts.
        late: how many have not, and had to by now.
        volunteers: people outside the audience who have read it; they are not part of the rate.
        minutes: to read it once.
    """

    reference: str
    title: str
    version: str
    address: str
    since: dt.date
    asked: int
    read: int
    carried: int
    late: int
    volunteers: int
    minutes: int

    @property
    def missing(self) -> int:
        """How many have still to read it."""
        return self.asked - self.read

    @property
    def is_read_by_all(self) -> bool:
        """Whether nobody has it still to read."""
        return self.asked == self.read


@dataclass(frozen=True)
class HouseRate:
    """The same added up: one reading is one person and one document.

    Attributes:
        documents: how many ask somebody to read them; `read_by_all` how many of these nobody has still to read.
    """

    documents: int
    read_by_all: int
    asked: int
    read: int
    late: int

    @property
    def percent(self) -> int | None:
        """The share of readings done, rounded down; None when nothing is asked."""
        return self.read * 100 // self.asked if self.asked else None


def reading_rate(found: DocumentReadings, today: dt.date) -> ReadingRate:
    """The rate of one document."""
    return ReadingRate(
        reference=found.reference,
        title=found.title,
        version=str(found.release.version),
        address=document_page(found.reference),
        since=found.release.effective_from,
        asked=len(found.audience),
        read=found.read,
        carried=len(found.carried),
        late=sum(is_late(task, today) for task in found.tasks.values()),
        volunteers=len(found.volunteers),
        minutes=found.minutes,
    )


def reading_rates(documents: Iterable[DocumentReadings], today: dt.date) -> tuple[ReadingRate, ...]:
    """The rate of each document in force that asks somebody to read it, in the order given."""
    return tuple(reading_rate(each, today) for each in documents if each.audience)


def house_rate(rates: Iterable[ReadingRate]) -> HouseRate:
    """Documents added up: of all, or of those of a process, of a theme, of a unit."""
    listed = tuple(rates)
    return HouseRate(
        documents=len(listed),
        read_by_all=sum(each.is_read_by_all for each in listed),
        asked=sum(each.asked for each in listed),
        read=sum(each.read for each in listed),
        late=sum(each.late for each in listed),
    )


def is_late(task: ReadingTask, today: dt.date) -> bool:
    """Whether the last day to read is over."""
    return task.due is not None and task.due < today


@dataclass(frozen=True)
class SiteReadings:
    """The readings of a house, and how much of them its site may say.

    Attributes:
        documents: by present reference, those in force.
    """

    shown: ReadingsShown
    today: dt.date
    documents: Mapping[str, DocumentReadings] = field(repr=False)

    @property
    def with_names(self) -> bool:
        """Whether people are named."""
        return self.shown is ReadingsShown.PEOPLE

    @property
    def with_counts(self) -> bool:
        """Whether it is said how many have read."""
        return self.shown is not ReadingsShown.NONE

    @cached_property
    def rates(self) -> Mapping[str, ReadingRate]:
        """The rates that the site may show, by reference: none in a house that shows no counts."""
        if not self.with_counts:
            return {}
        return {each.reference: each for each in reading_rates(self.documents.values(), self.today)}


def site_readings(binder: Binder, known: Confirmations, as_of: dt.date | None = None) -> SiteReadings:
    """The readings of a house for its site.

    Args:
        as_of: the past day that the site shows, when it does.
    """
    found = {each.reference: each for each in readings(binder, known, as_of=as_of)}
    return SiteReadings(binder.organisation.readings_shown, binder.today, found)
