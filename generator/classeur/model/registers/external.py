"""Documents that others publish and that our texts rest on: laws, standards, recommendations."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import RegisterDay, Worded
from classeur.model.typed import Choice, Text, TypedModel


class Applicability(Worded):
    """What the house decided about an external document."""

    APPLICABLE = "applicable", "Applicable"
    ANALYSED = "analysed", "Analysé"
    NOT_APPLICABLE = "not_applicable", "Non applicable"


class PreviousEdition(TypedModel):
    """An edition that the present one replaced; the register keeps both."""

    edition: Text
    date: RegisterDay | None = None


def _editions(typed: Any) -> Any:
    """An earlier edition may be typed by its name alone; several in a cell are cut at their semicolons."""
    items = typed.split(";") if isinstance(typed, str) else [typed] if isinstance(typed, dict) else typed
    if not isinstance(items, (list, tuple)):
        return items
    return [{"edition": item.strip()} if isinstance(item, str) else item for item in items]


@register("external", "Documents externes", key=("reference",), shown=("title", "edition", "next_check"))
class ExternalDocument(Row):
    """An entry of the register of external documents.

    Attributes:
        edition: the one that the house follows; `date` is the day it was published.
        next_check: the day on which somebody looks whether it changed.
    """

    reference: Annotated[Text, Column("Référence")]
    title: Annotated[Text, Column("Titre")]
    issuer: Annotated[Text, Column("Émetteur", "Éditeur")] = ""
    edition: Annotated[Text, Column("Édition")] = ""
    date: Annotated[RegisterDay | None, Column("Date d'édition", "Date")] = None
    url: Annotated[Text, Column("Adresse", "Lien", "URL")] = ""
    applicability: Annotated[Choice[Applicability], Column("Applicabilité")] = Applicability.APPLICABLE
    owner: Annotated[Text, Column("Responsable", "Suivi par")] = ""
    last_check: Annotated[RegisterDay | None, Column("Dernière vérification", "Vérifié le")] = None
    next_check: Annotated[RegisterDay | None, Column("Prochaine vérification", "À vérifier le")] = None
    previous: Annotated[tuple[PreviousEdition, ...], BeforeValidator(_editions), Column("Éditions précédentes")] = ()

    @property
    def present_edition(self) -> str:
        """How its edition is told from another; the day it was published when it has no other name."""
        return self.edition or (self.date.isoformat() if self.date else "")


def cited_source(citation: str) -> str:
    """The document that a citation names, without its criterion: `HAS-ESSMS-2022:3.11.2` gives `HAS-ESSMS-2022`."""
    return citation.split(":", 1)[0].strip()
