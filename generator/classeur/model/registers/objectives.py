"""The objectives that the quality policy's axes set."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import RegisterDay, Worded
from classeur.model.typed import Choice, Text


class ObjectiveState(Worded):
    """Whether an objective was reached."""

    IN_PROGRESS = "in_progress", "En cours"
    REACHED = "reached", "Atteint"
    NOT_REACHED = "not_reached", "Non atteint"
    ABANDONED = "abandoned", "Abandonné"


@register(
    "objectives",
    "Objectifs",
    shown=("objective", "indicator", "due", "state"),
    closings=(
        Closing("result", "settled_on", sets=(("state", "reached"),)),
        Closing("why", "settled_on", sets=(("state", "not_reached"),)),
    ),
)
class Objective(Row):
    """One objective.

    Attributes:
        indicator: the id of the indicator that shows it.
        target: what is aimed at, in words or figures.
        why: why it was reached or not.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    axis: Annotated[Text, Column("Axe")] = ""
    objective: Annotated[Text, Column("Objectif")]
    process: Annotated[Text, Column("Processus")] = ""
    indicator: Annotated[Text, Column("Indicateur")] = ""
    target: Annotated[Text, Column("Cible")] = ""
    pilot: Annotated[Text, Column("Pilote", "Responsable")] = ""
    due: Annotated[RegisterDay | None, Column("Échéance")] = None
    state: Annotated[Choice[ObjectiveState], Column("État", "Résultat")] = ObjectiveState.IN_PROGRESS
    settled_on: Annotated[RegisterDay | None, Column("Constaté le")] = None
    result: Annotated[Text, Column("Valeur atteinte")] = ""
    why: Annotated[Text, Column("Pourquoi", "Explication")] = ""

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed and nobody said whether it was reached."""
        return self.state is ObjectiveState.IN_PROGRESS and self.due is not None and self.due < today
