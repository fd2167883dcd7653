"""What the journal says of one document: released, signed, reviewed, suspended, withdrawn, and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from classeur.model.findings import Location
from classeur.model.journal import Actor, EntryKind, JournalEntry, ReviewOutcome, SignStep, Verdict
from classeur.model.versions import ChangeClass, Version


@dataclass(frozen=True)
class Signature:
    """A visa: a dated act by a person in a role, bound to a digest."""

    step: SignStep
    verdict: Verdict
    actor: Actor
    at: dt.datetime
    on: dt.date
    digest: str
    reason: str = ""
    cumul_reason: str = ""


@dataclass(frozen=True)
class Release:
    """A version in the ledger. `reference` is the one it was released under: its folder keeps that name for ever.

    Attributes:
        released_on: the local day of the release; `approved_on` that of the last approval (typed for an adoption).
        effective_from: the first day in force.
        until: the last day in force of an emergency edition, None otherwise.
        text_digest: SHA-256 of `source.md`, what `sha256sum` prints.
    """

    reference: str
    version: Version
    entry: JournalEntry
    released_on: dt.date
    effective_from: dt.date
    signatures: tuple[Signature, ...] = ()

    @property
    def digest(self) -> str:
        """The approval digest of the released text."""
        return self.entry.digest

    @property
    def text_digest(self) -> str:
        """SHA-256 of the released `source.md`: the digest that people see."""
        return next((file.sha256 for file in self.entry.files if file.path == "source.md"), "")

    @property
    def change(self) -> ChangeClass:
        """The change class that was released."""
        return ChangeClass(self.detail("change") or self.version.change.value)

    @property
    def until(self) -> dt.date | None:
        """The last day of an emergency edition."""
        return _day(self.detail("until"))

    @property
    def place(self) -> Location:
        """Its text in the release folder: where a fault is told when the working text is gone."""
        return Location(PurePosixPath("releases", self.reference, str(self.version), "source.md"))

    @property
    def review_date(self) -> dt.date | None:
        """The next review, when the released text says it."""
        return _day(self.detail("review_date"))

    @property
    def is_adopted(self) -> bool:
        """Whether it was approved on paper before, and taken over."""
        return self.entry.kind is EntryKind.ADOPT

    @property
    def approved_on(self) -> dt.date | None:
        """The day of the last approval."""
        if self.is_adopted:
            return _day(self.detail("approved_on"))
        return max((s.on for s in self.signatures if s.step is SignStep.APPROVAL), default=None)

    def detail(self, name: str) -> str:
        """What the entry says under that name; empty when it says nothing."""
        value = self.entry.details.get(name)
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Withdrawal:
    """A reference taken out of use; `replaced_by` may be empty."""

    on: dt.date
    reason: str
    replaced_by: tuple[str, ...]
    actor: Actor


@dataclass(frozen=True)
class Suspension:
    """A text that must not be applied until it is resumed or replaced; `sequence` is the place of its entry."""

    on: dt.date
    reason: str
    actor: Actor
    sequence: int = 0

    def stops(self, release: Release) -> bool:
        """Whether it speaks of that version: one released later replaces the text that was stopped."""
        return release.entry.sequence < self.sequence


@dataclass(frozen=True)
class Review:
    """Somebody looked at a version in force; the next date is counted from that day when it is kept.

    Attributes:
        sources: the documents whose change was looked at, and `source_editions` the edition of each that day.
        sequence: that of its entry.
    """

    on: dt.date
    outcome: ReviewOutcome
    reason: str
    actor: Actor
    version: Version | None
    sources: tuple[str, ...] = ()
    source_editions: tuple[str, ...] = ()
    sequence: int = 0


@dataclass(frozen=True)
class History:
    """All that the journal says of one document, under its present reference, oldest first.

    Attributes:
        signatures: every visa by the hash of its entry.
        live: the releases that may still be in force one day.
        owner: the owner as last reassigned or released; empty when nothing was.
        former: the references that it had before.
    """

    reference: str
    entries: tuple[JournalEntry, ...] = ()
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    live: tuple[Release, ...] = ()
    reviews: tuple[Review, ...] = ()
    withdrawal: Withdrawal | None = None
    suspension: Suspension | None = None
    owner: str = ""
    former: tuple[str, ...] = ()

    def in_force(self, day: dt.date) -> Release | None:
        """The version in force that day: of two that apply since the same day, the last released."""
        able = [r for r in self.live if r.effective_from <= day and (r.until is None or day <= r.until)]
        return max(able, key=lambda r: (r.effective_from, r.entry.sequence), default=None)

    def upcoming(self, day: dt.date) -> Release | None:
        """The next version that is approved and not yet in force."""
        coming = [r for r in self.live if r.effective_from > day]
        return min(coming, key=lambda r: (r.effective_from, -r.entry.sequence), default=None)

    @property
    def last(self) -> Release | None:
        """The highest version ever released, in force or not: its number is consumed."""
        return max(self.releases, key=lambda r: r.version, default=None)

    def release(self, version: Version) -> Release | None:
        """The release of a version."""
        return next((r for r in self.releases if r.version == version), None)

    def suspension_of(self, release: Release) -> Suspension | None:
        """The suspension that stops a version, if any."""
        return self.suspension if self.suspension and self.suspension.stops(release) else None

    def last_review(self) -> Review | None:
        """The last review that kept the version in force."""
        kept = [review for review in self.reviews if review.outcome is ReviewOutcome.KEPT and not review.sources]
        return kept[-1] if kept else None


def told_history(reference: str, entries: Iterable[tuple[JournalEntry, dt.date]]) -> History:
    """The history that entries tell, each with its local day, oldest first; `reference` is the present one."""
    teller = _Teller()
    heard = []
    for entry, on in entries:
        teller.hear(entry, on)
        heard.append(entry)
    return History(
        reference=reference,
        entries=tuple(heard),
        signatures=teller.signed,
        releases=tuple(teller.releases),
        live=tuple(teller.live),
        reviews=tuple(teller.reviews),
        withdrawal=teller.withdrawal,
        suspension=teller.suspension,
        owner=teller.owner,
        former=tuple(teller.former),
    )


class _Teller:
    """Where the story of a document has got to, entry after entry."""

    def __init__(self) -> None:
        self.signed: dict[str, Signature] = {}
        self.releases: list[Release] = []
        self.live: list[Release] = []
        self.reviews: list[Review] = []
        self.withdrawal: Withdrawal | None = None
        self.suspension: Suspension | None = None
        self.owner = ""
        self.former: list[str] = []

    def hear(self, entry: JournalEntry, on: dt.date) -> None:
        """One more entry."""
        details = entry.details
        match entry.kind:
            case EntryKind.SIGN:
                self.signed[entry.hash] = signature_of(entry, on)
            case EntryKind.RELEASE | EntryKind.ADOPT:
                release = _release(entry, on, self.signed.values())
                self.releases.append(release)
                self.live.append(release)
                self.withdrawal = None
                self.owner = str(details.get("owner", "")) or self.owner
            case EntryKind.REVIEW:
                self.reviews.append(_review(entry, on))
            case EntryKind.SUSPEND:
                self.suspension = Suspension(on, str(details.get("reason", "")), entry.actor, entry.sequence)
            case EntryKind.RESUME:
                self.suspension = None
            case EntryKind.WITHDRAW:
                self._withdraw(entry, on)
            case EntryKind.REASSIGN:
                self.owner = str(details.get("to", "")) or self.owner
            case EntryKind.RENUMBER:
                self.former.append(entry.reference)
            case _:
                pass

    def _withdraw(self, entry: JournalEntry, on: dt.date) -> None:
        """The document goes out of use, unless an earlier version comes back."""
        details, restored = entry.details, entry.details.get("restored")
        self.live = [r for r in self.releases if restored and r.version == Version.parse(str(restored))][-1:]
        replaced = tuple(str(each) for each in details.get("replaced_by", ()))
        reason = str(details.get("reason", ""))
        self.withdrawal = None if self.live else Withdrawal(on, reason, replaced, entry.actor)
        self.suspension = None


def _release(entry: JournalEntry, on: dt.date, signed: Iterable[Signature]) -> Release:
    effective = _day(entry.details.get("effective_from")) or on
    own = tuple(s for s in signed if s.digest == entry.digest and s.verdict is Verdict.ACCEPTED)
    return Release(entry.reference, entry.version or Version(1), entry, on, effective, own)


def signature_of(entry: JournalEntry, on: dt.date) -> Signature:
    """The signature that an entry holds; `on` is its local day."""
    details = entry.details
    return Signature(
        step=SignStep(str(details.get("step", SignStep.APPROVAL.value))),
        verdict=Verdict(str(details.get("verdict", Verdict.ACCEPTED.value))),
        actor=entry.actor,
        at=entry.at,
        on=on,
        digest=entry.digest,
        reason=str(details.get("reason", "")),
        cumul_reason=str(details.get("cumul_reason", "")),
    )


def _review(entry: JournalEntry, on: dt.date) -> Review:
    details = entry.details
    return Review(
        on=_day(details.get("on")) or on,
        outcome=ReviewOutcome(str(details.get("outcome", ReviewOutcome.KEPT.value))),
        reason=str(details.get("reason", "")),
        actor=entry.actor,
        version=entry.version,
        sources=tuple(str(source) for source in details.get("sources", ())),
        source_editions=tuple(str(edition) for edition in details.get("source_editions", ())),
        sequence=entry.sequence,
    )


def _day(typed: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(typed)) if typed else None
    except ValueError:
        return None
