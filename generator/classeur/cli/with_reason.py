"""The acts that need a reason and nothing else: suspend, resume, abandon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import click

from classeur.cli.acts import act_options, acting, reason_option, references_argument
from classeur.cli.context import Session
from classeur.tasks.act import Planned, Who
from classeur.tasks.house import House
from classeur.tasks.lifecycle import plan_abandon, plan_resume, plan_suspend
from classeur.wording.translator import Translator

ReasonedPlanner = Callable[[House, str, Who, dt.datetime, Translator, str], Planned]


def suspend(words: Translator) -> click.Command:
    """`classeur suspend`: a version in force must not be applied for now."""
    said = words("Suspend texts in force: do not apply them until further notice.")
    example = words("Example: classeur suspend PR-R2-001 --reason 'Batch recalled' --as c.leroy")
    return _command("suspend", f"{said}\n\n{example}", plan_suspend, words)


def resume(words: Translator) -> click.Command:
    """`classeur resume`: a suspended version applies again."""
    said = words("Put suspended texts back in force.")
    example = words("Example: classeur resume PR-R2-001 --reason 'New batch received' --as c.leroy")
    return _command("resume", f"{said}\n\n{example}", plan_resume, words)


def abandon(words: Translator) -> click.Command:
    """`classeur abandon`: a text being written will not be released as it is."""
    said = words("Give up texts being written; what is in force stays.")
    example = words("Example: classeur abandon PR-R2-001 --reason 'No longer needed' --as m.durand")
    return _command("abandon", f"{said}\n\n{example}", plan_abandon, words)


def _command(name: str, said: str, planner: ReasonedPlanner, words: Translator) -> click.Command:
    @click.command(name, help=said)
    @references_argument(words)
    @reason_option(words)
    @act_options(words)
    def run(session: Session, references: tuple[str, ...], reason: str, dry_run: bool, form: str) -> int:
        act = acting(session, dry_run, form)
        return act.on(references, lambda ref, house: planner(house, ref, act.who, act.now, words, reason.strip()))

    return run
