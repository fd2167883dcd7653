"""Who has to read what, as the pages say it: one list a document, one a unit, one a person or a role.

Nobody is ranked: a list says what is still to be read, never who has read most. Where the house shows counts only, no
person is named, and no count is given for a group so small that it would name somebody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation, Person
from classeur.model.readings import DocumentReadings, readings
from classeur.model.summaries import news_of
from classeur.views.addresses import document_page, unit_readings_page
from classeur.views.control_block import SHORT_DIGEST
from classeur.views.reading_rates import ReadingRate, SiteReadings, is_late

FEW = 5
"""A unit with fewer people has no counts where people are not named: they would speak of somebody."""
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Reader:
    """One person and one document.

    Attributes:
        on: the day of reading; None when it is still to be done, or known by another version.
        covered_by: the earlier version that was confirmed, and still counts.
        due: the last day to read; None while a leave suspends it.
        late_from: the first day on which it is late.
    """

    name: str
    on: dt.date | None = None
    covered_by: str = ""
    due: dt.date | None = None
    is_late: bool = False

    @property
    def late_from(self) -> dt.date | None:
        """The day after the last day to read; None on the last day of the calendar too."""
        return self.due + _ONE_DAY if self.due and self.due < dt.date.max else None


@dataclass(frozen=True)
class DocumentReaders:
    """What the page of a document says of its readers; nobody is named where the house shows counts only."""

    rate: ReadingRate
    with_names: bool = False
    confirmed: tuple[Reader, ...] = ()
    carried: tuple[Reader, ...] = ()
    missing: tuple[Reader, ...] = ()
    volunteers: tuple[Reader, ...] = ()


@dataclass(frozen=True)
class UnitDocument:
    """A document that people of a unit have still to read; `missing` names them where the house shows names."""

    reference: str
    title: str
    version: str
    address: str
    minutes: int
    asked: int
    read: int
    late: int
    missing: tuple[Reader, ...] = ()


@dataclass(frozen=True)
class UnitReadings:
    """What a unit has read and has still to read.

    Attributes:
        people: how many are in it today.
        read_by_all: how many documents nobody of the unit has still to read.
        is_too_small: whether counts would speak of somebody, so that none is given.
    """

    unit: str
    title: str
    address: str
    people: int
    asked: int
    read: int
    late: int
    read_by_all: int
    documents: tuple[UnitDocument, ...]
    is_too_small: bool


@dataclass(frozen=True)
class ListedDocument:
    """A document as the reading lists name it; `rate` is None where the house shows no counts."""

    reference: str
    title: str
    version: str
    address: str
    digest: str
    minutes: int
    summary: str
    rate: ReadingRate | None


@dataclass(frozen=True)
class ReadingList:
    """What one person, or the people of one role and unit, have to read.

    Attributes:
        key: what stands for them in the page; `title` what people choose.
        to_read: places in the list of documents, with the last day to read, the most urgent first.
        done: places in the list of documents, with the day of reading or the version that counts.
    """

    key: str
    title: str
    to_read: tuple[tuple[int, dt.date | None], ...]
    done: tuple[tuple[int, dt.date | str], ...] = ()


@dataclass(frozen=True)
class ReadingLists:
    """Every list that one may choose, and the documents that they speak of.

    Attributes:
        of_people: whether one chooses a name; a role and a unit otherwise.
    """

    of_people: bool
    documents: tuple[ListedDocument, ...]
    lists: tuple[ReadingList, ...]


def document_readers(organisation: Organisation, site: SiteReadings, reference: str) -> DocumentReaders | None:
    """The readers of a document in force; None when it asks nobody, or when the house shows no counts."""
    rate = site.rates.get(reference)
    if rate is None:
        return None
    if not site.with_names:
        return DocumentReaders(rate)
    found, name = site.documents[reference], organisation.name_of
    return DocumentReaders(
        rate,
        with_names=True,
        confirmed=_sorted(Reader(name(person), on=day) for person, day in found.confirmed.items()),
        carried=_sorted(Reader(name(person), covered_by=str(version)) for person, version in found.carried.items()),
        missing=_missing(organisation, found, found.missing, site.today),
        volunteers=_sorted(Reader(name(person)) for person in found.volunteers),
    )


def late_readers(organisation: Organisation, found: DocumentReadings, today: dt.date) -> tuple[Reader, ...]:
    """Those who had to read a document by now and have not."""
    return tuple(each for each in _missing(organisation, found, found.missing, today) if each.is_late)


def unit_readings(organisation: Organisation, site: SiteReadings) -> tuple[UnitReadings, ...]:
    """One list a unit, in the order of the organisation; none where the house shows no counts."""
    if not site.with_counts:
        return ()
    present = [person for person in organisation.people if person.is_present(site.today)]
    members = {unit.id: frozenset(p.id for p in present if unit.id in p.units) for unit in organisation.units}
    return tuple(_unit(organisation, site, unit, people) for unit, people in members.items() if people)


def reading_lists(binder: Binder, site: SiteReadings) -> ReadingLists:
    """The lists that readers choose: by name, or by role and unit where the house names nobody."""
    if site.with_names:
        readers = {p.id: binder.organisation.name_of(p.id) for p in binder.organisation.people}
        present = [p.id for p in binder.organisation.people if p.is_present(binder.today)]
        named = {person: readers[person] for person in sorted(present, key=lambda id_: (readers[id_].casefold(), id_))}
        return _lists(site, named, site.documents, of_people=True)
    groups, asked = _by_role(binder)
    return _lists(site, groups, asked, of_people=False)


def _by_role(binder: Binder) -> tuple[Mapping[str, str], Mapping[str, DocumentReadings]]:
    """What each role in each unit is asked, as if one person who was always there held it alone."""
    house = binder.organisation
    present = [person for person in house.people if person.is_present(binder.today)]
    pairs = {(role, unit) for person in present for role in person.roles for unit in person.units or ("",)}
    roles = [role.id for role in house.roles]
    ordered = sorted(pairs, key=lambda pair: (roles.index(pair[0]) if pair[0] in roles else len(roles), pair))
    named = {f"{role}|{unit}": _titled(house, role, unit) for role, unit in ordered}
    people = tuple(
        Person.model_construct(id=f"{role}|{unit}", roles=(role,), units=(unit,) if unit else ())
        for role, unit in ordered
    )
    alone = replace(binder, organisation=replace(house, people=people))
    return named, {each.reference: each for each in readings(alone)}


def _titled(house: Organisation, role: str, unit: str) -> str:
    return f"{house.title_of_role(role)} – {house.title_of_unit(unit)}" if unit else house.title_of_role(role)


def _lists(
    site: SiteReadings, named: Mapping[str, str], asked: Mapping[str, DocumentReadings], of_people: bool
) -> ReadingLists:
    to_read: dict[str, list[tuple[dt.date, int, dt.date | None]]] = {key: [] for key in named}
    done: dict[str, list[tuple[int, dt.date | str]]] = {key: [] for key in named}
    listed = [found for found in asked.values() if found.audience]
    for place, found in enumerate(listed):
        for key, task in found.tasks.items():
            if key in to_read:
                to_read[key].append((task.due or dt.date.max, place, task.due))
        for read in (found.confirmed, found.carried):
            for key, how in read.items():
                if key in done:
                    done[key].append((place, how if isinstance(how, dt.date) else str(how)))
    return ReadingLists(
        of_people,
        tuple(_listed(found, site.rates.get(found.reference)) for found in listed),
        tuple(
            ReadingList(key, title, tuple((place, due) for _, place, due in sorted(to_read[key], key=lambda t: t[:2])),
                        tuple(sorted(done[key], key=lambda pair: pair[0])))
            for key, title in named.items()
        ),
    )  # fmt: skip


def _listed(found: DocumentReadings, rate: ReadingRate | None) -> ListedDocument:
    release = found.release
    return ListedDocument(
        reference=found.reference,
        title=found.title,
        version=str(release.version),
        address=document_page(found.reference),
        digest=release.text_digest[:SHORT_DIGEST],
        minutes=found.minutes,
        summary=news_of(release.detail("summary")),
        rate=rate,
    )


def _unit(organisation: Organisation, site: SiteReadings, unit: str, people: frozenset[str]) -> UnitReadings:
    rows: list[UnitDocument] = []
    left: list[UnitDocument] = []
    for found in site.documents.values():
        asked = people & found.audience
        if asked:
            row = _unit_document(organisation, site, found, asked)
            rows.append(row)
            if row.read < row.asked:
                left.append(row)
    return UnitReadings(
        unit=unit,
        title=organisation.title_of_unit(unit),
        address=unit_readings_page(unit),
        people=len(people),
        asked=sum(row.asked for row in rows),
        read=sum(row.read for row in rows),
        late=sum(row.late for row in rows),
        read_by_all=len(rows) - len(left),
        documents=tuple(left),
        is_too_small=not site.with_names and len(people) < FEW,
    )


def _unit_document(
    organisation: Organisation, site: SiteReadings, found: DocumentReadings, asked: frozenset[str]
) -> UnitDocument:
    missing = asked & found.missing
    return UnitDocument(
        reference=found.reference,
        title=found.title,
        version=str(found.release.version),
        address=document_page(found.reference),
        minutes=found.minutes,
        asked=len(asked),
        read=len(asked) - len(missing),
        late=sum(is_late(found.tasks[person], site.today) for person in missing),
        missing=_missing(organisation, found, missing, site.today) if site.with_names else (),
    )


def _missing(
    organisation: Organisation, found: DocumentReadings, people: Iterable[str], today: dt.date
) -> tuple[Reader, ...]:
    tasks = found.tasks
    return _sorted(
        Reader(organisation.name_of(person), due=tasks[person].due, is_late=is_late(tasks[person], today))
        for person in people
    )


def _sorted(readers: Iterable[Reader]) -> tuple[Reader, ...]:
    """In the alphabet's order, which says nothing of anybody."""
    return tuple(sorted(readers, key=lambda each: (each.name.casefold(), each.name)))
