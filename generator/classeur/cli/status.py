"""`classeur status`: where each document stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options
from classeur.model.states import State
from classeur.tasks.house import House, Texts
from classeur.tasks.readings import collected_readings
from classeur.tasks.status import StatusRow, rows_of, status_house
from classeur.views.desk import DeskAct, DeskTask, cumuls, desk
from classeur.views.next_step import NextAct, next_step
from classeur.wording.desk import act_title
from classeur.wording.next_steps import next_step_sentence
from classeur.wording.states import state_word
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "status", help=words("Say where each document stands, or one of them.\n\nExample: classeur status PR-R2-001")
    )
    @click.argument("reference", required=False, metavar="[REF]")
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, reference: str | None, form: str) -> int:
        texts = Texts.ALL if form == "text" else Texts.CHANGED
        house = status_house(session.root, session.today, session.day is not None, texts)
        rows = rows_of(house, reference, words)
        if form == "json":
            print_json([data(row) for row in rows])
            return CLEAN
        Console(highlight=False, markup=False, emoji=False).print(table(rows, words))
        for line in _desk(house, words) if reference is None else _of_one(house, rows[0].reference, words):
            click.echo(line)
        return CLEAN

    return run


def _desk(house: House, words: Translator) -> Iterator[str]:
    """What waits for each person, the most urgent first; cumuls are counted."""
    for person in desk(house.binder, house.findings, collected_readings(house.root, house.binder)):
        yield "\n" + click.style(person.name or words("Nobody can do it: a role without a holder"), bold=True)
        for act, tasks in person.by_act:
            yield f"  {act_title(act, words)}"
            yield from (f"    {_task(task, words)}" for task in tasks)
    several = cumuls(house.binder)
    if several:
        yield "\n" + words.count(
            "{n} document in force was written, validated or approved by one person in two steps.",
            "{n} documents in force were written, validated or approved by one person in two steps.",
            len(several),
        )


def _of_one(house: House, reference: str, words: Translator) -> Iterator[str]:
    """Why one document stands where it is, and the act that comes next."""
    found = house.binder.standing(reference)
    stopped = found.history.suspension_of(found.in_force) if found.in_force else None
    if stopped and found.state is State.SUSPENDED:
        day = words.date(stopped.on)
        yield words(
            "Suspended on {day} by {person}: {reason}", day=day, person=stopped.actor.name, reason=stopped.reason
        )
    if found.fallen:
        people = ", ".join(each.actor.name for each in found.fallen)
        yield words("The text has changed since it was signed. Signatures dropped: {people}.", people=people)
    elif found.in_progress is State.DRAFT and found.submitted is not None:
        yield words("The text has changed since it was submitted.")
    for person in desk(house.binder, house.findings):
        for act, tasks in person.by_act:
            who = person.name or words("Nobody can do it: a role without a holder")
            yield from (
                f"{act_title(act, words)} — {who}{_notes(task, words)}" for task in tasks if task.reference == reference
            )
    step = next_step(house.binder, reference)
    if step is not None and step.act is not NextAct.PUBLISH:
        yield f"{words('Next:')} {next_step_sentence(step, house.binder.organisation, words)}"


def _task(task: DeskTask, words: Translator) -> str:
    return f"{task.reference} {task.version}  {task.title}{_notes(task, words)}"


def _notes(task: DeskTask, words: Translator) -> str:
    notes = []
    if task.on_behalf_of:
        notes.append(words("by delegation of {person}", person=task.on_behalf_of))
    if task.due:
        notes.append(words("before {day}", day=words.date(task.due)))
    elif task.waited is not None and task.act is not DeskAct.WRITE:
        since = words.count("waits for {n} day", "waits for {n} days", task.waited)
        notes.append(since if task.waited else words("since today"))
    if task.reason:
        notes.append(task.reason)
    if task.late:
        names = ", ".join(task.readers)
        notes.append(words.count("{n} late reader: {names}", "{n} late readers: {names}", task.late, names=names))
    return f" ({' ; '.join(notes)})" if notes else ""


def data(row: StatusRow) -> dict[str, Any]:
    """A row for other programs (design §11)."""
    return {**asdict(row), "path": str(row.path)}


def _versions(row: StatusRow, words: Translator) -> str:
    """The version in force, and the one being written beside it."""
    if row.state_in_progress is None or row.version_in_progress is None:
        return row.version_in_force or ""
    if row.version_in_force is None:
        return row.version_in_progress
    return f"{row.version_in_force} ({row.version_in_progress} : {state_word(row.state_in_progress, words)})"


def table(rows: tuple[StatusRow, ...], words: Translator) -> Table:
    """The rows as a person reads them."""
    shown = Table(box=None, pad_edge=False)
    for title in (
        words("Reference"),
        words("Title"),
        words("State"),
        words("Version"),
        words("Owner"),
        words("Next review"),
    ):
        is_narrow = title in (words("Reference"), words("Next review"))
        header = title.replace(" ", "\n") if is_narrow else title
        shown.add_column(header, overflow="fold", no_wrap=is_narrow, min_width=10 if is_narrow else None)
    for row in rows:
        shown.add_row(
            row.reference,
            row.title,
            state_word(row.state, words),
            _versions(row, words),
            row.owner,
            str(row.review_date or ""),
        )
    return shown
