"""`classeur circle`: the agenda of the next meeting, then its actions and its minutes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from classeur.cli.context import CLEAN, FOUND, Day, Session, output_format, print_json, shared_options
from classeur.cli.report import as_text
from classeur.model.registers.meetings import MeetingKind
from classeur.wording.translator import Translator

ACTIONS, MINUTES = "actions", "minutes"


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "circle",
        help=words(
            "Write the agenda of a meeting with the figures since the last one, as a page and as a Word file, and the "
            "dates of the year. Afterwards, `actions NUMBER` makes actions of the decisions that end with "
            "(pilot, day), and `minutes NUMBER` drafts the minutes.\n\n"
            "Example: classeur circle --on 2027-01-14 -o cercle"
        ),
    )
    @click.argument("named", nargs=-1, metavar=words("[actions NUMBER] [minutes NUMBER]"))
    @click.option(
        "--on",
        "day",
        type=Day(words),
        metavar=words("DAY"),
        help=words("The day of the meeting; the next one if left out."),
    )
    @click.option(
        "--kind",
        type=click.Choice([kind.value for kind in MeetingKind]),
        help=words("Which meeting; the circle if left out."),
    )
    @click.option("--process", default="", metavar=words("CODE"), help=words("The process of the minutes."))
    @click.option("-o", "target", default=".", metavar=words("FOLDER"), help=words("Where the agenda is written."))
    @click.option("--dry-run", is_flag=True, help=words("Show what would be done; write nothing."))
    @output_format(words, "json")
    @shared_options(words)
    def run(
        session: Session,
        named: tuple[str, ...],
        day: dt.date | None,
        kind: str | None,
        process: str,
        target: str,
        dry_run: bool,
        form: str,
    ) -> int:
        if named and (len(named) != 2 or named[0] not in (ACTIONS, MINUTES)):
            raise click.UsageError(words("Write `actions NUMBER` or `minutes NUMBER`, or nothing for the agenda."))
        if named[:1] == (ACTIONS,):
            return _actions(session, named[1], dry_run, form, words)
        if named[:1] == (MINUTES,):
            return _minutes(session, named[1], process, dry_run, form, words)
        return _agenda(session, day, MeetingKind(kind) if kind else None, target, dry_run, form, words)

    return run


def _agenda(
    session: Session,
    day: dt.date | None,
    kind: MeetingKind | None,
    target: str,
    dry_run: bool,
    form: str,
    words: Translator,
) -> int:
    from classeur.tasks.circle import prepare, write_circle  # heavy: no other command waits for it
    from classeur.wording.circle import Agenda

    binder, pack = prepare(session.root, day, session.today, kind, words)
    agenda = Agenda(pack, words)
    folder = Path(session.folder, target)
    paths = () if dry_run else write_circle(session.root, binder, pack, folder, words)
    if form == "json":
        points = [
            {
                "title": p.title,
                "minutes": p.minutes,
                "sentences": list(p.sentences),
                "columns": list(p.columns),
                "rows": [list(row) for row in p.rows],
            }
            for p in agenda.points
        ]
        print_json(
            {
                "on": pack.on.isoformat(),
                "since": pack.since.isoformat() if pack.since else None,
                "points": points,
                "files": [path.as_posix() for path in paths],
            }
        )
        return CLEAN
    for path in paths:
        click.echo(path)
    if dry_run:
        for number, point in enumerate(agenda.points, 1):
            rows = (" · ".join(row) for row in point.rows)
            click.echo("\n".join([f"{number}. {point.title}", *(f"   {line}" for line in (*point.sentences, *rows))]))
    return CLEAN


def _actions(session: Session, number: str, dry_run: bool, form: str, words: Translator) -> int:
    from classeur.tasks.circle import actions_of, decisions_of, meeting_named
    from classeur.tasks.house import open_house

    house = open_house(session.root, session.today)
    meeting = meeting_named(house.binder, number, words)
    made, refused = actions_of(house, meeting, dry_run, words)
    for finding in refused:
        click.echo(as_text(finding, words), err=True)
    if form == "json":
        print_json([{"number": each, "action": text} for each, text in made])
        return FOUND if refused else CLEAN
    for each, text in made:
        click.echo(f"{each}  {text}")
    left = sum(not decision.is_an_action and not decision.number for decision in decisions_of(house.binder, meeting))
    click.echo(words.count("{n} action added to the plan.", "{n} actions added to the plan.", len(made)))
    if left:
        said = words.count(
            "{n} decision names no pilot and no day: end it with (pilot, day) if somebody has to carry it out.",
            "{n} decisions name no pilot and no day: end them with (pilot, day) if somebody has to carry them out.",
            left,
        )
        click.echo(said)
    return FOUND if refused else CLEAN


def _minutes(session: Session, number: str, process: str, dry_run: bool, form: str, words: Translator) -> int:
    from classeur.tasks.circle import meeting_named, plan_minutes, write_minutes
    from classeur.tasks.house import open_house

    house = open_house(session.root, session.today)
    meeting = meeting_named(house.binder, number, words)
    document = plan_minutes(house, meeting, process, words)
    if not dry_run:
        write_minutes(house, meeting, document, words)
    if form == "json":
        print_json({"path": document.path.as_posix(), "reference": document.reference})
        return CLEAN
    click.echo(
        document.text
        if dry_run
        else words(
            "Written: {path} ({reference}). Next: classeur submit {reference}",
            path=document.path,
            reference=document.reference,
        )
    )
    return CLEAN
