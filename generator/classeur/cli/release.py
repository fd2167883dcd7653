"""`classeur release`: an approved text becomes the version in force."""

from __future__ import annotations

import click

from classeur.cli.acts import act_options, acting, references_argument
from classeur.cli.context import Session
from classeur.tasks.release import plan_release
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "release", help=words("Release texts that are approved.\n\nExample: classeur release PR-R2-001 --as a.martin")
    )
    @references_argument(words)
    @act_options(words)
    def run(session: Session, references: tuple[str, ...], dry_run: bool, form: str) -> int:
        act = acting(session, dry_run, form)
        return act.on(references, lambda ref, house: plan_release(house, ref, act.who, act.now, words))

    return run
