"""Practice evaluations (EPP): a row is a criterion in a round."""

from __future__ import annotations

from typing import Annotated

from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import Count, Names, Percent, RegisterDay
from classeur.model.typed import Text


@register(
    "evaluations",
    "Évaluations des pratiques (EPP)",
    key=("number", "round", "criterion"),
    shown=("date", "met", "sample"),
)
class EvaluatedCriterion(Row):
    """What one round of an evaluation found about one criterion.

    Attributes:
        sample: how many files or situations were looked at; `not_concerned` of them are left out.
        met: how many of them met the criterion.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    topic: Annotated[Text, Column("Thème", "Sujet")]
    process: Annotated[Text, Column("Processus")] = ""
    pilot: Annotated[Text, Column("Pilote", "Responsable")] = ""
    documents: Annotated[Names, Column("Documents", "Référentiel")] = ()
    round: Annotated[Count, Column("Tour")]
    date: Annotated[RegisterDay | None, Column("Date")] = None
    criterion: Annotated[Text, Column("Critère")]
    sample: Annotated[Count | None, Column("Échantillon")] = None
    met: Annotated[Count | None, Column("Oui", "Satisfait")] = None
    not_concerned: Annotated[Count, Column("Non concerné")] = 0
    target: Annotated[Percent | None, Column("Cible")] = None
    comment: Annotated[Text, Column("Commentaire")] = ""
    actions: Annotated[Names, Column("Actions")] = ()

    @property
    def rate(self) -> float | None:
        """The share that met the criterion, in percent; None when it was not measured."""
        looked_at = (self.sample or 0) - self.not_concerned
        return 100 * self.met / looked_at if self.met is not None and looked_at > 0 else None
