"""`classeur export`: a list, as a file that a spreadsheet opens."""

from __future__ import annotations

from pathlib import Path

import click

from classeur.cli.context import CLEAN, Session, audience_option, output_format, print_json, shared_options
from classeur.tasks.export import FORMATS, export_list
from classeur.views.document_lists import ListName
from classeur.views.public_site import SiteAudience
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "export",
        help=words("Write a list of documents into a file.\n\nExample: classeur export master-list -o liste.xlsx"),
    )
    @click.argument("name", metavar="LIST", type=click.Choice([name.value for name in ListName]))
    @click.option(
        "-o",
        "target",
        required=True,
        metavar=words("FILE"),
        help=words("The file to write; its suffix says how: {suffixes}.", suffixes=", ".join(FORMATS)),
    )
    @audience_option(words)
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, name: str, target: str, audience: str, form: str) -> int:
        path = Path(session.folder, target)
        table = export_list(session.root, ListName(name), path, session.today, words, SiteAudience(audience))
        if form == "json":
            print_json({"path": path.as_posix(), "list": name, "rows": len(table.rows)})
        else:
            count = words.count("{n} line", "{n} lines", len(table.rows))
            click.echo(words("{path}: {count}, as on {day}.", path=path, count=count, day=words.date(table.as_of)))
        return CLEAN

    return run
