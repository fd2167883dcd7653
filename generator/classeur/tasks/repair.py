"""Repairing the ledger: a plan first, which loses nothing; then its carrying out, told in the journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.journal import Journal
from classeur.ledger.repair import RepairPlan, carry_out, plan_repair
from classeur.model.journal import Actor
from classeur.tasks.verify import verify_ledger
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator


def plan_ledger_repair(root: Path, sources: Sequence[Path], now: dt.datetime, words: Translator) -> RepairPlan:
    """What can be put in order, with the help of the copies in `sources`.

    Raises:
        ClasseurError: the ledger or a folder of copies cannot be read.
    """
    for source in sources:
        if not source.is_dir():
            raise ClasseurError(
                words("{folder} is not a folder.", folder=source),
                remedy=words("Give the folder of a backup, such as a copy of the whole house."),
            )
    return plan_repair(root, verify_ledger(root, (), (), now, words), sources)


def repair_ledger(plan: RepairPlan, root: Path, actor: Actor, now: dt.datetime, words: Translator) -> Journal:
    """Do what the plan says.

    Raises:
        ClasseurError: a file cannot be moved or written, or a copy changed meanwhile.
    """
    try:
        return carry_out(plan, root, actor, now)
    except OSError as error:
        raise ClasseurError(
            words(
                "{path} cannot be written: {problem}.",
                path=error.filename or root,
                problem=disk_trouble(error, words),
            ),
            remedy=words("Free some space or ask for the right to write, then repeat the command: it goes on."),
        ) from error
