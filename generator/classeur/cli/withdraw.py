"""`classeur withdraw`: a document leaves use, replaced or not; or an earlier version comes back."""

from __future__ import annotations

import click

from classeur.cli.acts import act_options, acting, reason_option, references_argument
from classeur.cli.context import Session, version_of
from classeur.tasks.lifecycle import plan_withdraw
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "withdraw",
        help=words("Take texts out of use.")
        + "\n\n"
        + words("Example: classeur withdraw PR-R2-003 --reason 'Merged' --replaced-by PR-R2-001 --as a.martin"),
    )
    @references_argument(words)
    @reason_option(words)
    @click.option(
        "--replaced-by",
        "replaced_by",
        multiple=True,
        metavar="REF",
        help=words("A document that takes its place; may be repeated."),
    )
    @click.option("--restore", metavar="VERSION", help=words("An earlier version that is in force again."))
    @act_options(words)
    def run(
        session: Session,
        references: tuple[str, ...],
        reason: str,
        replaced_by: tuple[str, ...],
        restore: str | None,
        dry_run: bool,
        form: str,
    ) -> int:
        version = version_of(restore, words) if restore else None
        act = acting(session, dry_run, form)
        return act.on(
            references,
            lambda ref, house: plan_withdraw(
                house, ref, act.who, act.now, words, reason.strip(), replaced_by=replaced_by, restore=version
            ),
        )

    return run
