"""The pages of readings: my list, by document, by unit, the time asked, the newcomers' paths."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from posixpath import dirname

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation
from classeur.views import addresses
from classeur.views.contact import contact
from classeur.views.newcomer_path import newcomers, role_paths
from classeur.views.reading_budget import reading_budget
from classeur.views.reading_lists import ListedDocument, ReadingList, ReadingLists, reading_lists, unit_readings
from classeur.views.reading_rates import SiteReadings, house_rate
from classeur.views.tables import Table
from classeur.wording.confirming import read_body, read_subject
from classeur.wording.reading_tables import ReadingTables, duration
from classeur.wording.translator import Translator
from classeur.writers.memory.living import Living
from classeur.writers.site.list_pages import MenuLine, labels
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages
from classeur.writers.tables import TABLE_FORMATS

LINES_IN_A_PART = 3000
"""How many lines of lists one file holds: some 60 KB, all that one reader asks for beside the list of documents."""
_FOLDER = dirname(addresses.MY_READINGS)
_LABELS = "assets/classeur/lists/readings.css"
_UNIT_LABELS = "assets/classeur/lists/unit-readings.css"
_VALUES = ("n", "day", "minutes", "version", "read", "asked", "mark", "hours")


@dataclass(frozen=True)
class ReadingPages:
    """Lays out what a site says of readings: as much as the organisation lets it say."""

    pages: Pages
    outbox: Outbox
    binder: Binder
    words: Translator
    read: SiteReadings
    living: Living

    def all(self) -> None:
        """Every page and every file of readings."""
        lists = self.living.made("lists", (self.binder, self.read), partial(reading_lists, self.binder, self.read))
        self._mine(lists)
        if self.read.with_counts:
            self._by_document()
            self._by_unit()
        budget = self.living.made("budget", (self.binder,), partial(reading_budget, self.binder))
        self._put("reading_time", addresses.READING_TIME, self.words("Reading time"), budget=budget)
        self._newcomers()

    def _mine(self, lists: ReadingLists) -> None:
        """« Ma liste de lecture »: the lists go in parts that the page's script reads, one for who opens it."""
        parts = tuple(_parts(lists.lists))
        for number, part in enumerate(parts):
            told = self.living.made(("part of readings", number), (part,), partial(_part_script, number, part))
            self._script(f"part-{number}.js", told)
        listed = lists.documents
        self._script("documents.js", self.living.made("read texts", (listed,), partial(_documents_script, listed)))
        person = contact(self.binder)
        self._put(
            "my_readings",
            addresses.MY_READINGS,
            self.words("My reading list"),
            of_people=lists.of_people,
            choices=[(number, each.key, each.title) for number, part in enumerate(parts) for each in part],
            raw={name: f"{{{name}}}" for name in _VALUES},
            email=person.email if person else "",
            subject=read_subject("{mark}", self.words),
            body=read_body(self.words),
            today=self.read.today,
        )

    def _by_document(self) -> None:
        words = self.words
        rates = tuple(self.read.rates.values())
        columns = (words("Reference"), words("Title"), words("Version"), words("In force from"),
                   words("To be read by"), words("Read"), words("Late"), words("Minutes"))  # fmt: skip
        self.outbox.put(f"pages/{_LABELS}", labels(columns, words("overdue")))
        house = self.binder.organisation, self.read, words
        table = self.living.made("rates", house, partial(_rates, *house))
        for suffix, as_bytes in TABLE_FORMATS.items():
            self.outbox.make(
                f"pages/{dirname(addresses.READINGS)}/{table.name}{suffix}", lambda: table, as_bytes, table
            )
        self._put(
            "readings",
            addresses.READINGS,
            words("Readings by document"),
            rates=rates,
            house=house_rate(rates),
            columns=columns,
            labels=_LABELS,
            folder=dirname(addresses.READINGS) + "/",
            file=table.name,
        )

    def _by_unit(self) -> None:
        words = self.words
        house = self.binder.organisation, self.read
        units = self.living.made("units", house, partial(unit_readings, *house))
        columns = [words("Reference"), words("Title"), words("Version"), words("Read"), words("Late"), words("Minutes")]
        if self.read.with_names:
            columns.append(words("Not yet"))
        self.outbox.put(f"pages/{_UNIT_LABELS}", labels(columns, words("overdue")))
        self._put("readings_by_unit", addresses.READINGS_BY_UNIT, words("Readings by unit"), units=units)
        for unit in units:
            title = words("Readings: {unit}", unit=unit.title)
            self._put("unit_readings", unit.address, title, unit=unit, columns=columns, labels=_UNIT_LABELS,
                      with_names=self.read.with_names)  # fmt: skip

    def _newcomers(self) -> None:
        words = self.words
        people = newcomers(self.binder, self.read.documents) if self.read.with_names else ()
        roles = role_paths(self.binder)
        self._put("newcomers", addresses.NEWCOMERS, words("Newcomers' paths"), roles=roles, people=people)
        for path in people:
            title = words("{person}: first readings", person=path.title)
            self._put("newcomer", path.address, title, path=path)

    def _put(self, template: str, address: str, title: str, **values: object) -> None:
        self.pages.put(
            template,
            address,
            title=title,
            menu=list(self._menu(address)),
            as_of=self.read.today,
            duration=partial(duration, words=self.words),
            **values,
        )

    def _menu(self, here: str) -> Iterator[MenuLine]:
        words = self.words
        counts = ((words("By document"), addresses.READINGS), (words("By unit"), addresses.READINGS_BY_UNIT))
        for title, address in (
            (words("My list"), addresses.MY_READINGS),
            *(counts if self.read.with_counts else ()),
            (words("Time asked"), addresses.READING_TIME),
            (words("Newcomers"), addresses.NEWCOMERS),
        ):
            yield MenuLine(title, address, address == here)

    def _script(self, name: str, content: str) -> None:
        self.outbox.put(f"pages/{_FOLDER}/{name}", content)


def _parts(lists: Sequence[ReadingList]) -> Iterator[tuple[ReadingList, ...]]:
    """The lists in groups that a page reads at once."""
    part: list[ReadingList] = []
    lines = 0
    for each in lists:
        part.append(each)
        lines += len(each.to_read) + len(each.done)
        if lines >= LINES_IN_A_PART:
            yield tuple(part)
            part, lines = [], 0
    if part:
        yield tuple(part)


def _part_script(number: int, part: Sequence[ReadingList]) -> str:
    told = {each.key: [_pairs(each.to_read), _pairs(each.done)] for each in part}
    return f"classeurReading({number}, {_json(told)});\n"


def _documents_script(documents: Iterable[ListedDocument]) -> str:
    return f"classeurReadingDocuments({_json([_told(document) for document in documents])});\n"


def _told(document: ListedDocument) -> list[object]:
    rate = document.rate
    counts = [rate.asked, rate.read] if rate else []
    return [document.reference, document.title, document.version, document.address, document.digest, document.minutes,
            document.summary, *counts]  # fmt: skip


def _pairs(lines: Sequence[tuple[int, object]]) -> list[list[object]]:
    return [[place, "" if value is None else str(value)] for place, value in lines]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rates(organisation: Organisation, read: SiteReadings, words: Translator) -> Table:
    return ReadingTables(organisation, read.today, words).rates(read.documents.values())
