"""`classeur word-template`: what the organisation's own Word template lacks."""

from __future__ import annotations

from pathlib import Path

import click

from classeur.cli.context import CLEAN, FOUND, Session, output_format, print_json, shared_options
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "word-template",
        help=words("Say which styles a Word template lacks, and add them.")
        + "\n\n"
        + words("Example: classeur word-template our-template.docx --complete site_templates/word/template.docx"),
    )
    @click.argument("file", required=False, metavar="[FILE.docx]")
    @click.option(
        "--complete", metavar="FILE.docx", help=words("Write the template there with the styles that it lacked.")
    )
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, file: str | None, complete: str | None, form: str) -> int:
        from classeur.tasks.word_template import check_template, complete_template  # heavy: reads Word files

        report = check_template(session.root, Path(session.folder, file) if file else None, words)
        lacking = [style.name for style in report.lacking]
        if form == "json":
            print_json({"path": str(report.path), "lacking": lacking})
        else:
            click.echo(str(report.path))
            for name in lacking:
                click.echo(f"    {name}")
            click.echo(
                words.count("{n} style is missing.", "{n} styles are missing.", len(lacking))
                if lacking
                else words("It holds every style that the copies use.")
            )
        if complete:
            complete_template(report.path, Path(session.folder, complete), words)
            return CLEAN
        return FOUND if lacking else CLEAN

    return run
