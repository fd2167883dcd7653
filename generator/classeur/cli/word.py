"""`classeur word`: controlled copies as Word files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from classeur.cli.context import CLEAN, Session, output_format, print_json, shared_options, version_of
from classeur.wording.translator import Translator


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
    @click.argument("references", nargs=-1, metavar="[REF]...")
    @click.option("--all", "everything", is_flag=True, help=words("Every version in force, one file each."))
    @click.option("--binder", "whole", is_flag=True, help=words("A whole binder: index, dividers, documents."))
    @click.option(
        "--since",
        metavar=words("DAY|BINDER"),
        help=words("What changed since a day, or since an earlier binder or update (its folder or zip)."),
    )
    @click.option("-o", "--output", required=True, metavar=words("FOLDER"), help=words("Where to write."))
    @click.option(
        "--copy", "copy_number", default="", metavar="N", help=words("Print the number of a controlled copy.")
    )
    @click.option("--draft", is_flag=True, help=words("The text being written, marked as a draft."))
    @click.option("--version", "version", metavar="VERSION", help=words("A version other than the one in force."))
    @click.option("--edit", is_flag=True, help=words("Copies to be edited in Word and imported again."))
    @output_format(words, "json")
    @shared_options(words)
    def run(
        session: Session,
        references: tuple[str, ...],
        everything: bool,
        whole: bool,
        since: str | None,
        output: str,
        copy_number: str,
        draft: bool,
        version: str | None,
        edit: bool,
        form: str,
    ) -> int:
        if sum((bool(references), everything, whole, since is not None)) != 1:
            raise click.UsageError(words("Give references, or one of --all, --binder and --since."))
        from classeur.tasks.export_word import WordRequest, export  # heavy: no other command waits for it
        from classeur.writers.site.engine import MkDocsEngine

        wanted = version_of(version, words) if version else None
        if since and not _is_day(since):
            since = str(Path(session.folder, since))
        request = WordRequest(references, everything, whole, since or "", copy_number, draft, wanted, edit)
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


def _is_day(typed: str) -> bool:
    try:
        dt.date.fromisoformat(typed)
    except ValueError:
        return False
    return True
