"""Confirmations of reading: who says to have read which version, on which day, and by which means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from classeur.model.journal import Assurance
from classeur.model.versions import Version


class Means(StrEnum):
    """How a confirmation came in."""

    SHEET = "sheet"
    SPREADSHEET = "spreadsheet"
    EMAIL = "email"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class ReadConfirmation:
    """One person says to have read one version. It does not prove that the person understood.

    Attributes:
        digest: SHA-256 of the released text, the one that people see.
        confirmed_on: the day that the person gives, where the organisation lives.
        recorded_at: the instant, in UTC, at which the register took it.
        head: the hash of the release ledger's head at that instant.
        recorded_by: the person who put it in.
    """

    reference: str
    version: Version
    digest: str
    person: str
    confirmed_on: dt.date
    means: Means
    assurance: Assurance
    recorded_at: dt.datetime
    head: str = ""
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmedText:
    """The people of one batch who confirmed one version by the same means: the day of each, by person."""

    reference: str
    version: Version
    digest: str
    means: Means
    assurance: Assurance
    readers: Mapping[str, dt.date]


@dataclass(frozen=True)
class Batch:
    """What came in at once: a sheet, a file, one typed line. `hash` is the SHA-256 of its file."""

    at: dt.datetime
    head: str
    recorded_by: str
    texts: tuple[ConfirmedText, ...] = ()
    hash: str = ""
    name: str = ""

    def confirmations(self) -> Iterator[ReadConfirmation]:
        """Each confirmation, with all that it is bound to."""
        for text in self.texts:
            for person, day in text.readers.items():
                yield ReadConfirmation(
                    text.reference,
                    text.version,
                    text.digest,
                    person,
                    day,
                    text.means,
                    text.assurance,
                    self.at,
                    self.head,
                    self.recorded_by,
                )


@dataclass(frozen=True)
class Confirmations:
    """All that the register holds, oldest batch first."""

    batches: tuple[Batch, ...] = ()

    @cached_property
    def _texts(self) -> Mapping[tuple[str, Version], list[ConfirmedText]]:
        found: dict[tuple[str, Version], list[ConfirmedText]] = {}
        for batch in self.batches:
            for text in batch.texts:
                found.setdefault((text.reference, text.version), []).append(text)
        return found

    def readers(self, references: Iterable[str], version: Version, digest: str) -> Mapping[str, dt.date]:
        """Who confirmed a version with this digest, under any of the document's references, and on which day.

        Of two confirmations by one person, the one that was recorded first.
        """
        groups = [t for name in references for t in self._texts.get((name, version), ()) if t.digest == digest]
        if len(groups) == 1:
            return groups[0].readers
        found: dict[str, dt.date] = {}
        for group in reversed(groups):
            found.update(group.readers)
        return found

    def of(self, person: str) -> tuple[ReadConfirmation, ...]:
        """What one person confirmed, oldest record first."""
        return tuple(each for batch in self.batches for each in batch.confirmations() if each.person == person)

    def __len__(self) -> int:
        return sum(len(text.readers) for batch in self.batches for text in batch.texts)


NO_CONFIRMATIONS = Confirmations()


@dataclass
class ConfirmationsDraft:
    """Confirmations put together before they are written, one group for each version and means."""

    _groups: dict[tuple[str, Version, str, Means, Assurance], dict[str, dt.date]] = field(default_factory=dict)

    def add(
        self, reference: str, version: Version, digest: str, person: str, on: dt.date, means: Means, sure: Assurance
    ) -> None:
        """One more; a person who is there already keeps the first day."""
        self._groups.setdefault((reference, version, digest, means, sure), {}).setdefault(person, on)

    @property
    def texts(self) -> tuple[ConfirmedText, ...]:
        """What a batch will hold, in an order that does not depend on how it came."""
        return tuple(
            ConfirmedText(*key, readers=dict(sorted(self._groups[key].items()))) for key in sorted(self._groups)
        )

    def __len__(self) -> int:
        return sum(map(len, self._groups.values()))
