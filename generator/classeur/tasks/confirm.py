"""Recording that people have read: what they say is looked at line by line, and the rest is taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.confirmations import FOLDER, add_batch, load_register
from classeur.model.binder import Binder
from classeur.model.confirmations import Batch, Confirmations, ConfirmationsDraft, ConfirmedText, Means
from classeur.model.findings import Finding, Location
from classeur.model.history import History, Release
from classeur.model.journal import Assurance
from classeur.model.readings import counting_versions, document_readings
from classeur.model.versions import Version
from classeur.rules.registry import all_rules
from classeur.tasks.house import open_house
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class Claim:
    """Somebody says to have read a version; `digest` may be the start of it, or empty."""

    reference: str
    version: Version | None
    digest: str
    person: str
    on: dt.date
    means: Means
    assurance: Assurance
    where: Location


@dataclass
class Judged:
    """What became of claims.

    Attributes:
        known: how many were in the register already.
    """

    draft: ConfirmationsDraft = field(default_factory=ConfirmationsDraft)
    findings: list[Finding] = field(default_factory=list)
    known: int = 0


@dataclass(frozen=True)
class Recorded:
    """What a command took, found again, and refused or remarked; `texts` is what it took."""

    taken: int
    known: int
    findings: tuple[Finding, ...]
    texts: tuple[ConfirmedText, ...] = ()


def record(
    root: Path,
    today: dt.date,
    now: dt.datetime,
    recorded_by: str,
    claims: Sequence[Claim],
    words: Translator,
    told: Sequence[Finding] = (),
) -> Recorded:
    """Look at each claim, and write those that hold in one batch; nothing is written when none is new.

    Raises:
        ClasseurError: the register is damaged, or the disk refuses.
    """
    binder = open_house(root, today).binder
    judged = judge(claims, binder, load_register(root).confirmations)
    if len(judged.draft):
        batch = Batch(now, binder.ledger.head, recorded_by)
        try:
            add_batch(root, judged.draft.texts, batch)
        except OSError as error:
            raise ClasseurError(
                words(
                    "{path} cannot be written: {problem}.",
                    path=FOLDER,
                    problem=disk_trouble(error, words),
                ),
                remedy=words("Nothing was recorded. Free some space or ask for the right to write, then try again."),
            ) from error
    findings = sorted([*told, *judged.findings], key=lambda each: (str(each.where), each.code))
    return Recorded(len(judged.draft), judged.known, tuple(findings), judged.draft.texts)


def judge(claims: Iterable[Claim], binder: Binder, known: Confirmations) -> Judged:
    """Which claims hold. The same reader of the same version counts once, and the first day stays."""
    judged = Judged()
    audiences: dict[str, frozenset[str]] = {}
    seen: set[tuple[str, Version, str]] = set()
    for claim in claims:
        release = _released(claim, binder)
        if isinstance(release, Finding):
            judged.findings.append(release)
            continue
        wrong = _person_wrong(claim, binder, release)
        if wrong is not None:
            judged.findings.append(wrong)
            continue
        present = binder.ledger.present(claim.reference)
        history = binder.ledger.history(present)
        there = known.readers((present, *history.former), release.version, release.text_digest)
        key = (present, release.version, claim.person)
        if claim.person in there or key in seen:
            judged.known += 1
            continue
        seen.add(key)
        digest = release.text_digest
        judged.draft.add(present, release.version, digest, claim.person, claim.on, claim.means, claim.assurance)
        if present not in audiences:
            found = document_readings(binder, present)
            audiences[present] = found.audience if found else frozenset()
        judged.findings += _remarks(claim, binder, release, audiences[present])
    return judged


def _released(claim: Claim, binder: Binder) -> Release | Finding:
    """The release that a claim speaks of: that of its version, else the one in force."""
    history = binder.ledger.history(claim.reference)
    if not history.releases:
        return finding("RD010", claim.where, reference=claim.reference)
    if claim.version is None:
        in_force = history.in_force(binder.today)
        return in_force or finding("RD011", claim.where, reference=claim.reference, version="–", known=_known(history))
    release = history.release(claim.version)
    if release is None:
        values = {"reference": claim.reference, "version": claim.version, "known": _known(history)}
        return finding("RD011", claim.where, **values)
    if claim.digest and not release.text_digest.startswith(claim.digest.lower()):
        return finding("RD012", claim.where, reference=claim.reference, version=claim.version, digest=claim.digest)
    return release


def _known(history: History) -> str:
    return ", ".join(str(each.version) for each in history.releases)


def _person_wrong(claim: Claim, binder: Binder, release: Release) -> Finding | None:
    house, where = binder.organisation, claim.where
    values = {"reference": claim.reference, "person": house.name_of(claim.person), "day": claim.on.isoformat()}
    if claim.on > binder.today:
        return finding("RD014", where, **values)
    if not house.person[claim.person].is_present(claim.on):
        return finding("RD013", where, **values)
    if claim.on < release.released_on:
        released = release.released_on.isoformat()
        return finding("RD015", where, **values, version=release.version, released=released)
    return None


def _remarks(claim: Claim, binder: Binder, release: Release, audience: frozenset[str]) -> Iterable[Finding]:
    """What is recorded and deserves a word: an old version, or a reader that nobody asked."""
    values = {"reference": claim.reference, "person": binder.organisation.name_of(claim.person)}
    history = binder.ledger.history(claim.reference)
    in_force = history.in_force(binder.today)
    is_coming = release.effective_from > binder.today and release in history.live
    if in_force is None or is_coming:
        return
    if release not in counting_versions(history, in_force):
        yield finding("RD016", claim.where, **values, version=release.version, present=in_force.version)
        return
    if claim.person not in audience:
        yield finding("RD017", claim.where, **values, version=release.version)


def finding(code: str, where: Location, **values: object) -> Finding:
    """A finding of an import, with the severity that its rule declares."""
    texts = {name: str(value) for name, value in values.items()}
    return Finding(where, code, all_rules()[code].severity, texts, texts.get("reference"))
