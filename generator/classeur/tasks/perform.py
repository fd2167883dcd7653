"""Doing an act on one document or several: each in its turn, a refused one never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from classeur.errors import ClasseurError
from classeur.ledger.problems import LedgerDamaged, LedgerRefused
from classeur.model.findings import Finding
from classeur.model.journal import EntryKind
from classeur.model.references import folded
from classeur.model.versions import Version
from classeur.tasks.act import ActPlan, Planned, carry_out
from classeur.tasks.house import House
from classeur.views.next_step import NextStep, next_step
from classeur.wording.translator import Translator

Planner = Callable[[House, str], Planned]
"""Plans the act for one reference."""


@dataclass(frozen=True)
class Done:
    """An act that was done, or would be: `entry` is the hash of its entry, empty for a trial."""

    reference: str
    version: Version | None
    act: EntryKind
    says: tuple[str, ...]
    entry: str = ""
    next: NextStep | None = None


@dataclass(frozen=True)
class Outcome:
    """What a command did: the acts done, those refused and why, and what stopped the rest, if anything."""

    house: House
    done: tuple[Done, ...] = ()
    refused: tuple[Finding, ...] = ()
    stopped: ClasseurError | None = None


def perform(
    house: House, references: Iterable[str], plan: Planner, words: Translator, is_trial: bool = False
) -> Outcome:
    """Plan and carry out an act for each reference. A trial plans only.

    Raises:
        ClasseurError: a reference is unknown; then nothing at all was done.
    """
    done: list[Done] = []
    refused: list[Finding] = []
    rewritten = False
    stopped: ClasseurError | None = None
    for reference in [known_reference(house, typed, words) for typed in dict.fromkeys(references)]:
        try:
            planned = plan(house, reference)
            if not isinstance(planned, ActPlan):
                refused += planned
                continue
            if not is_trial:
                house = carry_out(planned, house, words)
            done.append(_told(planned, house, is_trial))
            rewritten |= bool(planned.edits)
        except LedgerRefused as refusal:
            refused += [each.finding for each in refusal.problems]
            if isinstance(refusal, LedgerDamaged):  # the others would meet the same
                break
        except ClasseurError as error:
            stopped = error
            break
    if not (is_trial or rewritten):  # once, at the end: where a document stands takes the whole journal
        done = [replace(each, next=next_step(house.binder, each.reference)) for each in done]
    return Outcome(house, tuple(done), tuple(refused), stopped)


def known_reference(house: House, typed: str, words: Translator) -> str:
    """The present reference of a document, as it is written, whatever the case that was typed.

    Raises:
        ClasseurError: neither a text nor the ledger has it.
    """
    known = {*house.binder.by_reference, *house.binder.ledger.by_reference}
    present = house.binder.ledger.present(typed)
    if typed in house.binder.by_reference or present in known:
        return typed if typed in house.binder.by_reference else present
    alike = sorted(reference for reference in known if folded(reference) == folded(typed))
    if len(alike) == 1:
        return alike[0]
    raise ClasseurError(
        words("No document has the reference {reference}.", reference=typed),
        remedy=words("`classeur status` lists the references; `classeur check` says which files could not be read."),
    )


def _told(plan: ActPlan, house: House, is_trial: bool) -> Done:
    draft = plan.draft
    entry = "" if is_trial else house.journal.entries[-1].hash
    return Done(draft.reference, draft.version, draft.kind, plan.says, entry)
