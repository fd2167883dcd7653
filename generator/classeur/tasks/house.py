"""An opened house: its binder with its ledger, its findings, and what is needed to act on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath

from classeur.ledger.journal import Journal, load
from classeur.model.binder import Binder
from classeur.model.documents import Attachment, Document
from classeur.model.findings import Fault, Finding, Severity
from classeur.model.history import Release
from classeur.model.ledger import Ledger
from classeur.model.organisation import ORGANISATION_FILE
from classeur.model.versions import Version
from classeur.reading.documents import read_document
from classeur.reading.files import read_text, sha256_of
from classeur.reading.folder import read_folder
from classeur.reading.organisation import read_organisation
from classeur.rules.again import Looked, look_again
from classeur.views.addresses import BODY_FILES as BODY_FILES
from classeur.workers import nothing

RELEASES = PurePosixPath("releases")
SOURCE = "source.md"


class Texts(StrEnum):
    """Which released texts are read: those whose working text has changed, or all of them."""

    CHANGED = "changed"
    ALL = "all"


@dataclass(frozen=True)
class House:
    """A house opened on a day.

    Attributes:
        known_findings: what was found before an act of the same command; None when nobody looked yet.
    """

    root: Path
    binder: Binder
    faults: tuple[Fault, ...]
    journal: Journal
    known_findings: tuple[Finding, ...] | None = None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of the house."""
        if self.known_findings is not None:
            return self.known_findings
        findings, looked = look_again(self.binder, self.faults, _LAST_LOOK.get(self.root))
        _LAST_LOOK.clear()
        if looked is not None:
            _LAST_LOOK[self.root] = looked
        return findings

    def with_faults(self, met: Iterable[Fault]) -> House:
        """The same house with the faults met elsewhere, to be weighed with the others."""
        return replace(self, faults=(*self.faults, *met))

    def errors_of(self, reference: str) -> tuple[Finding, ...]:
        """The error-level findings of one document: they stop its submission, signature and release."""
        return tuple(f for f in self.findings if f.reference == reference and f.severity is Severity.ERROR)

    @property
    def organisation_path(self) -> PurePosixPath:
        """Where the organisation is described: the place of a fault that has no better one."""
        return ORGANISATION_FILE

    def release_path(self, release: Release) -> PurePosixPath:
        """The text of a release, relative to the house."""
        return RELEASES / release.reference / str(release.version) / SOURCE

    def with_journal(self, journal: Journal) -> House:
        """The same house after an act that changed no text: what was found in its texts still holds."""
        ledger = replace(self.binder.ledger, entries=journal.entries, head=journal.head)
        known = self.__dict__.get("findings", self.known_findings)
        return House(self.root, replace(self.binder, ledger=ledger), self.faults, journal, known)


def open_house(
    root: Path, today: dt.date, texts: Texts = Texts.CHANGED, meanwhile: Callable[[], object] = nothing
) -> House:
    """Read the texts and the ledger. Never raises for what people typed, nor for a damaged ledger.

    Args:
        meanwhile: called while other processes read texts.
    """
    binder, faults = read_folder(root, today, meanwhile)
    journal = load(root)
    ledger = _ledger(journal, binder)
    wanted = _wanted(ledger, binder, texts)
    read = {(release.reference, release.version): _released(root, release, binder) for release in wanted}
    told = [fault for _, wrong in read.values() for fault in wrong]
    found: Mapping[tuple[str, Version], Document] = {key: text for key, (text, _) in read.items() if text is not None}
    return House(root, replace(binder, ledger=ledger.with_texts(found)), (*faults, *told), journal)


def _ledger(journal: Journal, binder: Binder) -> Ledger:
    """The ledger without its texts; while the journal stays the same, what it told need not be told again."""
    timezone, is_sound = binder.organisation.timezone, not journal.is_damaged
    given = (journal.head, timezone, is_sound, *journal.entries)
    return binder.kept.of(
        "ledger", "", given, lambda: Ledger(journal.entries, journal.head, timezone, is_sound=is_sound)
    )


_LAST_LOOK: dict[Path, Looked] = {}
"""That of the house whose findings were asked for last: a program that lives asks again and again."""


def open_people(root: Path, today: dt.date) -> Binder:
    """The house without its texts: who is there, and what the journal says. A large one is opened in a moment."""
    organisation, _ = read_organisation(root)
    journal = load(root)
    ledger = Ledger(journal.entries, journal.head, organisation.timezone, is_sound=not journal.is_damaged)
    return Binder(today=today, organisation=organisation, ledger=ledger)


def house_at(root: Path, now: dt.datetime) -> House:
    """The house on the day that an instant is where the organisation lives: what an act needs."""
    house = open_house(root, now.date())
    day = house.binder.ledger.local_day(now)
    return house if day == house.binder.today else replace(house, binder=replace(house.binder, today=day))


def released_text(house: House, release: Release) -> Document | None:
    """The text of one release, read now if the house was opened without it; None when it cannot be read."""
    return house.binder.ledger.text(release) or _released(house.root, release, house.binder)[0]


def _wanted(ledger: Ledger, binder: Binder, texts: Texts) -> Iterable[Release]:
    """The releases whose text is read."""
    for reference, history in ledger.histories.items():
        if texts is Texts.ALL:
            yield from history.releases
            continue
        document = binder.document(reference)
        last = history.last
        if last is not None and document is not None and last.digest != document.digest:
            yield last


def _released(root: Path, release: Release, binder: Binder) -> tuple[Document | None, list[Fault]]:
    """The released text of a version; its faults are those of its file alone, its wording was accepted when released.

    None when its file has gone or no longer holds what was released: nobody reads a text that was touched.
    """
    working = binder.document(release.reference)
    if working is not None and working.version == release.version and working.digest == release.digest:
        # the same text: it need not be read twice
        return working.placed(_path_of(release, working), working.attachments), []
    path = RELEASES / release.reference / str(release.version) / SOURCE
    text, faults = read_text(root, path)
    if text is None or sha256_of(root, path) != release.text_digest:
        return None, faults
    document, _ = read_document(path, text)
    if document is None:
        return None, []
    prefix = f"{BODY_FILES}/"
    attachments = tuple(
        Attachment(file.path.removeprefix(prefix), file.sha256)
        for file in release.entry.files
        if file.path.startswith(prefix)
    )
    return document.placed(_path_of(release, document), attachments), []


def _path_of(release: Release, document: Document) -> PurePosixPath:
    """Where the text stood when it was released: its links are read from there."""
    return PurePosixPath(release.detail("path") or document.path)
