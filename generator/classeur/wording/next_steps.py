"""What comes next for a text, in a sentence."""

from __future__ import annotations

from classeur.model.organisation import Organisation
from classeur.views.acting import Click
from classeur.views.next_step import NextAct, NextStep
from classeur.wording.translator import Translator


def next_step_sentence(step: NextStep, organisation: Organisation, words: Translator) -> str:
    """Who does what, and the command that does it."""
    reference = step.reference
    told = {
        NextAct.SUBMIT: words("to submit: classeur submit {reference}", reference=reference),
        NextAct.SUBMIT_AGAIN: words("to correct, then: classeur submit {reference}", reference=reference),
        NextAct.VALIDATE: words("to validate: classeur sign {reference} --step validation", reference=reference),
        NextAct.APPROVE: words("to approve: classeur sign {reference} --step approval", reference=reference),
        NextAct.RELEASE: words("to release: classeur release {reference}", reference=reference),
        NextAct.REGULARISE: words("to regularise with a version that takes the whole circuit"),
        NextAct.PUBLISH: words("put the intranet up to date: classeur build"),
    }[step.act]
    people = _people(step, organisation, words)
    return f"{people} — {told}" if people else told


def next_act_word(act: NextAct, words: Translator) -> str:
    """What is waited for with a text being written, in two words."""
    return {
        NextAct.SUBMIT: words("to submit"),
        NextAct.SUBMIT_AGAIN: words("to correct and submit"),
        NextAct.VALIDATE: words("to validate"),
        NextAct.APPROVE: words("to approve"),
        NextAct.RELEASE: words("to release"),
    }[act]


def click_word(click: Click, words: Translator) -> str:
    """What a button says: a verb."""
    return {
        Click.SUBMIT: words("Submit"),
        Click.VALIDATE: words("Validate"),
        Click.APPROVE: words("Approve"),
        Click.REFUSE: words("Refuse"),
        Click.RELEASE: words("Release"),
    }[click]


def _people(step: NextStep, organisation: Organisation, words: Translator) -> str:
    names = [organisation.name_of(person) for person in step.people]
    if len(names) < 2:
        return "".join(names)
    return words("{people} or {other}", people=", ".join(names[:-1]), other=names[-1])
