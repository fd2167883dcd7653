"""Builders of ledgers, and disks that do less than a real one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from classeur.ledger.file_layer import FileLayer
from classeur.ledger.journal import Journal, load
from classeur.ledger.publish import publish
from classeur.model.journal import Actor, EntryDraft, EntryKind
from classeur.model.versions import Version

AT = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
ACTOR = Actor("a.martin", "Alix Martin", "referent", "Référent qualité")
FILES: Mapping[str, bytes] = {"source.md": b"# Douleur\n" * 40, "files/images/echelle.png": b"\x89PNG" * 64}


class QuickLayer(FileLayer):
    """A disk without waiting: nothing is synced, which only a power cut could tell."""

    def write(self, path: Path, data: bytes) -> None:
        with open(path, "xb") as file:
            file.write(data)

    def fsync_dir(self, folder: Path) -> None:
        pass


QUICK = QuickLayer()


def a_draft(
    reference: str = "PR-R2-012",
    version: str = "1.0",
    *,
    kind: EntryKind = EntryKind.RELEASE,
    minutes: int = 0,
    actor: Actor = ACTOR,
    **details: object,
) -> EntryDraft:
    """A draft of an entry about a version, `minutes` after half past nine."""
    at = AT + dt.timedelta(minutes=minutes)
    return EntryDraft(kind, at, actor, reference, Version.parse(version), "d" * 64, details=details)


def a_review(reference: str = "PR-R2-012", minutes: int = 60, **details: object) -> EntryDraft:
    """An act that publishes nothing."""
    return EntryDraft(
        EntryKind.REVIEW, AT + dt.timedelta(minutes=minutes), ACTOR, reference, details=details or {"outcome": "kept"}
    )


def a_ledger(root: Path, *released: str, files: Mapping[str, bytes] = FILES) -> Journal:
    """A house with these releases, such as `PR-R2-012 1.0`, each with a content of its own."""
    journal = load(root)
    for place, each in enumerate(released or ("PR-R2-012 1.0",)):
        reference, version = each.split()
        own = {path: data + each.encode() for path, data in files.items()}
        journal = publish(root, a_draft(reference, version, minutes=place), own, journal, QUICK)
    return journal


def codes(problems: object) -> set[tuple[str, str]]:
    """The codes and paths of problems."""
    return {(each.code, str(each.path)) for each in problems}  # type: ignore[attr-defined]


def entry_files(root: Path) -> list[Path]:
    """The entries on the disk, in order."""
    return sorted((root / "releases" / "journal").glob("*.json"))
