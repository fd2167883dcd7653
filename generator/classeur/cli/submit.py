"""`classeur submit`: the writing is finished, the circuit begins."""

from __future__ import annotations

import click

from classeur.cli.acts import act_options, acting, references_argument
from classeur.cli.context import Session
from classeur.tasks.submit import plan_submit
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "submit", help=words("Hand texts over to their circuit.\n\nExample: classeur submit PR-R2-001 --as m.durand")
    )
    @references_argument(words)
    @act_options(words)
    def run(session: Session, references: tuple[str, ...], dry_run: bool, form: str) -> int:
        act = acting(session, dry_run, form)
        return act.on(references, lambda ref, house: plan_submit(house, ref, act.who, act.now, words))

    return run
