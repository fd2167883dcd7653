"""`classeur doctor`: whether this computer and this folder can do the work."""

from __future__ import annotations

from dataclasses import asdict

import click

from classeur.cli.context import CLEAN, FOUND, Session, output_format, print_json, shared_options
from classeur.errors import ClasseurError
from classeur.tasks.doctor import Health, examine
from classeur.wording.translator import Translator

_MARKS = {Health.GOOD: ("✓", "green"), Health.WARNING: ("!", "yellow"), Health.BAD: ("✗", "red")}


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "doctor", help=words("Look whether this computer and this folder can do the work.\n\nExample: classeur doctor")
    )
    @output_format(words, "json")
    @shared_options(words)
    def run(session: Session, form: str) -> int:
        try:
            root = session.root
        except ClasseurError:
            root = None
        looks = examine(root, words)
        if form == "json":
            print_json([asdict(look) for look in looks])
        else:
            for look in looks:
                mark, colour = _MARKS[look.health]
                remedy = f"\n      {words('What to do:')} {look.remedy}" if look.remedy else ""
                click.echo(f"{click.style(mark, fg=colour)} {look.name:<28} {look.told}{remedy}")
            if root is None:
                click.echo(words("No quality system here: only the computer was looked at."))
        return FOUND if any(look.health is Health.BAD for look in looks) else CLEAN

    return run
