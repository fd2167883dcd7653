"""`classeur sign`: validation, approval, or a refusal with its reason."""

from __future__ import annotations

import click

from classeur.cli.acts import act_options, acting, references_argument
from classeur.cli.context import Session
from classeur.model.journal import SignStep
from classeur.tasks.sign import plan_sign
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "sign",
        help=words("Validate or approve texts, or refuse them.")
        + "\n\n"
        + words("Example: classeur sign PR-R2-001 --step approval --as c.leroy"),
    )
    @references_argument(words)
    @click.option(
        "--step",
        type=click.Choice([step.value for step in SignStep]),
        required=True,
        help=words("The step of the circuit."),
    )
    @click.option("--refuse", metavar=words("REASON"), help=words("Refuse, and say why; the writer sees it."))
    @act_options(words)
    def run(
        session: Session, references: tuple[str, ...], step: str, refuse: str | None, dry_run: bool, form: str
    ) -> int:
        if refuse is not None and not refuse.strip():
            raise click.UsageError(words("A refusal needs its reason: --refuse REASON."))
        act = acting(session, dry_run, form)
        reason = (refuse or "").strip()
        return act.on(
            references, lambda ref, house: plan_sign(house, ref, SignStep(step), act.who, act.now, words, reason)
        )

    return run
