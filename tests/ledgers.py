"""Builders of ledgers as values: entries of given days, and the binder that holds them. No file is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.journal import Actor, Assurance, EntryKind, JournalEntry, LedgerFile
from classeur.model.ledger import Ledger
from classeur.model.organisation import Circuit, Kind, Organisation, Person, Role, Size, Step
from classeur.model.versions import Version
from classeur.reading.documents import read_document
from tests.houses import TODAY, a_text

REFERENCE = "PR-R1-001"
REFERENT = Actor("a.martin", "Alix Martin", "referent", "Référent qualité", Assurance.ATTRIBUTED)
DIRECTION = Actor("c.leroy", "Camille Leroy", "direction", "Direction", Assurance.ATTRIBUTED)

ORGANISATION = Organisation(
    name="Maison de test",
    size=Size.TEAM,
    people=(
        Person(id="a.martin", name="Alix Martin", roles=("referent",)),
        Person(id="b.durand", name="Maud Durand", roles=("infirmier",)),
        Person(id="c.leroy", name="Camille Leroy", roles=("direction",)),
    ),
    roles=(
        Role(
            id="referent",
            title="Référent qualité",
            may=frozenset({Step.WRITE, Step.VALIDATE, Step.RELEASE, Step.REVIEW}),
        ),
        Role(id="infirmier", title="Infirmier", may=frozenset({Step.WRITE})),
        Role(id="direction", title="Direction", may=frozenset(Step)),
    ),
    kinds=(
        Kind(id="procedure", code="PR", title="Procédure", circuit=Circuit(validation=1, approval=1), review_months=24),
    ),
)


_TEXTS: dict[str, Document] = {}
"""The texts that releases speak of, by digest."""


def a_document(body: str = "## But\n\nAccueillir.\n", path: str = "", **fields: str) -> Document:
    """A text, good but for the fields given."""
    where = PurePosixPath(path or f"procedures/{fields.get('reference', REFERENCE)}.md")
    document, _ = read_document(where, a_text(body, **fields))
    assert document is not None
    return document


def an_entry(kind: str, day: str, reference: str = REFERENCE, actor: Actor = REFERENT, **details: Any) -> JournalEntry:
    """Something that was done at nine o'clock; its place in the journal is given by `a_binder`."""
    at = dt.datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return JournalEntry(EntryKind(kind), at, actor, reference, details=details)


def a_release(day: str, document: Document | None = None, *, kind: str = "release", **details: Any) -> JournalEntry:
    """A version released that day, in force the same day unless said otherwise."""
    text = document or a_document()
    told = {"effective_from": day, "title": text.header.title, "summary": text.header.summary, "path": str(text.path)}
    told |= {"owner": text.header.owner, "review_date": str(text.header.review_date or "")}
    files = (LedgerFile("source.md", 1, "ab" * 32),)
    entry = an_entry(kind, day, text.reference, **told | details)
    _TEXTS[text.digest] = text
    return replace(entry, version=text.version, digest=text.digest, files=files)


def a_binder(
    *entries: JournalEntry,
    today: str = str(TODAY),
    documents: tuple[Document, ...] = (),
    organisation: Organisation = ORGANISATION,
) -> Binder:
    """The house that this journal tells; its working texts are those given, none by default."""
    numbered = tuple(replace(entry, sequence=number, hash=f"{number:064x}") for number, entry in enumerate(entries, 1))
    texts = {(e.reference, e.version or Version(1)): _TEXTS[e.digest] for e in numbered if e.files}
    ledger = Ledger(numbered, numbered[-1].hash if numbered else "", texts=texts)
    return Binder(dt.date.fromisoformat(today), organisation, documents, ledger=ledger)
