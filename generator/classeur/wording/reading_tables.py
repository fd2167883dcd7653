"""The words of the reading lists: tables for the terminal and for spreadsheets. Names always stand in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from classeur.model.organisation import Organisation
from classeur.model.readings import DocumentReadings
from classeur.views.reading_rates import is_late, reading_rate
from classeur.views.tables import Cell, Table
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class ReadingTables:
    """Makes tables of readings, true on one day."""

    organisation: Organisation
    as_of: dt.date
    words: Translator

    def rates(self, documents: Iterable[DocumentReadings]) -> Table:
        """One line a document: how many have to read it, how many have."""
        words = self.words
        columns = (words("Reference"), words("Title"), words("Version"), words("To be read by"), words("Read"),
                   words("of which carried over"), words("Not yet"), words("Late"), words("Outside the audience"),
                   words("Minutes"))  # fmt: skip
        rows = (
            (each.reference, each.title, each.version, each.asked, each.read, each.carried, each.missing,
             each.late, each.volunteers, each.minutes)
            for each in (reading_rate(document, self.as_of) for document in documents)
        )  # fmt: skip
        return self._table("lectures", words("Readings by document"), columns, rows)

    def of_people(self, documents: Iterable[DocumentReadings]) -> Table:
        """One line for each person of each document: read, carried over, or to be read by a day."""
        words = self.words
        columns = (words("Reference"), words("Title"), words("Version"), words("Id"), words("Person"),
                   words("Reading"), words("Read on"), words("To be read by the"), words("Minutes"))  # fmt: skip
        rows = (row for document in documents for row in self._people(document))
        return self._table("lectures-par-personne", words("Who has read what"), columns, rows)

    def _people(self, document: DocumentReadings) -> Iterator[tuple[Cell, ...]]:
        name = self.organisation.name_of
        version = str(document.release.version)
        for person in sorted(document.audience | document.volunteers):
            task = document.tasks.get(person)
            yield (document.reference, document.title, version, person, name(person), self.standing(document, person),
                   document.confirmed.get(person), task.due if task else None,
                   task.minutes if task else None)  # fmt: skip

    def standing(self, document: DocumentReadings, person: str) -> str:
        """Where one person stands: « lu », « couvre 2.1, lu en 2.0 », « à lire », « en retard »."""
        words = self.words
        if person in document.confirmed:
            return words("read")
        if person in document.carried:
            version, earlier = document.release.version, document.carried[person]
            return words("covers {version}, read in {earlier}", version=version, earlier=earlier)
        task = document.tasks.get(person)
        if task is None:
            return words("read, outside the audience")
        if task.due is None:
            return words("to be read after the leave")
        return words("late") if is_late(task, self.as_of) else words("to be read")

    def _table(self, name: str, title: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
        return Table(name, title, self.organisation.name, self.as_of, self.words.language, columns, tuple(rows))


def duration(minutes: int, words: Translator) -> str:
    """A reading time as people say it: « 45 min », « 2 h », « 14 h 30 »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words("{n} min", n=rest)
    return words("{hours} h {rest:02}", hours=hours, rest=rest) if rest else words("{hours} h", hours=hours)


def reading_budget(asked: int, minutes: int, words: Translator) -> str:
    """What a release asks of the house: « cette diffusion demande 14 h de lecture à 84 personnes »."""
    time = duration(asked * minutes, words)
    return words.count(
        "This release asks for {time} of reading from {n} person.",
        "This release asks for {time} of reading from {n} people.",
        asked,
        time=time,
    )
