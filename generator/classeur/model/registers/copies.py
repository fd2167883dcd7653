"""Controlled copies on paper: where they are and who answers for them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from classeur.model.registers.rows import Column, Row, register
from classeur.model.registers.values import Names, RegisterDay
from classeur.model.typed import Text

ALL_DOCUMENTS = frozenset({"all", "tous"})
"""How the whole set of documents is written in a copy's list."""


@register("copies", "Copies papier", shown=("place", "holder", "documents", "until"))
class PaperCopy(Row):
    """One controlled copy: a folder in a place, held by a person, from a day until it is taken back."""

    number: Annotated[Text, Column("Numéro", "N°")]
    place: Annotated[Text, Column("Lieu", "Emplacement")]
    holder: Annotated[Text, Column("Détenteur")] = ""
    documents: Annotated[Names, Column("Documents")] = ()
    from_: Annotated[RegisterDay | None, Column("Depuis le", "Depuis"), Field(alias="from")] = None
    until: Annotated[RegisterDay | None, Column("Jusqu'au", "Reprise le")] = None

    def holds(self, reference: str) -> bool:
        """Whether this copy holds a document."""
        return reference in self.documents or not ALL_DOCUMENTS.isdisjoint(self.documents)

    def is_out(self, today: dt.date) -> bool:
        """Whether it is in its place that day."""
        return (self.from_ is None or self.from_ <= today) and (self.until is None or today <= self.until)
