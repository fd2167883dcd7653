"""The acts that are cut, refused and repeated."""

from __future__ import annotations

from pathlib import Path

from classeur.ledger.file_layer import FileLayer
from classeur.ledger.journal import Journal, append
from classeur.ledger.publish import publish
from tests.faults.crash_states import Act
from tests.faults.ledgers import FILES, a_draft, a_ledger, a_review


def a_new_version(root: Path, journal: Journal, layer: FileLayer) -> Journal:
    """A second version of a document that is in force."""
    return publish(root, a_draft(version="2.0", minutes=60), FILES, journal, layer)


def a_first_document(root: Path, journal: Journal, layer: FileLayer) -> Journal:
    """The first release of a house that has no ledger yet."""
    return publish(root, a_draft("PR-R1-001", minutes=60), {"source.md": FILES["source.md"]}, journal, layer)


def a_review_kept(root: Path, journal: Journal, layer: FileLayer) -> Journal:
    """An act that publishes nothing."""
    return append(root, a_review(), journal, layer)


ACTS: dict[str, Act] = {
    "a new version": a_new_version,
    "a first document": a_first_document,
    "a review": a_review_kept,
}


def house_before(folder: Path, act: str) -> Path:
    """What stands before the act: nothing at all before the first document."""
    root = folder / "before"
    root.mkdir()
    if act != "a first document":
        a_ledger(root, "PR-R2-012 1.0", "PR-R3-001 1.0")
    return root
