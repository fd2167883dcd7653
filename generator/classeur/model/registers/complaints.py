"""The register of complaints: received, answered, and how long it took."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.later import later
from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import Count, Names, RegisterDay, Worded
from classeur.model.typed import Choice, Text


class Channel(Worded):
    """How a complaint came."""

    DESK = "desk", "Comptoir"
    TELEPHONE = "telephone", "Téléphone"
    EMAIL = "email", "Courriel"
    LETTER = "letter", "Courrier"
    SURVEY = "survey", "Questionnaire"
    INTERNET = "internet", "Internet"


class Complainant(Worded):
    """Who complains, by category: never a name."""

    PATIENT = "patient", "Patient"
    RELATIVE = "relative", "Proche"
    PHYSICIAN = "physician", "Médecin adresseur"
    OTHER = "other", "Autre"


@register(
    "complaints",
    "Plaintes et réclamations",
    confidential=True,
    shown=("received_on", "level", "subject", "answered_on", "closed_on"),
    closings=(Closing("answer", "closed_on", keeps=frozenset({"answer"}), after=("answered_on",)),),
)
class Complaint(Row):
    """One complaint. Its texts name nobody.

    Attributes:
        level: 1 remark, 2 complaint, 3 serious complaint.
        due: a later day than the house's commitment, when the person was told of it.
        answer: what was answered, in short.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    received_on: Annotated[RegisterDay, Column("Reçue le", "Date")]
    channel: Annotated[Choice[Channel] | None, Column("Voie", "Canal")] = None
    complainant: Annotated[Choice[Complainant] | None, Column("Auteur", "Qui")] = None
    level: Annotated[Count | None, Column("Niveau")] = None
    unit: Annotated[Text, Column("Unité", "Service")] = ""
    process: Annotated[Text, Column("Processus")] = ""
    subject: Annotated[Text, Column("Objet", "Motif")] = ""
    facts: Annotated[Text, Column("Faits")] = ""
    acknowledged_on: Annotated[RegisterDay | None, Column("Accusé de réception le")] = None
    due: Annotated[RegisterDay | None, Column("Réponse annoncée pour le", "À répondre avant le")] = None
    answered_on: Annotated[RegisterDay | None, Column("Répondue le", "Réponse le")] = None
    answer: Annotated[Text, Column("Réponse")] = ""
    actions: Annotated[Names, Column("Actions")] = ()
    closed_on: Annotated[RegisterDay | None, Column("Close le")] = None

    def answer_due(self, commitment_days: int) -> dt.date:
        """The day by which an answer was promised: the one announced, else so many days after the reception."""
        return self.due or later(self.received_on, commitment_days)

    def days_to_answer(self, today: dt.date) -> int:
        """How many days the answer took, or has been waited for."""
        return ((self.answered_on or today) - self.received_on).days

    def is_late(self, commitment_days: int, today: dt.date) -> bool:
        """Whether no answer has come, and its day has passed."""
        return self.answered_on is None and self.answer_due(commitment_days) < today

    def kept(self, commitment_days: int) -> bool | None:
        """Whether it was answered in time; None while it is not answered."""
        return self.answered_on <= self.answer_due(commitment_days) if self.answered_on else None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Everything that was typed freely, by key: none of it may name somebody."""
        return tuple((key, getattr(self, key)) for key in ("subject", "facts", "answer") if getattr(self, key))
