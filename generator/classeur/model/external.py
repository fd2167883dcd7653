"""Documents that others publish and that our texts rest on: laws, standards, recommendations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from classeur.model.findings import Location


class Applicability(StrEnum):
    """What the house decided about an external document."""

    APPLICABLE = "applicable"
    ANALYSED = "analysed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class PreviousEdition:
    """An edition that the present one replaced; the register keeps both."""

    edition: str
    date: dt.date | None = None


@dataclass(frozen=True)
class ExternalDocument:
    """An entry of the register of external documents.

    Attributes:
        edition: the one that the house follows; `date` is the day it was published.
        next_check: the day on which somebody looks whether it changed.
    """

    reference: str
    title: str
    where: Location
    issuer: str = ""
    edition: str = ""
    date: dt.date | None = None
    url: str = ""
    applicability: Applicability = Applicability.APPLICABLE
    owner: str = ""
    last_check: dt.date | None = None
    next_check: dt.date | None = None
    previous: tuple[PreviousEdition, ...] = ()

    @property
    def present_edition(self) -> str:
        """How its edition is told from another; the day it was published when it has no other name."""
        return self.edition or (self.date.isoformat() if self.date else "")


def cited_source(citation: str) -> str:
    """The document that a citation names, without its criterion: `HAS-ESSMS-2022:3.11.2` gives `HAS-ESSMS-2022`."""
    return citation.split(":", 1)[0].strip()
