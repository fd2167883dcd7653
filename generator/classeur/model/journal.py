"""What was done, by whom, when: the entries of the release ledger, as values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from classeur.model.references import is_reference
from classeur.model.versions import ChangeClass, Version

FORMAT = 1
"""The number of the entries' format; unknown keys of a newer one are kept, as files are never rewritten."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


class EntryKind(StrEnum):
    """The acts that the journal keeps."""

    GENESIS = "genesis"
    SUBMIT = "submit"
    SIGN = "sign"
    RELEASE = "release"
    ADOPT = "adopt"
    REASSIGN = "reassign"
    ABANDON = "abandon"
    REVIEW = "review"
    SUSPEND = "suspend"
    RESUME = "resume"
    WITHDRAW = "withdraw"
    RENUMBER = "renumber"
    JOIN = "join"
    ANCHOR = "anchor"
    INCIDENT = "incident"
    ERASE = "erase"


class Assurance(StrEnum):
    """How sure it is that the named person acted. Never an electronic signature."""

    AUTHENTICATED = "authenticated"
    ATTRIBUTED = "attributed"
    CLAIMED = "claimed"


class SignStep(StrEnum):
    """The steps that are signed."""

    VALIDATION = "validation"
    APPROVAL = "approval"


class Verdict(StrEnum):
    """Refusing is signing too."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


class ReviewOutcome(StrEnum):
    """What a review decides."""

    KEPT = "kept"
    REVISE = "revise"
    WITHDRAW = "withdraw"


_CHOICES: Mapping[str, type[StrEnum]] = {
    "step": SignStep,
    "verdict": Verdict,
    "outcome": ReviewOutcome,
    "change": ChangeClass,
}
_LISTS = (
    "cites",
    "processes",
    "readers",
    "replaced_by",
    "reread",
    "signatures",
    "source_editions",
    "sources",
    "supersedes",
)


def refuse_details(kind: EntryKind, details: Mapping[str, Any]) -> None:
    """Details that no act writes: an entry that holds them was made by somebody else.

    Raises:
        ValueError: a fixed value, a list, a version or a reference that is none.
    """
    for name, values in _CHOICES.items():
        if name in details:
            values(details[name])
    for name in _LISTS:
        if not isinstance(details.get(name, []), list):
            raise ValueError(f"{name}: {details[name]!r:.40}")
    if kind is EntryKind.WITHDRAW and details.get("restored"):
        Version.parse(str(details["restored"]))
    if kind is EntryKind.RENUMBER and not is_reference(str(details.get("to", ""))):
        raise ValueError(f"to: {details.get('to')!r:.40}")


@dataclass(frozen=True)
class Actor:
    """Who acted, with the name and the role as they were that day; `on_behalf_of` names who delegated."""

    id: str
    name: str
    role: str = ""
    role_title: str = ""
    assurance: Assurance = Assurance.CLAIMED
    on_behalf_of: str = ""
    on_behalf_of_name: str = ""


@dataclass(frozen=True, order=True)
class LedgerFile:
    """A file of a release folder: its path inside it, its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class EntryDraft:
    """An entry before it is written: everything but its place in the chain.

    Attributes:
        at: an instant in UTC.
        digest: the approval digest of the text concerned, if any.
        files: those of the release folder that this entry publishes.
        details: what this kind of act says besides, as plain JSON values.
    """

    kind: EntryKind
    at: dt.datetime
    actor: Actor
    reference: str = ""
    version: Version | None = None
    digest: str = ""
    files: tuple[LedgerFile, ...] = ()
    details: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True)
class JournalEntry(EntryDraft):
    """An entry of the journal: `sequence` is one more than its parents' highest, `hash` the SHA-256 of its file."""

    sequence: int = 0
    parents: tuple[str, ...] = ()
    hash: str = ""
