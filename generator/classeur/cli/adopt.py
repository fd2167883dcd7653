"""`classeur adopt`: versions approved on paper before are taken over as they are."""

from __future__ import annotations

import datetime as dt

import click

from classeur.cli.acts import act_options, acting, day_option, references_argument
from classeur.cli.context import Session
from classeur.tasks.adopt import plan_adopt
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "adopt",
        help=words("Take over versions approved before, on paper.")
        + "\n\n"
        + words(
            "Example: classeur adopt PR-R2-001 PR-R2-002 --approved-on 2025-03-12 --by c.leroy "
            "--evidence 'Binder 3, signed copy' --as a.martin"
        ),
    )
    @references_argument(words)
    @day_option(words, "--approved-on", words("The day of the approval, as the paper says."), required=True)
    @click.option("--by", required=True, metavar=words("PERSON"), help=words("Who approved, as the paper says."))
    @click.option("--evidence", required=True, metavar=words("TEXT"), help=words("Where the paper can be seen."))
    @act_options(words)
    def run(
        session: Session,
        references: tuple[str, ...],
        approved_on: dt.date,
        by: str,
        evidence: str,
        dry_run: bool,
        form: str,
    ) -> int:
        act = acting(session, dry_run, form)
        return act.on(
            references,
            lambda ref, house: plan_adopt(house, ref, act.who, act.now, words, approved_on, by, evidence.strip()),
        )

    return run
