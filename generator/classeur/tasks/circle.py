"""Preparing a meeting of the quality circle, and what comes out of it: actions and minutes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.confirmations import load_register
from classeur.model.binder import Binder
from classeur.model.findings import Finding
from classeur.model.organisation import Step
from classeur.model.readings import readings
from classeur.model.registers.actions import Action
from classeur.model.registers.meetings import Meeting, MeetingKind
from classeur.model.registers.past import registers_on
from classeur.model.registers.rows import type_of
from classeur.model.registers.values import day_of
from classeur.tasks.as_of import as_of
from classeur.tasks.asked_files import put_file
from classeur.tasks.house import House, Texts, open_house
from classeur.tasks.new_document import NewDocument, Wish, plan_new, write_new
from classeur.tasks.registers.write_row import RowChange, carry_out, plan_add, plan_values
from classeur.tasks.word_template import read_template, template_path
from classeur.views.circle import CirclePack, circle_pack, next_meeting
from classeur.views.desk import desk
from classeur.views.reading_rates import reading_rates
from classeur.wording.circle import Agenda, minutes_text
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import LOCALES, Translator
from classeur.writers.circle.folder import circle_files

MINUTES_FOLDER = "manual/comptes-rendus"
_TO_CARRY_OUT = re.compile(r"^(?P<what>.+?)\s*\((?P<who>[^(),;]+)[,;]\s*(?P<when>[^(),;]+)\)\s*\.?$", re.S)
"""« Relire l'étiquette (a.martin, 31/01/2027) »: what, who, by when."""


@dataclass(frozen=True)
class Decision:
    """One decision of a meeting: with a pilot and a day it is an action; `number` is that of the action made of it."""

    text: str
    pilot: str = ""
    due: dt.date | None = None
    number: str = ""

    @property
    def is_an_action(self) -> bool:
        """Whether somebody has to carry it out."""
        return bool(self.pilot and self.due)


def prepare(
    root: Path, on: dt.date | None, today: dt.date, kind: MeetingKind | None, words: Translator
) -> tuple[Binder, CirclePack]:
    """What the meeting of a day looks at, with the figures of today; of that day when it is over.

    Raises:
        ClasseurError: no day is given and no meeting is planned.
    """
    house = open_house(root, today, Texts.ALL)
    binder, findings = house.binder, house.findings
    if on is None:
        planned = next_meeting(binder, kind or MeetingKind.CIRCLE)
        if planned is None:
            raise ClasseurError(
                words("No meeting is planned from today on."),
                remedy=words("Give its day with --on, or add it: classeur meetings add --planned-on …"),
            )
        on = planned.day
    past = on if on < today else None
    if past:
        binder = replace(as_of(house, past), registers=registers_on(binder.registers, past))
        findings = ()
    known = load_register(root).confirmations
    rates = reading_rates(readings(binder, known, as_of=past), binder.today)
    return binder, circle_pack(binder, on, desk(binder, findings), rates, kind)


def write_circle(root: Path, binder: Binder, pack: CirclePack, folder: Path, words: Translator) -> tuple[Path, ...]:
    """Write the agenda as a page and as a Word file, and the dates of the year.

    Raises:
        ClasseurError: the folder cannot be written, or the house's Word template lacks a style.
    """
    template = read_template(template_path(root), words).completed(LOCALES.get(words.language, words.language))
    files = circle_files(root, binder, pack, template, words)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=folder, problem=disk_trouble(error, words)),
            remedy=words("Choose another folder, free some space, or ask for the right to write there."),
        ) from error
    for name, content in files.items():
        put_file(folder / name, content, words)
    return tuple(folder / name for name in files)


def meeting_named(binder: Binder, number: str, words: Translator) -> Meeting:
    """A meeting of the register that was held.

    Raises:
        ClasseurError: there is none of that number, or it was not held.
    """
    meeting = binder.registers.by_name(Meeting).get(number)
    if meeting is None:
        raise ClasseurError(
            words("{number} is not in the register {register}.", number=number, register="meetings"),
            remedy=words("See: classeur {register} list", register="meetings"),
        )
    if meeting.held_on is None:
        raise ClasseurError(
            words("{number} was not held yet, as far as the register says.", number=number),
            remedy=words("First: classeur meetings close {number} --decisions …", number=number),
        )
    return meeting


def decisions_of(binder: Binder, meeting: Meeting) -> tuple[Decision, ...]:
    """The decisions of a meeting: one that ends with « (pilot, day) » is to be carried out."""
    known = {action.action: action.number for action in binder.registers.of(Action) if action.source == meeting.number}
    return tuple(_decision(binder, text, known) for text in meeting.decisions)


def _decision(binder: Binder, text: str, known: dict[str, str]) -> Decision:
    match = _TO_CARRY_OUT.match(text)
    pilot = _person(binder, match["who"].strip()) if match else ""
    due = day_of(match["when"]) if match else None
    if match is None or not pilot or due is None:
        return Decision(text, number=known.get(text, ""))
    what = match["what"].strip()
    return Decision(what, pilot, due, known.get(what, ""))


def _person(binder: Binder, typed: str) -> str:
    people = binder.organisation.people
    return next((person.id for person in people if typed in (person.id, person.name)), "")


def actions_of(
    house: House, meeting: Meeting, dry_run: bool, words: Translator
) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Add an action to the plan for each decision that is to be carried out and has none yet.

    Returns:
        the number and the sentence of each action, and why others were refused.

    Raises:
        ClasseurError: the register cannot be changed by us.
    """
    made: list[tuple[str, str]] = []
    refused: list[Finding] = []
    root, day = house.root, house.binder.today
    for decision in decisions_of(house.binder, meeting):
        if not decision.is_an_action or decision.number:
            continue
        change = plan_add(root, house.binder, type_of(Action), _typed(decision, meeting), None, words)
        if not isinstance(change, RowChange):
            refused += change
            continue
        made.append((change.row.row_name, decision.text))
        if not dry_run:
            carry_out(change, root, words)
            house = open_house(root, day)
    return tuple(made), tuple(refused)


def _typed(decision: Decision, meeting: Meeting) -> dict[str, str]:
    return {
        "opened_on": meeting.day.isoformat(),
        "origin": "cvs" if meeting.kind is MeetingKind.CVS else "meeting",
        "source": meeting.number,
        "action": decision.text,
        "pilot": decision.pilot,
        "due": decision.due.isoformat() if decision.due else "",
    }


def plan_minutes(house: House, meeting: Meeting, process: str, words: Translator) -> NewDocument:
    """The minutes as a draft text of the kind « CR », which then takes its circuit like any other.

    Raises:
        ClasseurError: the house has no such kind, or the reference needs a process.
    """
    binder = house.binder
    binder_then = replace(binder, registers=registers_on(binder.registers, meeting.day))
    pack = circle_pack(binder_then, meeting.day, kind=meeting.kind)
    title = Agenda(pack, words).title
    writer = _secretary(binder, meeting)
    made = plan_new(binder, Wish("CR", title, process, folder=MINUTES_FOLDER, writer=writer), words)
    head = made.text[: made.text.index("\n---\n", 3) + len("\n---\n")]
    text = minutes_text(meeting, _told(binder, meeting), binder.organisation, words)
    return replace(made, text=f"{head}\n{text}")


def _secretary(binder: Binder, meeting: Meeting) -> str:
    """Somebody who was there and may write, rather one who does not approve; empty when nobody is known."""
    house, day = binder.organisation, binder.today
    able = [person for person in meeting.present if house.may(person, Step.WRITE, day)]
    return min(able, key=lambda person: house.may(person, Step.APPROVE, day), default="")


def write_minutes(house: House, meeting: Meeting, document: NewDocument, words: Translator) -> Path:
    """Write the draft, and its reference in the meeting's row.

    Raises:
        ClasseurError: the meeting has its minutes already, or a file cannot be written.
    """
    if meeting.minutes:
        raise ClasseurError(
            words("{number} has its minutes already: {reference}.", number=meeting.number, reference=meeting.minutes),
            remedy=words("Correct that text; `classeur release` makes a new version of it."),
        )
    change = plan_values(house.root, house.binder, meeting, {"minutes": document.reference}, words)
    path = write_new(house.root, document, words)
    if isinstance(change, RowChange):
        carry_out(change, house.root, words)
    return path


def _told(binder: Binder, meeting: Meeting) -> tuple[tuple[str, str, dt.date | None, str], ...]:
    """Each decision with the name of its pilot, its day and the number of its action."""
    name_of = binder.organisation.name_of
    return tuple(
        (each.text, name_of(each.pilot) if each.pilot else "", each.due, each.number)
        for each in decisions_of(binder, meeting)
    )
