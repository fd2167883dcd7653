"""`classeur evidence`: the folder that an auditor takes away."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from classeur.cli.context import CLEAN, Day, Session, output_format, print_json, shared_options
from classeur.cli.verify import instant
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "evidence",
        help=words(
            "Write the evidence and the gaps of a standard into a folder that an auditor takes away: it opens without "
            "a network and can be checked without this program.\n\n"
            "Example: classeur evidence ISO-9001-2015 --on 2026-11-22 -o dossier-audit"
        ),
    )
    @click.argument("standard", metavar=words("STANDARD"))
    @click.option(
        "--on", "day", type=Day(words), metavar=words("DAY"), help=words("The day to show; today if left out.")
    )
    @click.option("-o", "target", required=True, metavar=words("FOLDER"), help=words("A new or empty folder."))
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, standard: str, day: dt.date | None, target: str, form: str) -> int:
        from classeur.tasks.evidence import write_evidence  # heavy: no other command waits for it
        from classeur.writers.site.engine import MkDocsEngine

        dialect = MkDocsEngine(session.root, words).dialect
        folder = Path(session.folder, target)
        report = write_evidence(session.root, standard, day or session.today, instant(session), folder, dialect, words)
        shown = report.pack.standard
        if form == "json":
            print_json(
                {
                    "path": report.index.as_posix(),
                    "standard": shown.name,
                    "on": report.pack.on.isoformat(),
                    "criteria": shown.applicable,
                    "documented": shown.documented,
                    "recorded": shown.recorded,
                    "gaps": [row.number for row in shown.gaps],
                    "texts": len(report.pack.texts),
                    "files": report.files,
                }
            )
            return CLEAN
        texts = words.count("{n} text in force", "{n} texts in force", len(report.pack.texts))
        gaps = words.count("{n} gap", "{n} gaps", len(shown.gaps))
        click.echo(words("{standard}: {texts}, {gaps}.", standard=shown.title, texts=texts, gaps=gaps))
        click.echo(words("Open: {address}", address=report.index.resolve().as_uri()))
        return CLEAN

    return run
