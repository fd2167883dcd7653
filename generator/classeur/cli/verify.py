"""`classeur verify`: is the release ledger as it was written?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from classeur.cli import clock
from classeur.cli.context import Session, output_format, print_json, shared_options
from classeur.cli.report import problem_text
from classeur.errors import ClasseurError
from classeur.ledger.names import RELEASES
from classeur.ledger.verify import LedgerReport, LedgerVerdict
from classeur.tasks.verify import verify_ledger
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator

EXIT_CODES = {LedgerVerdict.CLEAN: 0, LedgerVerdict.WARNING: 1, LedgerVerdict.ERROR: 2}
CANNOT_READ = 3


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "verify",
        help=words(
            "Verify that every released file and every entry of the journal is as it was written; writes nothing.\n\n"
            "Example: classeur verify --head 9f3c0a1b2c3d4e5f"
        ),
    )
    @click.option(
        "--head",
        "heads",
        multiple=True,
        metavar=words("HASH"),
        help=words("A hash kept elsewhere, which must be in the journal."),
    )
    @click.option(
        "--copies",
        multiple=True,
        metavar=words("FOLDER"),
        help=words("A copy of the house, of its site or of its Word files, to compare with."),
    )
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, heads: tuple[str, ...], copies: tuple[str, ...], form: str) -> int:
        try:
            folders = [session.folder / copy for copy in copies]
            report = verify_ledger(ledger_root(session), heads, folders, instant(session), words)
        except ClasseurError as error:
            click.echo(f"classeur: {error}\n    {words('What to do:')} {error.remedy}", err=True)
            return CANNOT_READ
        if form == "json":
            print_json(_data(report, words.language))
        else:
            click.echo("\n".join([*(problem_text(each, words) for each in report.problems), _verdict(report, words)]))
        return EXIT_CODES[report.verdict]

    return run


def ledger_root(session: Session) -> Path:
    """The folder that holds `releases/`: an auditor's copy need not hold the rest of the house."""
    return session.folder.resolve() if (session.folder / RELEASES).is_dir() else session.root


def instant(session: Session) -> dt.datetime:
    """The present instant, or the end of the day given with --today."""
    if session.day:
        return dt.datetime.combine(session.day + dt.timedelta(days=1), dt.time(), dt.UTC)
    return clock.now()


def _data(report: LedgerReport, language: str) -> dict[str, object]:
    problems = []
    for each in report.problems:
        said = told(each.finding, language)
        problems.append(
            {"code": each.code, "path": str(each.path), "message": said.message, "remedy": said.remedy},
        )
    return {"verdict": report.verdict.value, "head": report.head, "problems": problems}


def _verdict(report: LedgerReport, words: Translator) -> str:
    entries = words.count("{n} entry in the journal", "{n} entries in the journal", len(report.journal.entries))
    if not report.head:
        return words("The ledger is empty: nothing was ever released here.")
    sentences = {
        LedgerVerdict.CLEAN: words("the ledger is as it was written."),
        LedgerVerdict.WARNING: words("nothing was altered, but something is to be looked at."),
        LedgerVerdict.ERROR: words("the ledger is no longer as it was written."),
    }
    head = words("Head: {head}", head=report.head)
    told = words("{entries}: {verdict}", entries=entries, verdict=sentences[report.verdict])
    return f"{told}\n{head}"
