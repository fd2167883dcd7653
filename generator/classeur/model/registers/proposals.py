"""What readers propose about the documents, and what was answered."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import RegisterDay, Worded
from classeur.model.typed import Choice, Text


class ProposalState(Worded):
    """What was decided about a proposal."""

    PENDING = "pending", "À examiner"
    ACCEPTED = "accepted", "Retenue"
    PARTLY = "partly", "Retenue en partie"
    DECLINED = "declined", "Non retenue"


@register(
    "proposals",
    "Propositions des lecteurs",
    shown=("received_on", "document", "proposal", "state"),
    closings=(Closing("answer", "answered_on", sets=(("state", "accepted"),), keeps=frozenset({"state"})),),
)
class Proposal(Row):
    """One proposal about a document.

    Attributes:
        proposed_by: a role or a group, never a patient's name.
        version: the version that the reader had.
        done_in: the version in which it was taken up.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    received_on: Annotated[RegisterDay, Column("Reçue le", "Date")]
    document: Annotated[Text, Column("Document", "Référence")] = ""
    version: Annotated[Text, Column("Version")] = ""
    proposed_by: Annotated[Text, Column("Proposée par", "Auteur")] = ""
    proposal: Annotated[Text, Column("Proposition")]
    state: Annotated[Choice[ProposalState], Column("Suite", "État")] = ProposalState.PENDING
    answered_on: Annotated[RegisterDay | None, Column("Réponse le", "Répondue le")] = None
    answer: Annotated[Text, Column("Réponse")] = ""
    action: Annotated[Text, Column("Action")] = ""
    done_in: Annotated[Text, Column("Reprise en version")] = ""

    def days_waited(self, today: dt.date) -> int:
        """How many days its answer took, or has been waited for."""
        return ((self.answered_on or today) - self.received_on).days
