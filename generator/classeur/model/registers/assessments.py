"""The self-assessment: where the house thinks it stands, year after year."""

from __future__ import annotations

from typing import Annotated

from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import Names, RegisterDay, Worded
from classeur.model.typed import Choice, Text


class Dimension(Worded):
    """The four sides of a living quality system."""

    STRATEGIC = "strategic", "Stratégique"
    STRUCTURAL = "structural", "Structurelle"
    TECHNICAL = "technical", "Technique"
    CULTURAL = "cultural", "Culturelle"


class Level(Worded):
    """How far a question is answered in daily life."""

    ABSENT = "absent", "Pas encore"
    BEGUN = "begun", "Commencé"
    IN_PLACE = "in_place", "En place"
    LIVING = "living", "Vivant et évalué"
    NOT_CONCERNED = "not_concerned", "Non concerné"

    @property
    def score(self) -> int | None:
        """From 0 to 3; None for a question that does not concern the house."""
        return {"absent": 0, "begun": 1, "in_place": 2, "living": 3}.get(self.value)


@register("assessments", "Auto-diagnostic", key=("date", "number"), shown=("question", "level", "action"))
class Assessment(Row):
    """The answer to one question on one day.

    Attributes:
        number: the question's, such as `S1`; the same from one year to the next.
        evidence: documents and registers that show it.
    """

    date: Annotated[RegisterDay, Column("Date")]
    dimension: Annotated[Choice[Dimension], Column("Dimension")]
    number: Annotated[Text, Column("Numéro", "N°")]
    question: Annotated[Text, Column("Question")]
    level: Annotated[Choice[Level], Column("Niveau", "Réponse")]
    comment: Annotated[Text, Column("Commentaire")] = ""
    evidence: Annotated[Names, Column("Preuves")] = ()
    action: Annotated[Text, Column("Action")] = ""
