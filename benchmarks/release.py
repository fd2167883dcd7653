"""How long a release takes through the whole act, the folder being open, with 5,000 entries in the journal.

The plan, the findings looked at, the text read again, the release folder, the entry, and where the document stands
next: all that `classeur release` does once the house is read. Called by `python -m benchmarks.ledger`.
"""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import Any

from benchmarks.generate_house import TODAY, write_house
from classeur.cli.garbage import leave_aside_what_was_read, look_rarely
from classeur.ledger.file_layer import FileLayer
from classeur.ledger.journal import Journal, append
from classeur.ledger.publish import publish
from classeur.model.documents import Document
from classeur.model.journal import Assurance, EntryDraft, EntryKind
from classeur.model.organisation import Step
from classeur.tasks.act import Planned, Who, actor, draft
from classeur.tasks.house import House, open_house
from classeur.tasks.perform import perform
from classeur.tasks.release import plan_release, release_details, release_files
from classeur.wording.translator import translator

WORDS = translator("fr")
NOW = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
ENTRIES_A_TEXT = 4
"""Submitted, validated, approved, released."""


def release_times(root: Path, entries: int, acts: int, filling: FileLayer) -> list[tuple[float, float]]:
    """The seconds of each release on the real disk, by the clock and by the processor.

    Args:
        entries: how many the journal holds before the first release that is measured.
        filling: the disk that writes these.
    """
    write_house(root, entries // ENTRIES_A_TEXT + acts, people=200, seed=1)
    waiting = _filled(open_house(root, TODAY), entries, acts, filling)
    look_rarely()
    house = open_house(root, TODAY)
    leave_aside_what_was_read()
    waiting = [reference for reference in waiting if not house.errors_of(reference)]
    assert len(house.journal.entries) >= entries
    assert len(waiting) == acts
    told = []
    for reference in waiting:
        clock, processor = time.perf_counter(), time.process_time()
        outcome = perform(house, [reference], _release, WORDS)
        told.append((time.perf_counter() - clock, time.process_time() - processor))
        assert len(outcome.done) == 1, (outcome.refused, outcome.stopped)
        house = outcome.house
    return told


def _release(house: House, reference: str) -> Planned:
    return plan_release(house, reference, _who(house, Step.RELEASE), NOW, WORDS)


def _who(house: House, step: Step) -> Who:
    organisation = house.binder.organisation
    able = (person.id for person in organisation.people if organisation.may(person.id, step, TODAY))
    return Who(next(able), Assurance.ATTRIBUTED)


def _filled(house: House, entries: int, acts: int, filling: FileLayer) -> list[str]:
    """The references of the texts that are approved and wait; all others are in force."""
    journal, waiting = house.journal, list[str]()
    for place, document in enumerate(house.binder.documents):
        journal = _approved(house, document, journal, filling)
        if len(waiting) < acts and place % 5 == 0:
            waiting.append(document.reference)
        elif len(journal.entries) < entries:
            journal = released(house, document, journal, filling)
    return waiting


def _approved(house: House, document: Document, journal: Journal, filling: FileLayer) -> Journal:
    signed = {"verdict": "accepted"}
    acts: list[tuple[EntryKind, Step, dict[str, Any]]] = [
        (EntryKind.SUBMIT, Step.WRITE, {"body": document.body, "path": str(document.path)}),
        (EntryKind.SIGN, Step.VALIDATE, {"step": "validation"} | signed),
        (EntryKind.SIGN, Step.APPROVE, {"step": "approval"} | signed),
    ]
    for kind, step, details in acts:
        journal = append(house.root, _entry(house, document, kind, step, details), journal, filling)
    return journal


def released(house: House, document: Document, journal: Journal, filling: FileLayer) -> Journal:
    """The journal once a text is in force; its circuit is not looked at."""
    entry = _entry(house, document, EntryKind.RELEASE, Step.RELEASE, release_details(house, document, TODAY))
    return publish(house.root, entry, release_files(house, document, WORDS), journal, filling)


def _entry(house: House, document: Document, kind: EntryKind, step: Step, details: dict[str, Any]) -> EntryDraft:
    at = NOW - dt.timedelta(days=1)
    return draft(kind, actor(house.binder.organisation, _who(house, step), step), at, document, **details)
