"""`classeur word`: controlled copies as Word files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options, version_of
from classeur.wording.translator import Translator

if TYPE_CHECKING:
    from classeur.tasks.export_word import WordRequest

Command = Callable[..., Any]


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "word",
        help=words(
            "Write Word copies of what is in force, for paper. A name that ends in .zip gives one archive; "
            "with --binder, one that ends in .docx gives a single file."
        )
        + "\n\n"
        + words("Example: classeur word --binder -o binder-2026-11"),
    )
    @_choices(words)
    @click.option("-o", "--output", required=True, metavar=words("FOLDER"), help=words("Where to write."))
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, output: str, form: str, **typed: Any) -> int:
        request = _request(session, words, **typed)
        from classeur.tasks.export_word import export  # heavy: no other command waits for it
        from classeur.writers.site.engine import MkDocsEngine

        root, paths = session.root, []
        out = Path(session.folder, output)
        for path in export(root, session.today, request, out, MkDocsEngine(root, words).dialect, words):
            paths.append(str(path))
            if form == "text":
                click.echo(paths[-1])
        if form == "json":
            print_json(paths)
        return CLEAN

    return run


def _choices(words: Translator) -> Callable[[Command], Command]:
    """What is to be written."""
    choices = (
        click.argument("references", nargs=-1, metavar="[REF]..."),
        click.option("--all", "everything", is_flag=True, help=words("Every version in force, one file each.")),
        click.option("--binder", is_flag=True, help=words("A whole binder: index, dividers, documents.")),
        click.option(
            "--since",
            default="",
            metavar=words("DAY|BINDER"),
            help=words("What changed since a day, or since an earlier binder or update (its folder or zip)."),
        ),
        click.option(
            "--copy", "copy_number", default="", metavar="N", help=words("Print the number of a controlled copy.")
        ),
        click.option("--draft", is_flag=True, help=words("The text being written, marked as a draft.")),
        click.option("--version", metavar="VERSION", help=words("A version other than the one in force.")),
        click.option("--edit", is_flag=True, help=words("Copies to be edited in Word and imported again.")),
    )

    def decorate(function: Command) -> Command:
        for each in reversed(choices):
            function = each(function)
        return function

    return decorate


def _request(session: Session, words: Translator, since: str, version: str | None, **typed: Any) -> WordRequest:
    """What a person asks for; an earlier binder is named as seen from the folder given with -C.

    Raises:
        click.UsageError: nothing is asked for, or two things at once.
    """
    from classeur.tasks.export_word import WordRequest  # heavy: no other command waits for it

    if sum((bool(typed["references"]), typed["everything"], typed["binder"], bool(since))) != 1:
        raise click.UsageError(words("Give references, or one of --all, --binder and --since."))
    if since and not _is_day(since):
        since = str(Path(session.folder, since))
    return WordRequest(since=since, version=version_of(version, words) if version else None, **typed)


def _is_day(typed: str) -> bool:
    try:
        dt.date.fromisoformat(typed)
    except ValueError:
        return False
    return True
