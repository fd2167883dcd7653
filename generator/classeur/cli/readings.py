"""`classeur readings`: who has to read what, who has read what, today or on a past day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table as Shown

from classeur.cli.context import CLEAN, Day, Session, output_format, print_json, shared_options
from classeur.cli.report import problem_text
from classeur.cli.tables import FORMATS, write_table
from classeur.errors import ClasseurError
from classeur.tasks.readings import ReadingsAsked, ReadingsReport, readings_report, write_paths, write_sheet
from classeur.views.tables import Table
from classeur.wording.reading_tables import ReadingTables, duration
from classeur.wording.translator import Translator

SHEET, PATH = "sheet", "path"


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "readings",
        help=words(
            "Who has to read what, and who has read what; `sheet` writes one to sign, `path` what a newcomer reads "
            "first.\n\n"
            "Example: classeur readings PR-R2-001 --as-of 2026-03-12"
        ),
    )
    @click.argument("named", nargs=-1, metavar="[sheet | path] [REF]")
    @click.option(
        "--person", "reader", default="", metavar=words("PERSON"), help=words("What this person has to read.")
    )
    @click.option("--unit", default="", metavar=words("UNIT"), help=words("The readings of this unit's people."))
    @click.option("--as-of", type=Day(words), metavar=words("DAY"), help=words("As it was at the end of a past day."))
    @click.option(
        "-o",
        "target",
        metavar=words("FILE"),
        help=words("Write csv or xlsx into this file; with `sheet` and `path`, the folder."),
    )
    @output_format(words, "json", *FORMATS)
    @shared_options(words)
    def run(
        session: Session,
        named: tuple[str, ...],
        reader: str,
        unit: str,
        as_of: dt.date | None,
        target: str | None,
        form: str,
    ) -> int:
        paper = named[0] if named and named[0] in (SHEET, PATH) else ""
        if len(named) > 1 + bool(paper):
            raise click.UsageError(words("Name one reference at a time."))
        reference = "".join(named[bool(paper) :])
        if as_of is not None and as_of > session.today:
            raise ClasseurError(
                words("{day} is still to come: nobody knows who will have read.", day=words.date(as_of)),
                remedy=words("Give a past day, or leave --as-of out."),
            )
        asked = ReadingsAsked(reference, reader, unit, None if as_of == session.today else as_of)
        report = readings_report(session.root, session.today, asked, words)
        for problem in report.problems:
            click.echo(problem_text(problem, words), err=True)
        if paper:
            return _paper(paper, session, report, asked, session.folder / (target or "."), words)
        tables = ReadingTables(report.binder.organisation, report.binder.today, words)
        is_detailed = bool(reference or reader or unit)
        table = tables.of_people(report.documents) if is_detailed else tables.rates(report.documents)
        if form == "json":
            print_json(_data(report))
        elif form == "text" and target is None:
            _print(table, report, words)
        else:
            write_table(table, Path(session.folder, target) if target else None, form, words)
        return CLEAN

    return run


def _paper(
    what: str, session: Session, report: ReadingsReport, asked: ReadingsAsked, folder: Path, words: Translator
) -> int:
    """Sheets to sign, or newcomers' paths, in a folder: one path a line."""
    if what == PATH:
        written = write_paths(session.root, report, asked.person, folder, words)
        nothing = words("Nobody arrived lately: nothing was written. Name somebody with --person.")
    else:
        written = write_sheet(session.root, report, asked, folder, words)
        nothing = words("Nobody has anything to sign: nothing was written.")
    for path in written:
        click.echo(str(path))
    if not written:
        click.echo(nothing)
    return CLEAN


def _data(report: ReadingsReport) -> dict[str, Any]:
    """The contract of design: audience = confirmed + carried + missing, ids sorted."""
    documents = [
        {
            "reference": each.reference,
            "version": str(each.release.version),
            "audience": sorted(each.audience),
            "confirmed": sorted(each.confirmed),
            "carried": sorted(each.carried),
            "missing": sorted(each.missing),
        }
        for each in report.documents
    ]
    return {"documents": documents, "people": [_person(report, person) for person in report.people]}


def _person(report: ReadingsReport, person: str) -> dict[str, Any]:
    tasks = [
        {"reference": task.reference, "version": str(task.version), "due": task.due, "minutes": task.minutes}
        for task in report.tasks_of(person)
    ]
    return {"person": person, "to_read": tasks}


def _print(table: Table, report: ReadingsReport, words: Translator) -> None:
    shown = Shown(box=None, header_style="bold")
    kept = [at for at, title in enumerate(table.columns) if title != words("Id")]
    for at in kept:
        longest = max((len(_cell(row[at])) for row in table.rows), default=0)
        shown.add_column(table.columns[at], min_width=1 if table.columns[at] == words("Title") else min(longest, 24))
    for row in table.rows:
        shown.add_row(*(_cell(row[at]) for at in kept))
    if table.rows:
        Console(highlight=False).print(shown)
    else:
        click.echo(words("Nothing to read."))
    left = [task.minutes for each in report.documents for task in each.tasks.values()]
    count = words.count("{n} reading is still to be done", "{n} readings are still to be done", len(left))
    click.echo(words("{count}: {duration}.", count=count, duration=duration(sum(left), words)))


def _cell(cell: object) -> str:
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
