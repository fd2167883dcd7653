"""Satisfaction surveys: a row is a question in a wave, its answers are counts."""

from __future__ import annotations

from typing import Annotated

from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import Count, Percent, Worded
from classeur.model.typed import Choice, Text


class Public(Worded):
    """Who is asked."""

    PATIENTS = "patients", "Patients"
    PHYSICIANS = "physicians", "Médecins adresseurs"
    STAFF = "staff", "Professionnels"


@register(
    "surveys",
    "Enquêtes de satisfaction",
    key=("survey", "wave", "question"),
    shown=("rather_yes", "entirely", "returned"),
)
class SurveyAnswers(Row):
    """The answers to one question in one wave, from « not at all » to « entirely ».

    Attributes:
        survey: what tells the survey from others, such as `SP`.
        wave: when it was done, such as `2026-03`.
        sent, returned: how many were given and came back; the same on each question of the wave.
    """

    survey: Annotated[Text, Column("Enquête")]
    public: Annotated[Choice[Public], Column("Public")]
    wave: Annotated[Text, Column("Campagne", "Vague")]
    sent: Annotated[Count | None, Column("Remis", "Envoyés")] = None
    returned: Annotated[Count | None, Column("Reçus", "Retours")] = None
    question: Annotated[Text, Column("Question")]
    not_at_all: Annotated[Count, Column("Pas du tout")] = 0
    rather_no: Annotated[Count, Column("Plutôt non")] = 0
    rather_yes: Annotated[Count, Column("Plutôt oui")] = 0
    entirely: Annotated[Count, Column("Tout à fait")] = 0
    not_concerned: Annotated[Count, Column("Non concerné", "Sans avis")] = 0
    target: Annotated[Percent | None, Column("Cible")] = None
    comment: Annotated[Text, Column("Commentaire")] = ""

    @property
    def answers(self) -> int:
        """How many answered, those not concerned left out."""
        return self.not_at_all + self.rather_no + self.rather_yes + self.entirely

    @property
    def satisfied(self) -> float | None:
        """The share of « rather yes » and « entirely », in percent; None when nobody answered."""
        return 100 * (self.rather_yes + self.entirely) / self.answers if self.answers else None
