"""Where each document stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.references import folded
from classeur.model.states import State
from classeur.tasks.open_folder import open_folder
from classeur.views.lists import sort_key
from classeur.wording.translator import Translator

RELEASED = frozenset({State.APPLICABLE, State.APPROVED, State.SUSPENDED, State.SUPERSEDED, State.WITHDRAWN})


@dataclass(frozen=True)
class StatusRow:
    """One document: what is in force, and what is being written. `digest` is that of the working text."""

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


def status(root: Path, today: dt.date, words: Translator, reference: str | None = None) -> tuple[StatusRow, ...]:
    """The state of every document, or of one, by reference.

    Raises:
        ClasseurError: no document has that reference.
    """
    binder, _ = open_folder(root, today)
    rows = tuple(sorted(_rows(binder), key=lambda row: (sort_key(row.reference), row.path)))
    if reference is None:
        return rows
    found = tuple(row for row in rows if folded(row.reference) == folded(reference))
    if not found:
        raise ClasseurError(
            words("No document has the reference {reference}.", reference=reference),
            remedy=words(
                "`classeur status` lists the references; `classeur check` says which files could not be read."
            ),
        )
    return found


def _rows(binder: Binder) -> list[StatusRow]:
    return [
        StatusRow(
            reference=document.reference,
            title=document.header.title,
            kind=document.header.kind,
            state=binder.state_of(document),
            version_in_force=None,
            state_in_progress=binder.state_of(document),
            version_in_progress=str(document.version),
            path=document.path,
            owner=document.header.owner,
            effective_from=document.header.effective_from,
            review_date=binder.review_date(document),
            digest=document.digest,
        )
        for document in binder.documents
    ]
