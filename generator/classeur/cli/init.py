"""`classeur init`: a quality system in ten minutes."""

from __future__ import annotations

from pathlib import Path

import click

from classeur.cli.context import CLEAN, Session, shared_options
from classeur.tasks.init_folder import init_folder
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "init", help=words("Create a quality system in a new folder.\n\nExample: classeur init our-quality-system")
    )
    @click.argument("folder", metavar=words("FOLDER"))
    @click.option(
        "--empty", is_flag=True, help=words("Only the folders and an organisation to fill in, no starter text.")
    )
    @click.option(
        "--demo", is_flag=True, help=words("The starter texts with eighteen months of releases, to look around.")
    )
    @shared_options(words)
    def run(session: Session, folder: str, empty: bool, demo: bool) -> int:
        if empty and demo:
            raise click.UsageError(words("--empty and --demo do not go together."))
        target = Path(session.folder, folder)
        written = init_folder(target, words, empty, demo)
        click.echo(
            words.count("{n} file written in {folder}.", "{n} files written in {folder}.", len(written), folder=target)
        )
        click.echo(words("Now: open manual/organisation.yml and put your own people there, then"))
        click.echo(f"    cd {target}\n    classeur check\n    classeur build")
        return CLEAN

    return run
