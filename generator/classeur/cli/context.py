"""What every command shares: the folder, the person, the day, the language."""

from __future__ import annotations

import datetime as dt
import functools
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from classeur.tasks.open_folder import house_root
from classeur.wording.translator import LANGUAGES, Translator

CLEAN, FOUND, CANNOT_WORK, BUG = 0, 1, 2, 70


@dataclass
class Session:
    """The options of `classeur` itself, wherever they were typed on the line."""

    words: Translator
    folder: Path = Path()
    person: str | None = None
    day: dt.date | None = None

    @property
    def today(self) -> dt.date:
        """The day given with --today, else the computer's."""
        return self.day or dt.date.today()  # noqa: DTZ011, TID251  (one of the doors that ask the clock)

    @property
    def root(self) -> Path:
        """The root of the house."""
        return house_root(self.folder, self.words)


class _Day(click.ParamType[dt.date]):
    name = "date"

    def __init__(self, words: Translator) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """A day such as 2026-12-01."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(self.words("{typed} is not a day such as 2026-12-01.", typed=value), param, ctx)


def shared_options(words: Translator) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options that are accepted before or after the command's name; the last one typed wins."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        @click.pass_context
        def gathered(ctx: click.Context, /, *args: Any, **kwargs: Any) -> Any:
            root = ctx.find_root()
            root.obj = session = root.obj or Session(words)
            for name in ("folder", "person", "day"):
                typed = kwargs.pop(f"session_{name}")
                if typed is not None:
                    setattr(session, name, Path(typed) if name == "folder" else typed)
            kwargs.pop("session_lang")
            return ctx.invoke(function, session, *args, **kwargs)

        for option in reversed(_options(words)):
            gathered = option(gathered)
        return gathered

    return decorate


def _options(words: Translator) -> Sequence[Callable[[Callable[..., Any]], Callable[..., Any]]]:
    return (
        click.option("-C", "session_folder", metavar=words("FOLDER"), help=words("Work in this folder.")),
        click.option(
            "--as", "session_person", metavar=words("PERSON"), help=words("Act as this person of organisation.yml.")
        ),
        click.option(
            "--today",
            "session_day",
            type=_Day(words),
            metavar=words("DAY"),
            help=words("Read as on that day, such as 2026-12-01."),
        ),
        click.option("--lang", "session_lang", type=click.Choice(LANGUAGES), help=words("Language of the messages.")),
    )


def output_format(words: Translator, *choices: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format`, with text first."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", *choices]),
        default="text",
        help=words("How to print the result."),
    )


def print_json(value: object) -> None:
    """JSON and nothing else on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
