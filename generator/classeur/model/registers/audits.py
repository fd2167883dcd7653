"""Audits and visits: the programme and the results."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from classeur.model.registers.rows import Closing, Column, Row, register
from classeur.model.registers.values import Count, Names, RegisterDay, Worded
from classeur.model.typed import Choice, Text


class AuditKind(Worded):
    """Who looks, and how."""

    INTERNAL = "internal", "Audit interne"
    EXTERNAL = "external", "Audit externe"
    ROUND = "round", "Visite de terrain"
    INSPECTION = "inspection", "Inspection"
    SELF_CHECK = "self_check", "Autocontrôle"


@register(
    "audits",
    "Audits",
    shown=("topic", "process", "planned_on", "done_on", "deviations"),
    closings=(Closing("conclusion", "done_on"),),
)
class Audit(Row):
    """One audit or visit.

    Attributes:
        auditor: a person of the house, or an outside body.
        criteria: the criteria and documents that were looked at.
        deviations, remarks: how many.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    kind: Annotated[Choice[AuditKind], Column("Type")] = AuditKind.INTERNAL
    topic: Annotated[Text, Column("Thème", "Sujet")]
    process: Annotated[Text, Column("Processus")] = ""
    planned_on: Annotated[RegisterDay | None, Column("Prévu le")] = None
    done_on: Annotated[RegisterDay | None, Column("Fait le", "Date")] = None
    auditor: Annotated[Text, Column("Auditeur")] = ""
    criteria: Annotated[Names, Column("Critères", "Référentiel")] = ()
    strengths: Annotated[Text, Column("Points forts")] = ""
    deviations: Annotated[Count | None, Column("Écarts")] = None
    remarks: Annotated[Count | None, Column("Remarques")] = None
    conclusion: Annotated[Text, Column("Conclusion")] = ""
    report: Annotated[Text, Column("Rapport")] = ""
    actions: Annotated[Names, Column("Actions")] = ()

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed and it was not done."""
        return self.done_on is None and self.planned_on is not None and self.planned_on < today
