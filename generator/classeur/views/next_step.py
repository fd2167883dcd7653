"""What comes next for a text: who does what, so that nobody has to know the circuit by heart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from classeur.model.binder import Binder
from classeur.model.circuit import Standing, able_signers
from classeur.model.journal import SignStep
from classeur.model.organisation import Step
from classeur.model.states import State


class NextAct(StrEnum):
    """What somebody has to do."""

    SUBMIT = "submit"
    SUBMIT_AGAIN = "submit_again"
    VALIDATE = "validate"
    APPROVE = "approve"
    RELEASE = "release"
    REGULARISE = "regularise"
    PUBLISH = "publish"


@dataclass(frozen=True)
class NextStep:
    """The next act of a document, and the ids of those who may do it; nobody when it is anybody's."""

    act: NextAct
    reference: str
    people: tuple[str, ...] = ()


def next_step(binder: Binder, reference: str) -> NextStep | None:
    """What comes next for a document; None when nothing waits."""
    found = binder.standing(reference)
    if found.document is None or found.in_progress in (None, State.ABANDONED):
        if found.in_force and found.in_force.until:
            return NextStep(NextAct.REGULARISE, found.reference, _writers(found))
        return NextStep(NextAct.PUBLISH, found.reference) if found.history.releases else None
    match found.in_progress:
        case State.DRAFT:
            again = found.submitted is not None
            return NextStep(NextAct.SUBMIT_AGAIN if again else NextAct.SUBMIT, found.reference, _writers(found))
        case State.REFUSED:
            return NextStep(NextAct.SUBMIT_AGAIN, found.reference, _writers(found))
        case State.IN_VALIDATION:
            return NextStep(NextAct.VALIDATE, found.reference, _signers(binder, found, SignStep.VALIDATION))
        case State.IN_APPROVAL:
            return NextStep(NextAct.APPROVE, found.reference, _signers(binder, found, SignStep.APPROVAL))
        case State.APPROVED:
            return NextStep(NextAct.RELEASE, found.reference, _releasers(binder))
        case _:
            return None


def _writers(found: Standing) -> tuple[str, ...]:
    return found.document.header.writer if found.document else ()


def _signers(binder: Binder, found: Standing, step: SignStep) -> tuple[str, ...]:
    if found.document is None:
        return ()
    done = {each.actor.id for each in found.signatures if each.step is step}
    return tuple(p for p in able_signers(binder.organisation, found.document, step, binder.today) if p not in done)


def _releasers(binder: Binder) -> tuple[str, ...]:
    return binder.organisation.able(Step.RELEASE, binder.today)
