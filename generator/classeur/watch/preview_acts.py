"""An act that was clicked: the plan is shown first, then the same task as the command is run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.model.findings import Finding
from classeur.model.journal import SignStep
from classeur.model.organisation import Organisation
from classeur.model.states import State
from classeur.tasks.act import Planned, Who
from classeur.tasks.house import House, house_at
from classeur.tasks.perform import perform
from classeur.tasks.release import plan_release
from classeur.tasks.sign import plan_sign
from classeur.tasks.submit import plan_submit
from classeur.views.acting import ActingRow, Click, acting_rows
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class ClickedPlan:
    """What a click would do, or did.

    Attributes:
        digest: of the text that the plan was made from: the act is done on this text or not at all.
        says: what a person should know, in sentences; empty when the act is refused.
        refused: why, then.
    """

    reference: str
    title: str
    click: Click
    reason: str
    digest: str
    says: tuple[str, ...]
    refused: tuple[Finding, ...]


@dataclass(frozen=True)
class Clerk:
    """Does what is clicked, as the person of the account, at the instant of the click.

    Args:
        who: the person who acts; raises ClasseurError when nobody knows.
        now: the instant.
    """

    root: Path
    who: Callable[[Organisation], Who]
    now: Callable[[], dt.datetime]
    words: Translator

    def rows(self) -> tuple[str, tuple[ActingRow, ...]]:
        """The name of the person, and what waits.

        Raises:
            ClasseurError: nobody knows who acts.
        """
        house = house_at(self.root, self.now())
        organisation = house.binder.organisation
        person = self.who(organisation).person
        return organisation.name_of(person), acting_rows(house.binder, person)

    def plan(self, click: Click, reference: str, reason: str = "") -> ClickedPlan:
        """What the act would do; nothing is written.

        Raises:
            ClasseurError: nobody knows who acts, or the reference is unknown.
        """
        return self._do(click, reference, reason, house_at(self.root, self.now()), is_trial=True)

    def act(self, click: Click, reference: str, digest: str, reason: str = "") -> ClickedPlan:
        """Do it, on the text that the plan was shown for.

        Raises:
            ClasseurError: as for a plan; the text has changed since, the disk refuses.
        """
        house = house_at(self.root, self.now())
        document = house.binder.document(reference)
        if document is None or document.digest != digest:
            raise ClasseurError(
                self.words("The text of {reference} has changed since you saw the plan.", reference=reference),
                remedy=self.words("Nothing was done. Look at the text and at the plan again."),
            )
        return self._do(click, reference, reason, house, is_trial=False)

    def _do(self, click: Click, reference: str, reason: str, house: House, is_trial: bool) -> ClickedPlan:
        who, now, words = self.who(house.binder.organisation), self.now(), self.words
        if click is Click.REFUSE and not reason.strip():
            raise ClasseurError(
                words("A refusal needs its reason."), remedy=words("Write in a sentence what must be corrected.")
            )

        def planned(opened: House, each: str) -> Planned:
            match click:
                case Click.SUBMIT:
                    return plan_submit(opened, each, who, now, words)
                case Click.RELEASE:
                    return plan_release(opened, each, who, now, words)
                case _:
                    step = _step(click, opened.binder.standing(each).in_progress)
                    return plan_sign(
                        opened, each, step, who, now, words, reason.strip() if click is Click.REFUSE else ""
                    )

        outcome = perform(house, [reference], planned, words, is_trial)
        if outcome.stopped is not None:
            raise outcome.stopped
        document = house.binder.document(reference)
        says = tuple(sentence for done in outcome.done for sentence in done.says)
        title, digest = (document.header.title, document.digest) if document else ("", "")
        return ClickedPlan(reference, title, click, reason, digest, says, outcome.refused)


def _step(click: Click, state: State | None) -> SignStep:
    """The step that a signature is for; a refusal is for the step where the text stands."""
    if click is Click.VALIDATE or (click is Click.REFUSE and state is State.IN_VALIDATION):
        return SignStep.VALIDATION
    return SignStep.APPROVAL
