"""The criteria of standards that the house follows, with their edition; `cites:` of the texts points at them."""

from __future__ import annotations

from typing import Annotated

from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import Names
from classeur.model.typed import Text, YesNo

INDICATORS = "indicators"
"""The name under which a criterion points at the measures of the processes."""


@register("standards", "Référentiels", key=("standard", "criterion"), shown=("title", "to_check"))
class Criterion(Row):
    """One criterion of a standard, told in our words.

    Attributes:
        standard: the name that citations use, such as `HAS-ESSMS-2022`.
        theme: the chapter it stands in.
        evidence: what usually shows it.
        registers: the registers whose rows show it, by name; `INDICATORS` for the measures.
        to_check: whether its number or sense is not certain and must be looked up in the publisher's text.
    """

    standard: Annotated[Text, Column("Référentiel")]
    standard_title: Annotated[Text, Column("Titre du référentiel")] = ""
    edition: Annotated[Text, Column("Édition")] = ""
    issuer: Annotated[Text, Column("Émetteur")] = ""
    theme: Annotated[Text, Column("Thème", "Chapitre")] = ""
    criterion: Annotated[Text, Column("Critère")]
    title: Annotated[Text, Column("Titre", "Intitulé")]
    evidence: Annotated[Text, Column("Preuves attendues")] = ""
    registers: Annotated[Names, Column("Registres")] = ()
    applicable: Annotated[YesNo, Column("Applicable")] = True
    to_check: Annotated[YesNo, Column("À vérifier")] = False
    note: Annotated[Text, Column("Note")] = ""

    @property
    def citation(self) -> str:
        """How a text cites it: `HAS-ESSMS-2022:3.11.2`."""
        return f"{self.standard}:{self.criterion}"
