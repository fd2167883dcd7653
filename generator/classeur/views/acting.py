"""What can be done now with each text being written, and by whom: the desk of `preview`, where one clicks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.references import sort_key
from classeur.model.states import State
from classeur.views.addresses import document_page, draft_page
from classeur.views.next_step import NextAct, NextStep, next_step


class Click(StrEnum):
    """An act that a button does."""

    SUBMIT = "submit"
    VALIDATE = "validate"
    APPROVE = "approve"
    REFUSE = "refuse"
    RELEASE = "release"


_CLICKS: Mapping[NextAct, tuple[Click, ...]] = {
    NextAct.SUBMIT: (Click.SUBMIT,),
    NextAct.SUBMIT_AGAIN: (Click.SUBMIT,),
    NextAct.VALIDATE: (Click.VALIDATE, Click.REFUSE),
    NextAct.APPROVE: (Click.APPROVE, Click.REFUSE),
    NextAct.RELEASE: (Click.RELEASE,),
}


@dataclass(frozen=True)
class ActingRow:
    """A text being written, and what can be clicked.

    Attributes:
        clicks: what this person may do now; empty when it is for others.
        people: the names of those who may.
        draft: where its page is on a site built with drafts; `in_force` that of the version in force, if any.
    """

    reference: str
    title: str
    version: str
    state: State
    next: NextStep
    clicks: tuple[Click, ...]
    people: tuple[str, ...]
    draft: str
    in_force: str = ""


def acting_rows(binder: Binder, person: str) -> tuple[ActingRow, ...]:
    """The texts being written, those that wait for this person first."""
    rows = [row for reference in sorted(binder.by_reference, key=sort_key) for row in _row(binder, reference, person)]
    return tuple(sorted(rows, key=lambda row: not row.clicks))


def _row(binder: Binder, reference: str, person: str) -> tuple[ActingRow, ...]:
    found, step = binder.standing(reference), next_step(binder, reference)
    if found.document is None or found.in_progress is None or step is None or step.act not in _CLICKS:
        return ()
    is_mine = person in step.people
    return (
        ActingRow(
            reference,
            found.document.header.title,
            str(found.document.version),
            found.in_progress,
            step,
            _CLICKS[step.act] if is_mine else (),
            tuple(binder.organisation.name_of(each) for each in step.people),
            document_page(reference) if binder.ledger.is_empty else draft_page(reference),
            document_page(reference) if found.in_force else "",
        ),
    )
