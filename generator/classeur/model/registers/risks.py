"""The risks of the processes, foreseen and rated."""

from __future__ import annotations

from typing import Annotated

from classeur.model.registers.events import Zone, zone_of
from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import Grade, Names, RegisterDay
from classeur.model.typed import Text


@register("risks", "Risques", shown=("process", "risk", "severity", "frequency", "pilot"))
class Risk(Row):
    """One risk. Severity and frequency are rated with the measures in place.

    Attributes:
        measures: what holds it back today.
        next_review: the day on which it is rated again.
    """

    number: Annotated[Text, Column("Numéro", "N°")]
    process: Annotated[Text, Column("Processus")] = ""
    risk: Annotated[Text, Column("Risque")]
    causes: Annotated[Text, Column("Causes")] = ""
    consequences: Annotated[Text, Column("Conséquences")] = ""
    severity: Annotated[Grade | None, Column("Gravité")] = None
    frequency: Annotated[Grade | None, Column("Fréquence")] = None
    measures: Annotated[Text, Column("Mesures en place", "Maîtrise")] = ""
    pilot: Annotated[Text, Column("Pilote", "Responsable")] = ""
    reviewed_on: Annotated[RegisterDay | None, Column("Coté le", "Revu le")] = None
    next_review: Annotated[RegisterDay | None, Column("À revoir le")] = None
    documents: Annotated[Names, Column("Documents")] = ()
    actions: Annotated[Names, Column("Actions")] = ()

    @property
    def criticality(self) -> int | None:
        """Severity times frequency; None while it is not rated."""
        return self.severity * self.frequency if self.severity and self.frequency else None

    @property
    def zone(self) -> Zone | None:
        """What its criticality calls for; None while it is not rated."""
        return zone_of(self.criticality) if self.criticality else None
