"""Click's own words, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from classeur.wording.translator import Translator

_Command = TypeVar("_Command", bound=click.Command)


class CommandGroup(click.Group):
    """A group that makes a command when it is asked for: the others need not be loaded.

    Args:
        names: the commands, in the order in which people meet them.
        make: the command of a name.
    """

    def __init__(self, *args: Any, names: Sequence[str], make: Callable[[str], click.Command], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names, self.make = names, make

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The order in which people meet them."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, made now; None when there is none."""
        return self.make(cmd_name) if cmd_name in self.names else None


def speak(command: _Command, words: Translator) -> _Command:
    """Make a command's help headed in the reader's language; returns the command."""
    known = {
        "Options": words("Options"),
        "Commands": words("Commands"),
        "Show this message and exit.": words("Show this help."),
    }
    required = f"[{words('required')}]"

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, words("Usage:") + " ")

        def write_heading(self, heading: str) -> None:
            super().write_heading(known.get(heading, heading))

        def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            told = [(name, known.get(said, said).replace("[required]", required)) for name, said in rows]
            super().write_dl(told, col_max, col_spacing)

    class Context(click.Context):
        formatter_class = Formatter

    command.context_class = Context
    return command


def usage_sentence(error: click.UsageError, words: Translator) -> str:
    """What is wrong in the words typed, and how to see what is expected."""
    name = error.ctx.command_path if error.ctx else "classeur"
    return f"{_problem(error, words)}\n    {words('What to do:')} {words('see `{command} --help`', command=name)}"


def _problem(error: click.UsageError, words: Translator) -> str:
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        told = words("There is no option {option}.", option=error.option_name)
        return f"{told} {words('Did you mean {near}?', near=near)}" if near else told
    if isinstance(error, click.BadOptionUsage):
        is_missing = "requires" in error.message
        told = words("{option} needs a value.") if is_missing else words("{option} takes no value.")
        return told.format(option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return words("Something is missing: {parameter}.", parameter=_typed_name(error.param))
    if isinstance(error, click.BadParameter):
        if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return words("{option} must be one of: {choices}.", option=_typed_name(error.param), choices=choices)
        return error.message
    if error.message.startswith("No such command"):
        typed = error.message.split("'")[1] if "'" in error.message else ""
        return words("There is no command {command}.", command=typed)
    if error.message.startswith("Got unexpected extra argument"):
        return words("Too many words: {typed}.", typed=error.message.partition("(")[2].rstrip(")"))
    return error.message


def _typed_name(parameter: click.Parameter | None) -> str:
    """An option as it is typed, `--to`; the name of anything else."""
    if parameter is None:
        return ""
    return parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.human_readable_name
