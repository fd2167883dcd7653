"""`classeur schema`: the formats, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

import click

from classeur.cli.context import CLEAN, Session, print_json, shared_options
from classeur.wording.translator import Translator


class _Format(click.ParamType[str]):
    """The name of a format. The formats are loaded when one is asked for: the help of `classeur` need not wait."""

    name = "format"

    def __init__(self, words: Translator) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, when there is such a format."""
        from classeur.tasks.schema import SCHEMAS

        if value not in SCHEMAS:
            option = param.human_readable_name if param else self.name
            choices = ", ".join(sorted(SCHEMAS))
            self.fail(self.words("{option} must be one of: {choices}.", option=option, choices=choices), param, ctx)
        return str(value)


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "schema", help=words("Print a format as JSON Schema, for text editors.\n\nExample: classeur schema document")
    )
    @click.argument("name", type=_Format(words), default="document", metavar=words("[FORMAT]"))
    @shared_options(words)
    def run(session: Session, name: str) -> int:
        from classeur.tasks.schema import SCHEMAS

        print_json(SCHEMAS[name]())
        return CLEAN

    return run
