"""`classeur as-of`: what was in force on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from classeur.cli.context import CLEAN, Day, Session, output_format, print_json, shared_options
from classeur.cli.status import data, table
from classeur.model.ledger import Ledger
from classeur.tasks.house import Texts, open_house
from classeur.tasks.status import status_rows
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "as-of",
        help=words("List what was in force on a day, or rebuild the site of that day.")
        + "\n\n"
        + words("Example: classeur as-of 2026-03-12 --site-dir site-2026-03-12"),
    )
    @click.argument("day", type=Day(words), metavar=words("DAY"))
    @click.option("--site-dir", metavar=words("FOLDER"), help=words("Write the whole site of that day there."))
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, day: dt.date, site_dir: str | None, form: str) -> int:
        from classeur.tasks.as_of import as_of, build_as_of  # heavy: no other command waits for it
        from classeur.writers.site.engine import MkDocsEngine

        root = session.root
        house = open_house(root, session.today, Texts.ALL)
        rows = [row for row in status_rows(replace(house, binder=as_of(house, day))) if row.version_in_force]
        if form == "json":
            print_json([data(row) for row in rows])
        elif rows:
            Console(highlight=False, markup=False, emoji=False).print(table(tuple(rows), words))
        else:
            click.echo(_nothing(house.binder.ledger, day, words))
        if site_dir:
            report = build_as_of(root, Path(session.folder, site_dir), day, MkDocsEngine(root, words), words)
            if form != "json":
                click.echo(words("Home page: {address}", address=report.home.as_uri()))
        return CLEAN

    return run


def _nothing(ledger: Ledger, day: dt.date, words: Translator) -> str:
    """Nothing was in force, as far as the journal knows: of the days before its beginning it knows nothing."""
    begins = ledger.local_day(ledger.entries[0].at) if ledger.entries else None
    if begins is None or day >= begins:
        return words("Nothing was in force on {day}.", day=words.date(day))
    return words(
        "The journal begins on {begins} and says nothing of {day}. Versions approved before, on paper, tell since when "
        "they apply: classeur history REF",
        begins=words.date(begins),
        day=words.date(day),
    )
