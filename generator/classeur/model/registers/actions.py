"""The action plan: what was decided, who carries it, by when, and what proves that it worked."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import Names, RegisterDay, Worded
from classeur.model.typed import Choice, Text


class ActionOrigin(Worded):
    """What made somebody decide an action."""

    EVENT = "event", "Événement"
    AUDIT = "audit", "Audit"
    EVALUATION = "evaluation", "EPP"
    COMPLAINT = "complaint", "Plainte"
    INDICATOR = "indicator", "Indicateur"
    SURVEY = "survey", "Enquête"
    ASSESSMENT = "assessment", "Auto-diagnostic"
    EXTERNAL = "external", "Évaluation externe"
    CVS = "cvs", "CVS"
    POLICY = "policy", "Politique"
    MEETING = "meeting", "Réunion"
    RISK = "risk", "Risque"
    PROPOSAL = "proposal", "Proposition"
    OTHER = "other", "Autre"


class ActionState(Worded):
    """How far an action has gone."""

    TO_DO = "to_do", "À faire"
    IN_PROGRESS = "in_progress", "En cours"
    DONE = "done", "Fait"
    EFFECTIVE = "effective", "Efficacité vérifiée"
    ABANDONED = "abandoned", "Abandonné"


class Priority(Worded):
    """Which action comes first."""

    HIGH = "high", "Haute"
    NORMAL = "normal", "Normale"
    LOW = "low", "Basse"


@register(
    "actions",
    "Plan d'action",
    shown=("action", "pilot", "due", "state"),
    closings=(
        Closing("evidence", "done_on", sets=(("state", "done"),)),
        Closing("effect", "effect_checked_on", sets=(("state", "effective"),), after=("evidence",)),
        Closing("reason", sets=(("state", "abandoned"),)),
    ),
)
class Action(Row):
    """One action.

    Attributes:
        source: the number of what it comes from: an event, a meeting, an indicator…
        indicator: the id of the indicator that will show its result.
        effect: what was seen when its effect was checked.
        reason: why it was abandoned.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    opened_on: Annotated[RegisterDay | None, Column("Ouverte le", "Date")] = None
    origin: Annotated[Choice[ActionOrigin], Column("Origine")] = ActionOrigin.OTHER
    source: Annotated[Text, Column("Source", "N° d'origine")] = ""
    axis: Annotated[Text, Column("Axe")] = ""
    process: Annotated[Text, Column("Processus")] = ""
    finding: Annotated[Text, Column("Constat")] = ""
    action: Annotated[Text, Column("Action")]
    pilot: Annotated[Text, Column("Pilote", "Responsable")] = ""
    due: Annotated[RegisterDay | None, Column("Échéance", "Délai")] = None
    priority: Annotated[Choice[Priority], Column("Priorité")] = Priority.NORMAL
    means: Annotated[Text, Column("Moyens")] = ""
    indicator: Annotated[Text, Column("Indicateur de résultat", "Indicateur")] = ""
    state: Annotated[Choice[ActionState], Column("Avancement", "État")] = ActionState.TO_DO
    done_on: Annotated[RegisterDay | None, Column("Faite le", "Fait le")] = None
    evidence: Annotated[Text, Column("Preuve")] = ""
    effect_checked_on: Annotated[RegisterDay | None, Column("Efficacité vérifiée le")] = None
    effect: Annotated[Text, Column("Efficacité", "Effet constaté")] = ""
    reason: Annotated[Text, Column("Motif d'abandon", "Motif")] = ""
    documents: Annotated[Names, Column("Documents")] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in (ActionState.TO_DO, ActionState.IN_PROGRESS)

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.is_open and self.due is not None and self.due < today
