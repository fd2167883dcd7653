"""Erasing confirmations that no longer serve: they are personal data, and are kept for a time only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from classeur.ledger.confirmations import Register, erase, load_register
from classeur.model.binder import Binder
from classeur.model.confirmations import Batch, ConfirmationsDraft, ReadConfirmation
from classeur.model.readings import counting_versions
from classeur.tasks.house import open_house


@dataclass(frozen=True)
class ErasePlan:
    """What would go, what must stay of the same batches, and how many are kept as they still count."""

    going: tuple[str, ...]
    rest: ConfirmationsDraft
    erased: int
    still_counting: int
    left_behind: int = 0


def plan_erase(root: Path, today: dt.date, before: dt.date | None, person: str) -> ErasePlan:
    """What to erase: all that a person confirmed, or what is older than a day and counts for nothing any more."""
    binder = open_house(root, today).binder
    register = load_register(root)
    counting = _counting(binder)
    rest, going = ConfirmationsDraft(), []
    erased = kept = 0
    for batch in register.confirmations.batches:
        each = list(batch.confirmations())
        out = [c for c in each if _is_wanted(c, before, person)]
        stays = [] if person else [c for c in out if _key(c) in counting and _is_there(binder, c.person)]
        kept += len(stays)
        gone = len(out) - len(stays)
        if gone:
            going.append(batch.hash)
            erased += gone
            away = {id(c) for c in out} - {id(c) for c in stays}
            for c in each:
                if id(c) not in away:
                    rest.add(c.reference, c.version, c.digest, c.person, c.confirmed_on, c.means, c.assurance)
    return ErasePlan(tuple(going), rest, erased, kept, sum(r.hash in register.erased for r in register.records))


def carry_out_erase(root: Path, plan: ErasePlan, now: dt.datetime, by: str, head: str, reason: str) -> Register:
    """Erase what the plan says, and write what stays of the same batches again.

    Raises:
        LedgerDamaged: the register is not as it was written; nothing was erased.
    """
    return erase(root, plan.going, Batch(now, head, by), plan.rest.texts, reason)


def _is_wanted(confirmation: ReadConfirmation, before: dt.date | None, person: str) -> bool:
    if person and confirmation.person != person:
        return False
    return before is None or confirmation.confirmed_on < before


def _counting(binder: Binder) -> Collection[tuple[str, str]]:
    """The versions whose confirmation counts today, or will when a version to come is in force."""
    found = set()
    for reference in binder.ledger.by_reference:
        history = binder.ledger.history(reference)
        for release in (history.in_force(binder.today), history.upcoming(binder.today)):
            for each in counting_versions(history, release) if release else ():
                found.add((reference, str(each.version)))
                found.update((name, str(each.version)) for name in history.former)
    return found


def _key(confirmation: ReadConfirmation) -> tuple[str, str]:
    return confirmation.reference, str(confirmation.version)


def _is_there(binder: Binder, person: str) -> bool:
    known = binder.organisation.person.get(person)
    return known is not None and not known.has_left(binder.today)
