"""What the checker says, free of any language: a code, a place and values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath


class Severity(StrEnum):
    """How much a fault matters. Only an error stops a document on its way to diffusion."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: the order in which people read them."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a source file, counted from 1 as editors do; the path is relative to the house."""

    path: PurePosixPath
    line: int = 1
    column: int = 1

    def __post_init__(self) -> None:
        if self.line < 1 or self.column < 1:
            raise ValueError("lines and columns are counted from 1")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place, before the profile and the waivers have given it a severity.

    Both the reading of files and the rules yield faults; `reference` is the document concerned.
    """

    where: Location
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    reference: str | None = None


@dataclass(frozen=True)
class Finding:
    """One problem told to a person: the fault and how much it matters in this house."""

    where: Location
    code: str
    severity: Severity
    values: Mapping[str, str] = field(default_factory=dict)
    reference: str | None = None


@dataclass(frozen=True)
class Waiver:
    """A fault that the house accepts for a while (dérogation). It always ends."""

    code: str
    reference: str
    reason: str
    person: str
    until: dt.date
    where: Location

    def covers(self, fault: Fault, today: dt.date) -> bool:
        """Whether this waiver, still running, speaks of that fault."""
        return self.code == fault.code and self.reference == fault.reference and today <= self.until
