"""The command `classeur`: its commands, its language, its exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from classeur import __version__
from classeur.cli.context import BUG, CANNOT_WORK, Session, shared_options
from classeur.cli.garbage import take_back_what_was_left_aside
from classeur.cli.usage import CommandGroup, speak, usage_sentence
from classeur.errors import ClasseurError
from classeur.wording.translator import LANGUAGES, Translator, translator

REGISTERS = (
    *("events", "complaints", "surveys", "evaluations", "actions", "objectives", "meetings", "audits", "risks"),
    *("proposals", "assessments", "standards", "external", "copies"),
)
"""The registers, each a group of commands."""

COMMANDS: Mapping[str, str] = {
    "init": "init.command",
    "new": "new.command",
    "import": "import_.command",
    "check": "check.command",
    "rule": "rule.command",
    "status": "status.command",
    "submit": "submit.command",
    "sign": "sign.command",
    "release": "release.command",
    "review": "review.command",
    "suspend": "with_reason.suspend",
    "resume": "with_reason.resume",
    "withdraw": "withdraw.command",
    "abandon": "with_reason.abandon",
    "renumber": "renumber.command",
    "reassign": "reassign.command",
    "adopt": "adopt.command",
    "history": "history.command",
    "diff": "diff.command",
    "as-of": "as_of.command",
    "log": "log.command",
    "readings": "readings.command",
    "confirm": "confirm.command",
    "remind": "remind.command",
    "verify": "verify.command",
    "evidence": "evidence.command",
    "circle": "circle.command",
    "repair": "repair.command",
    "handover": "handover.command",
    "build": "build.command",
    "watch": "watch.command",
    "preview": "preview.command",
    "word": "word.command",
    "word-template": "word_template.command",
    "export": "export.command",
    **{name: f"registers.{name}" for name in REGISTERS},
    "schema": "schema.command",
    "doctor": "doctor.command",
}
"""In the order in which people meet them, with the function of this package that makes each.

Their modules are loaded by name, so that a command waits for its own and not for those of all the others.
"""


def application(words: Translator) -> click.Group:
    """The whole command line, in a language."""

    @click.group(
        "classeur",
        cls=CommandGroup,
        names=tuple(COMMANDS),
        make=lambda name: command_named(name, words),
        help=words("Document control and living quality manuals, kept as plain files."),
    )
    @click.version_option(
        __version__, prog_name="classeur", message="%(prog)s %(version)s", help=words("Print the version.")
    )
    @shared_options(words)
    def classeur(session: Session) -> None:
        """Options are gathered by `shared_options`."""

    return speak(classeur, words)


def command_named(name: str, words: Translator) -> click.Command:
    """One command, in a language."""
    module, function = COMMANDS[name].split(".")
    make: Callable[[Translator], click.Command] = getattr(import_module(f"classeur.cli.{module}"), function)
    return speak(make(words), words)


def language_of(arguments: Sequence[str], environment: dict[str, str]) -> str:
    """The language of the messages: --lang, else the environment's CLASSEUR_LANG, else French."""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    typed = environment.get("CLASSEUR_LANG", "").lower()
    return typed if typed in LANGUAGES else "fr"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 clean, 1 findings, 2 the command cannot work, 70 a bug of ours."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    words = translator(language_of(arguments, dict(os.environ)))
    try:
        result = application(words).main(arguments, prog_name="classeur", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except ClasseurError as error:
        _tell(f"{error}\n    {words('What to do:')} {error.remedy}")
        return CANNOT_WORK
    except click.UsageError as error:
        _tell(usage_sentence(error, words))
        return CANNOT_WORK
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        _tell(words("Stopped."))
        return 130
    except BrokenPipeError:  # the reader of our output (less, head) has gone
        sys.stderr.close()
        return 0
    except Exception:
        traceback.print_exc()
        _tell(words("This is a fault of classeur, not of your texts: please report the lines above."))
        return BUG
    finally:
        take_back_what_was_left_aside()


def _tell(text: str) -> None:
    click.echo(f"classeur: {text}", err=True)


def _speak_utf8() -> None:
    """A Windows console would otherwise refuse an arrow or an accent."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
