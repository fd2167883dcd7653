"""Where each document stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.documents import Document
from classeur.model.history import Release
from classeur.model.later import months_after
from classeur.model.references import folded, sort_key
from classeur.model.states import State
from classeur.tasks.house import House, Texts, open_house
from classeur.tasks.perform import known_reference
from classeur.wording.translator import Translator


@dataclass(frozen=True)
class StatusRow:
    """One document: what is in force, and what is being written.

    Attributes:
        digest: the approval digest of the working text; that of the last release when there is no text any more.
    """

    reference: str
    title: str
    kind: str
    state: State
    version_in_force: str | None
    state_in_progress: State | None
    version_in_progress: str | None
    path: PurePosixPath
    owner: str
    effective_from: dt.date | None
    review_date: dt.date | None
    digest: str


def status_house(root: Path, today: dt.date, looks_back: bool = False, texts: Texts = Texts.CHANGED) -> House:
    """The house opened to say where its documents stand.

    Args:
        looks_back: somebody asks about that very day: what the journal tells of later days is left out. A clock
            that is behind asks nothing of the kind.
        texts: what waits for each person needs all the released texts.
    """
    house = open_house(root, today, texts)
    if not looks_back:
        return house
    ledger = house.binder.ledger.until(today)
    return replace(house, binder=replace(house.binder, ledger=ledger))


def rows_of(house: House, typed: str | None, words: Translator) -> tuple[StatusRow, ...]:
    """The rows of one document, whatever the case typed and though it had that reference before; all when None.

    Raises:
        ClasseurError: no document has that reference.
    """
    rows = status_rows(house)
    if typed is None:
        return rows
    present = folded(known_reference(house, typed, words))
    return tuple(row for row in rows if folded(row.reference) == present)


def status_rows(house: House) -> tuple[StatusRow, ...]:
    """The state of every document, by reference."""
    return tuple(sorted(_rows(house), key=lambda row: (sort_key(row.reference), row.path)))


def _rows(house: House) -> Iterator[StatusRow]:
    binder = house.binder
    for reference, found in binder.standings.items():
        claimed = binder.by_reference.get(reference, ())
        if len(claimed) > 1:  # two texts claim the reference: neither is more than a draft
            yield from (_claimed(binder, found, document) for document in claimed)
        elif found.document is not None or found.history.releases:
            yield _row(house, found)


def _row(house: House, found: Standing) -> StatusRow:
    release, document = found.shown, found.document
    kept = release if release and release in (found.in_force, found.upcoming) else None
    is_writing = document is not None and found.in_progress is not None
    return StatusRow(
        reference=found.reference,
        title=_told(release, "title") or (document.header.title if document else ""),
        kind=_told(release, "kind") or (document.header.kind if document else ""),
        state=found.state,
        version_in_force=str(found.in_force.version) if found.in_force and not found.history.withdrawal else None,
        state_in_progress=found.in_progress,
        version_in_progress=str(document.version) if document and is_writing else None,
        path=document.path if document else _released_path(house, release),
        owner=found.history.owner or (document.header.owner if document else ""),
        effective_from=kept.effective_from if kept else document.header.effective_from if document else None,
        review_date=_review_date(house.binder, found, kept),
        digest=document.digest if document else release.digest if release else "",
    )


def _claimed(binder: Binder, found: Standing, document: Document) -> StatusRow:
    header = document.header
    return StatusRow(
        reference=header.reference,
        title=header.title,
        kind=header.kind,
        state=found.state if found.history.releases else State.DRAFT,
        version_in_force=str(found.in_force.version) if found.in_force else None,
        state_in_progress=State.DRAFT,
        version_in_progress=str(document.version),
        path=document.path,
        owner=header.owner,
        effective_from=header.effective_from,
        review_date=binder.review_date(document),
        digest=document.digest,
    )


def _told(release: Release | None, name: str) -> str:
    return release.detail(name) if release else ""


def _released_path(house: House, release: Release | None) -> PurePosixPath:
    return house.release_path(release) if release else house.organisation_path


def _review_date(binder: Binder, found: Standing, release: Release | None) -> dt.date | None:
    if found.document is not None:
        return binder.review_date(found.document)
    if release is None:
        return None
    kind = binder.organisation.kind.get(release.detail("kind"))
    months = kind.review_months if kind else None
    review = found.history.last_review()
    if review and months and review.on >= release.effective_from:
        return months_after(review.on, months)
    return release.review_date or (months_after(release.effective_from, months) if months else None)
