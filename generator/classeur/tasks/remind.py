"""One e-mail a person: what is still to be read, and until when. Nothing of the texts themselves goes in it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Protocol

from classeur.model.organisation import Organisation, Person
from classeur.model.readings import ReadingTask
from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.tasks.readings import ReadingsAsked, ReadingsReport, readings_report
from classeur.wording.reminders import reminder_subject, reminder_text
from classeur.wording.translator import Translator

MEMORY = "reminders.json"


class MailSender(Protocol):
    """Where messages go: a folder, a server."""

    def send(self, name: str, message: EmailMessage) -> None:
        """Send one message; `name` would be that of its file.

        Raises:
            OSError: it could not be sent.
        """


@dataclass(frozen=True)
class Reminder:
    """One message: to whom, and the mark of what it says, by which it is not sent twice; `tasks` is what it names."""

    person: str
    message: EmailMessage
    mark: str
    tasks: tuple[ReadingTask, ...] = ()


@dataclass(frozen=True)
class Reminders:
    """The messages to send, one a person, and the people who have something to read and no address."""

    organisation: Organisation
    day: dt.date
    messages: tuple[Reminder, ...]
    unreached: tuple[str, ...]


def plan_reminders(root: Path, today: dt.date, sender: str, words: Translator, within: int | None = None) -> Reminders:
    """What to send, and who cannot be reached.

    People on leave are left in peace.

    Args:
        within: only what is due in so many days, or late; everything otherwise.
    """
    report = readings_report(root, today, ReadingsAsked(), words)
    house = report.binder.organisation
    found: list[Reminder] = []
    unreached: list[str] = []
    for id_, tasks in _tasks(report).items():
        person = house.person[id_]
        wanted = [task for task in tasks if within is None or _is_due(task, today, within)]
        if not wanted or _is_away(person, today):
            continue
        if not person.email:
            unreached.append(id_)
            continue
        found.append(_reminder(person, wanted, report, sender, words))
    return Reminders(house, today, tuple(found), tuple(unreached))


def send_reminders(
    root: Path, reminders: tuple[Reminder, ...], sender: MailSender, again: bool
) -> tuple[Reminder, ...]:
    """Send those that say something new since the last time; returns them.

    What was sent is remembered in the folder of caches, message after message: a server that stops half way makes
    nobody receive the same words twice.

    Raises:
        OSError: one of them could not be sent; those before it were.
    """
    memory = root / CACHE_FOLDER / MEMORY
    known = {} if again else _remembered(memory)
    sent = []
    for reminder in reminders:
        if known.get(reminder.person) == reminder.mark:
            continue
        sender.send(reminder.person, reminder.message)
        known[reminder.person] = reminder.mark
        sent.append(reminder)
        memory.parent.mkdir(exist_ok=True)
        memory.write_text(json.dumps(known, sort_keys=True), "utf-8")
    return tuple(sent)


def _remembered(memory: Path) -> dict[str, str]:
    """The mark of the last message to each person; nothing when the cache is gone or spoilt."""
    try:
        known = json.loads(memory.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(person): str(mark) for person, mark in known.items()} if isinstance(known, dict) else {}


def _tasks(report: ReadingsReport) -> Mapping[str, list[ReadingTask]]:
    found: dict[str, list[ReadingTask]] = {person: [] for person in report.people}
    for document in report.documents:
        for person, task in document.tasks.items():
            found[person].append(task)
    for tasks in found.values():
        tasks.sort(key=lambda task: (task.due or dt.date.max, task.reference))
    return found


def _is_due(task: ReadingTask, today: dt.date, within: int) -> bool:
    return task.due is not None and task.due <= today + dt.timedelta(days=within)


def _is_away(person: Person, today: dt.date) -> bool:
    return any(leave.from_ <= today and (leave.until is None or today <= leave.until) for leave in person.leaves)


def _reminder(
    person: Person, tasks: list[ReadingTask], report: ReadingsReport, sender: str, words: Translator
) -> Reminder:
    titles = {document.reference: document.title for document in report.documents}
    house, today = report.binder.organisation, report.binder.today
    told = [[task.reference, str(task.version), str(task.due), bool(task.due and task.due < today)] for task in tasks]
    mark = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = person.email
    message["Subject"] = reminder_subject(house.name, tasks, words)
    message["Date"] = dt.datetime.combine(today, dt.time(8), dt.UTC)
    message["Message-ID"] = f"<{mark[:32]}.{hashlib.sha256(person.id.encode()).hexdigest()[:8]}@classeur.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(reminder_text(person.name or person.id, house, tasks, titles, today, words))
    return Reminder(person.id, message, mark, tuple(tasks))
