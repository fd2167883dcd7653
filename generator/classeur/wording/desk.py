"""What is to be done, in the words of the desk."""

from __future__ import annotations

from classeur.views.desk import DeskAct
from classeur.wording.translator import Translator


def act_title(act: DeskAct, words: Translator) -> str:
    """The title under which such tasks are listed."""
    return {
        DeskAct.REVIEW_LATE: words("Review overdue"),
        DeskAct.REGULARISE: words("Emergency edition to regularise"),
        DeskAct.REWRITE: words("Refused, to write again"),
        DeskAct.RESUBMIT: words("Changed after signing, to submit again"),
        DeskAct.APPROVE: words("To approve"),
        DeskAct.VALIDATE: words("To validate"),
        DeskAct.RELEASE: words("To release"),
        DeskAct.REVISE: words("To revise"),
        DeskAct.WITHDRAW: words("To withdraw"),
        DeskAct.CHECK_SOURCE: words("To check: a source has changed"),
        DeskAct.REMIND: words("Readers are late"),
        DeskAct.REVIEW_SOON: words("To review soon"),
        DeskAct.WRITE: words("Being written"),
    }[act]
