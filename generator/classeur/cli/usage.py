"""Click's own words, in the reader's language."""

from __future__ import annotations

import click

from classeur.wording.translator import Translator


class FrenchGroup(click.Group):
    """A group whose commands are listed in the order in which people meet them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The order in which they were added."""
        return list(self.commands)


def usage_sentence(error: click.UsageError, words: Translator) -> str:
    """What is wrong in the words typed, and how to see what is expected."""
    name = error.ctx.command_path if error.ctx else "classeur"
    return f"{_problem(error, words)}\n    {words('What to do:')} {words('see `{command} --help`', command=name)}"


def _problem(error: click.UsageError, words: Translator) -> str:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        told = words("There is no option {option}.", option=error.option_name)
        return f"{told} {words('Did you mean {near}?', near=near)}" if near else told
    if isinstance(error, click.MissingParameter):
        parameter = error.param.human_readable_name if error.param else ""
        return words("Something is missing: {parameter}.", parameter=parameter)
    if isinstance(error, click.BadParameter):
        if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.Choice):
            option, choices = error.param.human_readable_name, ", ".join(map(str, error.param.type.choices))
            return words("{option} must be one of: {choices}.", option=option, choices=choices)
        return error.message
    if error.message.startswith("No such command"):
        typed = error.message.split("'")[1] if "'" in error.message else ""
        return words("There is no command {command}.", command=typed)
    return error.message
