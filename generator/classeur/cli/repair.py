"""`classeur repair`: put the ledger in order, losing nothing."""

from __future__ import annotations

from pathlib import Path

import click

from classeur.cli.accounts import accounts
from classeur.cli.context import CLEAN, FOUND, Session, shared_options
from classeur.cli.report import problem_text
from classeur.cli.verify import instant
from classeur.ledger.repair import RepairPlan
from classeur.model.journal import Actor
from classeur.tasks.act import actor
from classeur.tasks.identity import identify
from classeur.tasks.open_folder import open_folder
from classeur.tasks.repair import plan_ledger_repair, repair_ledger
from classeur.wording.translator import Translator


def command(words: Translator) -> click.Command:
    """The command in a language."""

    @click.command(
        "repair",
        help=words(
            "Say how the release ledger can be put in order, and do it with --carry-out; nothing is ever deleted.\n\n"
            "Example: classeur repair --from D:/backup --carry-out"
        ),
    )
    @click.option("--carry-out", "carries_out", is_flag=True, help=words("Do it; otherwise it is only shown."))
    @click.option(
        "--from",
        "sources",
        multiple=True,
        metavar=words("FOLDER"),
        help=words("A backup in which good copies are looked for."),
    )
    @shared_options(words)
    def run(session: Session, carries_out: bool, sources: tuple[str, ...]) -> int:
        root, now = session.root, instant(session)
        by = _repairer(session, root, words) if carries_out else None
        plan = plan_ledger_repair(root, [session.folder / source for source in sources], now, words)
        for line in _shown(plan, words):
            click.echo(line)
        if plan.is_empty:
            click.echo(words("Nothing to repair.") if not plan.left else words("What is left needs a person."))
        elif by is not None:
            _carry_out(session, plan, root, by, words)
        else:
            click.echo(words("Nothing was done yet: add --carry-out to do it."))
        return CLEAN if not plan.left and (carries_out or plan.is_empty) else FOUND

    return run


def _repairer(session: Session, root: Path, words: Translator) -> Actor:
    """Who repairs: asked before anything is shown as done."""
    organisation = open_folder(root, session.today)[0].organisation
    return actor(organisation, identify(organisation, session.person, accounts(root), words), None)


def _carry_out(session: Session, plan: RepairPlan, root: Path, by: Actor, words: Translator) -> None:
    journal = repair_ledger(plan, root, by, session.now, words)
    if journal.is_damaged:
        click.echo(words("Done; the journal is still damaged, so it does not tell of this repair."))
    else:
        click.echo(words("Done, and told in the journal."))


def _shown(plan: RepairPlan, words: Translator) -> list[str]:
    lines = [words("set aside: {path} ({code})", path=move.path, code=move.code) for move in plan.moves]
    lines += [words("restore: {path}, from {source}", path=each.path, source=each.source) for each in plan.restores]
    if plan.joins:
        lines.append(words("join the two ends of the journal"))
    return [*lines, *(problem_text(each, words) for each in plan.left)]
