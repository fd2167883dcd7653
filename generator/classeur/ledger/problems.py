"""What can be wrong in a ledger: a code, a path and values; the words are on the rules' pages, family LG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.findings import Finding, Location, Severity
from classeur.model.versions import Version


class Trouble(StrEnum):
    """The faults of a ledger, by rule code."""

    ENTRY_ALTERED = "LG001"
    ENTRY_MISSING = "LG002"
    ENTRY_UNFINISHED = "LG003"
    ENTRY_RENAMED = "LG004"
    ENTRY_MALFORMED = "LG005"
    FOREIGN_FILE = "LG006"
    TWO_BEGINNINGS = "LG007"
    JOURNAL_GONE = "LG008"
    TWO_HEADS = "LG009"
    STAMP_GOES_BACK = "LG010"
    STAMP_IN_THE_FUTURE = "LG011"
    KNOWN_HEAD_ABSENT = "LG012"
    NEWER_FORMAT = "LG013"
    FILE_ALTERED = "LG014"
    FILE_MISSING = "LG015"
    FILE_ADDED = "LG016"
    FOLDER_WITHOUT_ENTRY = "LG017"
    LEFTOVER = "LG018"
    CONFLICT_COPY = "LG019"
    TWO_CONTENTS = "LG020"
    REFERENCES_ALIKE = "LG021"
    UNREADABLE = "LG022"
    VERSION_TAKEN = "LG023"
    UNSAFE_NAME = "LG024"
    HEAD_LOST_HERE = "LG025"
    RELEASED_TWICE = "LG026"


_SOFTER = {
    Trouble.TWO_HEADS: Severity.WARNING,
    Trouble.STAMP_GOES_BACK: Severity.WARNING,
    Trouble.STAMP_IN_THE_FUTURE: Severity.WARNING,
    Trouble.NEWER_FORMAT: Severity.WARNING,
    Trouble.LEFTOVER: Severity.WARNING,
    Trouble.HEAD_LOST_HERE: Severity.WARNING,
    Trouble.RELEASED_TWICE: Severity.NOTE,
}


def severity_of(trouble: Trouble) -> Severity:
    """How much a fault of the ledger matters: an error unless it says otherwise."""
    return _SOFTER.get(trouble, Severity.ERROR)


@dataclass(frozen=True)
class LedgerProblem:
    """Something wrong in the ledger, at a path relative to the house."""

    code: str
    path: PurePosixPath
    severity: Severity
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def finding(self) -> Finding:
        """The same, as the checker tells its findings."""
        return Finding(Location(self.path), self.code, self.severity, self.values, self.values.get("reference"))


def problem(trouble: Trouble, path: str, **values: object) -> LedgerProblem:
    """A fault of the ledger; every value becomes text, and `path` and `name` are always among them."""
    place = PurePosixPath(path)
    texts = {"path": path, "name": place.name} | {name: str(value) for name, value in values.items()}
    return LedgerProblem(trouble.value, place, severity_of(trouble), texts)


class LedgerRefused(ClasseurError):
    """The ledger does not take this act; `problems` say why, for the pages of the LG rules to put into words."""

    def __init__(self, problems: Iterable[LedgerProblem]) -> None:
        self.problems = tuple(problems)
        told = "; ".join(f"{each.code} {each.path}" for each in self.problems)
        super().__init__(f"the release ledger refuses: {told}", remedy="classeur verify")


class LedgerDamaged(LedgerRefused):
    """Something in the ledger is not as it was written: nothing is added to it before it is repaired."""


class VersionTaken(LedgerRefused):
    """This version was released with another content; `next_free` is the number to take."""

    def __init__(self, reference: str, version: Version, next_free: Version, path: str) -> None:
        self.reference = reference
        self.version = version
        self.next_free = next_free
        values = {"reference": reference, "version": version, "next_free": next_free}
        super().__init__([problem(Trouble.VERSION_TAKEN, path, **values)])
