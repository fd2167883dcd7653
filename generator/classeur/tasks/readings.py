"""Who has to read what, and who has read what: the house with its register of confirmations."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from classeur.errors import ClasseurError
from classeur.ledger.confirmations import load_register
from classeur.ledger.problems import LedgerProblem
from classeur.model.binder import Binder
from classeur.model.confirmations import Confirmations
from classeur.model.organisation import ReadingsShown
from classeur.model.readings import DocumentReadings, ReadingTask, readings
from classeur.tasks.asked_files import put_file
from classeur.tasks.house import open_house, open_people
from classeur.views.addresses import name_in_address
from classeur.views.newcomer_path import newcomers, person_path
from classeur.views.reading_rates import SiteReadings, site_readings
from classeur.views.signoff_sheet import sheet_of_document, sheet_of_unit
from classeur.wording.translator import LOCALES, Translator
from classeur.writers.tables.signoff_sheet import signoff_bytes

if TYPE_CHECKING:
    from classeur.writers.word.template import Completed


@dataclass(frozen=True)
class ReadingsAsked:
    """What is asked: a document, a person, a unit, a past day; all of it when nothing is said."""

    reference: str = ""
    person: str = ""
    unit: str = ""
    as_of: dt.date | None = None


@dataclass(frozen=True)
class ReadingsReport:
    """The readings of a house on a day.

    Attributes:
        people: the people looked at, by id.
        problems: what is wrong in the register.
    """

    binder: Binder
    confirmations: Confirmations
    documents: tuple[DocumentReadings, ...]
    people: tuple[str, ...]
    problems: tuple[LedgerProblem, ...] = ()

    def tasks_of(self, person: str) -> tuple[ReadingTask, ...]:
        """What a person has to read, the most urgent first; what a leave suspends comes last."""
        found = [document.tasks[person] for document in self.documents if person in document.tasks]
        return tuple(sorted(found, key=lambda task: (task.due or dt.date.max, task.reference)))


def readings_report(root: Path, today: dt.date, asked: ReadingsAsked, words: Translator) -> ReadingsReport:
    """The readings asked for. Without a ledger nobody has anything to read.

    Raises:
        ClasseurError: nothing has the reference, nobody the id, no unit the name.
    """
    binder = open_people(root, asked.as_of or today)
    if asked.reference and not binder.knows(asked.reference):  # a text that was never released, or nothing at all
        binder = replace(binder, documents=open_house(root, today).binder.documents)
    _refuse_strangers(binder, asked, words)
    if asked.as_of is not None:
        binder = replace(binder, documents=(), ledger=binder.ledger.until(asked.as_of))
    register = load_register(root, asked.person or None)
    known = register.confirmations
    people = _people(binder, asked)
    only = frozenset(people) if asked.person or asked.unit else None
    found: Iterable[DocumentReadings] = readings(binder, known, only, asked.as_of)
    if asked.reference:
        present = binder.ledger.present(asked.reference)
        found = (each for each in found if each.reference == present)
    documents = tuple(found)
    if asked.unit or asked.person:
        documents = tuple(each for each in documents if each.audience)
    return ReadingsReport(binder, known, documents, people, register.problems)


def collected_readings(root: Path, binder: Binder) -> SiteReadings | None:
    """Who has read what, by name, for the référent; None in a house where nobody ever confirmed anything."""
    known = load_register(root).confirmations
    if not len(known):
        return None
    return replace(site_readings(binder, known), shown=ReadingsShown.PEOPLE)


def _people(binder: Binder, asked: ReadingsAsked) -> tuple[str, ...]:
    if asked.person:
        return (asked.person,)
    present = (person for person in binder.organisation.people if person.is_present(binder.today))
    return tuple(sorted(person.id for person in present if not asked.unit or asked.unit in person.units))


def _refuse_strangers(binder: Binder, asked: ReadingsAsked, words: Translator) -> None:
    house = binder.organisation
    if asked.person and asked.person not in house.person:
        raise ClasseurError(
            words("Nobody in organisation.yml has the id {person}.", person=asked.person),
            remedy=words("Known people: {people}.", people=", ".join(sorted(house.person)) or "–"),
        )
    if asked.unit and asked.unit not in house.unit:
        raise ClasseurError(
            words("No unit in organisation.yml has the id {unit}.", unit=asked.unit),
            remedy=words("Known units: {units}.", units=", ".join(sorted(house.unit)) or "–"),
        )
    if asked.reference and not binder.knows(asked.reference):
        raise ClasseurError(
            words("No text has the reference {reference}.", reference=asked.reference),
            remedy=words(
                "`classeur status` lists the references; `classeur check` says which files could not be read."
            ),
        )


def write_sheet(
    root: Path, report: ReadingsReport, asked: ReadingsAsked, folder: Path, words: Translator
) -> tuple[Path, ...]:
    """Write the sheet to sign of a document or a unit into a folder, for a spreadsheet and for Word.

    Nothing is written when nobody has anything to sign.

    Raises:
        ClasseurError: neither a document nor a unit was named, or the folder cannot be written.
    """
    house, day = report.binder.organisation, report.binder.today
    if asked.unit:
        sheet = sheet_of_unit(house, asked.unit, report.documents, day)
    elif asked.reference:
        if not report.documents:
            return ()
        sheet = sheet_of_document(house, report.documents[0], day)
    else:
        raise ClasseurError(
            words("A sheet is that of a document or of a unit."),
            remedy=words("Example: {command}", command="classeur readings sheet PR-R2-001 -o feuilles"),
        )
    if not sheet.entries:
        return ()
    from classeur.writers.word.signoff_file import signoff_file  # heavy: only for those who ask

    files = {
        f"{sheet.name}.xlsx": signoff_bytes(sheet, words),
        f"{sheet.name}.docx": signoff_file(_template(root, words), sheet, words),
    }
    return _put(files, folder, words)


def write_paths(root: Path, report: ReadingsReport, person: str, folder: Path, words: Translator) -> tuple[Path, ...]:
    """Write the first readings of a person as a Word file; of everybody who arrived lately when nobody is named.

    Raises:
        ClasseurError: no path of organisation.yml is for this person, or the folder cannot be written.
    """
    from classeur.writers.word.signoff_file import path_file  # heavy: only for those who ask

    binder = report.binder
    read = {document.reference: document for document in report.documents}
    paths = (person_path(binder, person, read),) if person else newcomers(binder, read)
    if person and not paths[0].parts:
        raise ClasseurError(
            words("No path of organisation.yml is for {person}.", person=binder.organisation.name_of(person)),
            remedy=words("Write one for a role of this person under “paths”, with documents in force."),
        )
    template = _template(root, words) if paths else None
    name = binder.organisation.name
    files = {f"parcours-{name_in_address(p.person)}.docx": path_file(template, p, name, words)
             for p in paths if template}  # fmt: skip
    return _put(files, folder, words)


def _template(root: Path, words: Translator) -> Completed:
    from classeur.tasks.word_template import read_template, template_path  # heavy: only for those who ask

    return read_template(template_path(root), words).completed(LOCALES.get(words.language, words.language))


def _put(files: Mapping[str, bytes], folder: Path, words: Translator) -> tuple[Path, ...]:
    with contextlib.suppress(OSError):  # writing tells why
        folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        put_file(folder / name, content, words)
    return tuple(folder / name for name in files)
