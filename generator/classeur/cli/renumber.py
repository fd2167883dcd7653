"""`classeur renumber`: a document takes another reference; its history follows."""

from __future__ import annotations

import click

from classeur.cli.acts import act_options, acting, reference_argument
from classeur.cli.context import Session
from classeur.tasks.renumber import plan_renumber
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "renumber",
        help=words("Give a document another reference.")
        + "\n\n"
        + words("Example: classeur renumber PR-R2-003 --to PR-R3-004 --as a.martin"),
    )
    @reference_argument()
    @click.option("--to", required=True, metavar="REF", help=words("The new reference; it must never have been used."))
    @act_options(words)
    def run(session: Session, reference: str, to: str, dry_run: bool, form: str) -> int:
        act = acting(session, dry_run, form)
        return act.on([reference], lambda ref, house: plan_renumber(house, ref, to, act.who, act.now, words))

    return run
