"""`classeur schema`: the formats, for editors that complete and check YAML."""

from __future__ import annotations

import click

from classeur.cli.context import CLEAN, Session, print_json, shared_options
from classeur.tasks.schema import SCHEMAS
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "schema", help=words("Print a format as JSON Schema, for text editors.\n\nExample: classeur schema document")
    )
    @click.argument("name", type=click.Choice(sorted(SCHEMAS)), default="document", metavar=words("[FORMAT]"))
    @shared_options(words)
    def run(session: Session, name: str) -> int:
        print_json(SCHEMAS[name]())
        return CLEAN

    return run
