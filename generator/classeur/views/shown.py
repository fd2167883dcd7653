"""What readers see of a house: the versions in force, and never a draft once something was released."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.circuit import Standing
from classeur.model.documents import Document, ProcessHeader
from classeur.model.history import Release
from classeur.model.links import composed
from classeur.model.sheets import process_of
from classeur.model.states import State

READABLE = frozenset({State.APPLICABLE, State.SUSPENDED, State.APPROVED})
"""The states whose text is read at the document's own address, once something was released."""


@dataclass(frozen=True)
class Shown:
    """A text that readers see.

    Attributes:
        reference: the present one, whatever the text was released under.
        release: the version it is; None for a working text.
    """

    reference: str
    document: Document
    release: Release | None
    standing: Standing


def published(binder: Binder) -> Binder:
    """The house as its readers see it: its documents are released texts, its processes those of released sheets.

    While nothing was ever released the drafts are all that there is to see, and the house is shown as it is.
    """
    if binder.ledger.is_empty:
        return binder
    current = (version_of(binder, found.in_force or found.upcoming) for found in _readable(binder))
    documents = tuple(text for text in current if text is not None)
    sheets = [d.header for d in documents if isinstance(d.header, ProcessHeader) and d.header.code]
    measured = {code: process.indicators for code, process in binder.process.items()}
    return replace(
        binder,
        documents=documents,
        processes=tuple(process_of(header, measured.get(header.code, ())) for header in sheets),
        files=frozenset(),
        unread=frozenset(),
        kept=binder.kept.part("published"),
    )


def shown(binder: Binder) -> tuple[Shown, ...]:
    """The texts of a published house that have their own address and stand in the lists, by reference."""
    return binder.answer("shown", _all_shown)


def _all_shown(binder: Binder) -> tuple[Shown, ...]:
    listed, is_empty = binder.listed, binder.ledger.is_empty
    references = tuple(map(_reference, listed))
    standings = tuple(map(binder.standings.get, references))
    if not all(standings):  # a text still bears a reference that was given up
        standings = tuple(map(binder.standing, references))

    def show(document: Document, found: Standing) -> Shown:
        return Shown(document.reference, document, None if is_empty else found.shown, found)

    return binder.kept.of_each("shown", (is_empty,), show, listed, standings)


def edition(binder: Binder, reference: str, release: Release) -> Shown | None:
    """One version, in force or not; None when its text could not be read."""
    text = version_of(binder, release)
    return Shown(reference, text, release, binder.standing(reference)) if text else None


def version_of(binder: Binder, release: Release | None) -> Document | None:
    """The released text under the reference that its document has now."""
    text = binder.ledger.text(release) if release else None
    if text is None:
        return None
    present = binder.ledger.present(text.reference)
    if present == text.reference:
        return text
    return replace(text, header=text.header.model_copy(update={"reference": present}))


def lost(binder: Binder) -> tuple[Release, ...]:
    """The versions in force, or to come, whose text could not be read: `verify` says why."""
    current = (found.in_force or found.upcoming for found in _readable(binder))
    return tuple(release for release in current if release and binder.ledger.text(release) is None)


def pages_by_path(binder: Binder) -> Mapping[PurePosixPath, str]:
    """Where a link to a text's file leads: a path is no identity, every place a released text ever stood still answers.

    Args:
        binder: the house itself, as its working texts say where a file stands today.
    """
    if binder.ledger.is_empty:
        return {composed(each.document.path): each.reference for each in shown(binder)}
    known: dict[PurePosixPath, str] = {}
    for entry in binder.ledger.entries:
        if entry.files and (path := entry.details.get("path")):
            known[composed(PurePosixPath(str(path)))] = binder.ledger.present(entry.reference)
    for document in binder.documents:
        if binder.standing(document.reference).history.releases:
            known[composed(document.path)] = binder.ledger.present(document.reference)
    return known


_reference = attrgetter("header.reference")


def _readable(binder: Binder) -> tuple[Standing, ...]:
    return tuple(found for found in binder.standings.values() if found.history.releases and found.state in READABLE)
