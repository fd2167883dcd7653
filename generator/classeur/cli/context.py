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

from classeur.cli import clock
from classeur.errors import ClasseurError
from classeur.model.versions import Version
from classeur.tasks.open_folder import day_in_house, house_root
from classeur.views.public_site import SiteAudience
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
        """The day given with --today, else the present one where the organisation lives."""
        return self.day or day_in_house(self.folder, clock.now())

    @property
    def root(self) -> Path:
        """The root of the house."""
        return house_root(self.folder, self.words)

    @property
    def now(self) -> dt.datetime:
        """The instant of an act.

        Raises:
            ClasseurError: a day was given with --today: nobody acts on another day than the present one.
        """
        if self.day is not None:
            raise ClasseurError(
                self.words("--today is for the commands that only read: an act bears the instant at which it is done."),
                remedy=self.words("Repeat the command without --today."),
            )
        return clock.now()


class Day(click.ParamType[dt.date]):
    """A day that a person types."""

    name = "date"

    def __init__(self, words: Translator) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """A day such as 2026-12-01."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(self.words("{typed} is not a day such as 2026-12-01.", typed=value), param, ctx)


def version_of(typed: str, words: Translator) -> Version:
    """The version that a person typed.

    Raises:
        click.UsageError: it is none.
    """
    try:
        return Version.parse(typed)
    except ValueError:
        raise click.UsageError(words("{typed} is not a version such as 2.1.", typed=typed)) from None


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
            type=Day(words),
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


def audience_option(words: Translator) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--audience`: for the team, or for people outside, who see nothing confidential."""
    return click.option(
        "--audience",
        type=click.Choice([audience.value for audience in SiteAudience]),
        default=SiteAudience.INTERNAL.value,
        help=words("For the team (internal), or without the confidential documents (public)."),
    )


def print_json(value: object) -> None:
    """JSON and nothing else on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")
