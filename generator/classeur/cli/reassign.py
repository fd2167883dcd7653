"""`classeur reassign`: texts change hands, or all that a leaver owned."""

from __future__ import annotations

import click

from classeur.cli.acts import act_options, acting
from classeur.cli.context import CLEAN, Session, print_json
from classeur.tasks.reassign import owned_by, plan_reassign
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "reassign",
        help=words("Give texts another owner.")
        + "\n\n"
        + words("Example: classeur reassign --from m.durand --to a.martin --as c.leroy"),
    )
    @click.argument("references", nargs=-1, metavar=words("[REF]..."))
    @click.option("--from", "leaver", metavar=words("PERSON"), help=words("All that this person owns."))
    @click.option("--to", required=True, metavar=words("PERSON"), help=words("The new owner."))
    @act_options(words)
    def run(
        session: Session, references: tuple[str, ...], leaver: str | None, to: str, dry_run: bool, form: str
    ) -> int:
        if bool(references) == bool(leaver):
            raise click.UsageError(words("Give references, or --from PERSON for all that somebody owns."))
        act = acting(session, dry_run, form)
        wanted = owned_by(act.house, leaver) if leaver else references
        if not wanted:
            if form == "json":
                print_json([])
            else:
                click.echo(words("{person} owns no text.", person=act.house.binder.organisation.name_of(leaver or "")))
            return CLEAN
        return act.on(wanted, lambda ref, house: plan_reassign(house, ref, to, act.who, act.now, words))

    return run
