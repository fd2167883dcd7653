"""`classeur review`: somebody looked at a version in force and says what becomes of it."""

from __future__ import annotations

import datetime as dt

import click

from classeur.cli.acts import act_options, acting, day_option, reason_option, references_argument
from classeur.cli.context import Session
from classeur.model.journal import ReviewOutcome
from classeur.tasks.lifecycle import plan_review
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "review",
        help=words("Record the review of texts in force.")
        + "\n\n"
        + words("Example: classeur review PR-R2-001 --kept --reason 'Nothing has changed' --as a.martin"),
    )
    @references_argument(words)
    @click.option("--kept", "outcome", flag_value="kept", help=words("Kept as it is: the next date is counted anew."))
    @click.option("--revise", "outcome", flag_value="revise", help=words("To be revised; it stays in force meanwhile."))
    @click.option("--withdraw", "outcome", flag_value="withdraw", help=words("To be withdrawn; it stays until it is."))
    @reason_option(words)
    @day_option(words, "--on", words("The day of the review, if not today."))
    @click.option(
        "--source",
        "sources",
        multiple=True,
        metavar="REF",
        help=words("A document whose change was looked at; may be repeated."),
    )
    @act_options(words)
    def run(
        session: Session,
        references: tuple[str, ...],
        outcome: str | None,
        reason: str,
        on: dt.date | None,
        sources: tuple[str, ...],
        dry_run: bool,
        form: str,
    ) -> int:
        if outcome is None:
            raise click.UsageError(words("Say what the review decides: --kept, --revise or --withdraw."))
        act, decided = acting(session, dry_run, form), ReviewOutcome(outcome)
        return act.on(
            references,
            lambda ref, house: plan_review(
                house, ref, decided, act.who, act.now, words, reason.strip(), on=on, sources=sources
            ),
        )

    return run
