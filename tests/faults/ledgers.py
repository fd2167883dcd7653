"""Builders of ledgers, and disks that do less than a real one."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from classeur.ledger.file_layer import FileLayer
from classeur.ledger.journal import Journal, append, load
from classeur.ledger.publish import publish
from classeur.model.journal import Actor, EntryDraft, EntryKind
from classeur.model.versions import Version

AT = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
ACTOR = Actor("a.martin", "Alix Martin", "referent", "Référent qualité")
SOURCE = "releases/PR-R2-012/1.0/source.md"
"""The text of the first release of `a_ledger`."""
FILES: Mapping[str, bytes] = {"source.md": b"# Douleur\n" * 40, "files/images/echelle.png": b"\x89PNG" * 64}


class QuickLayer(FileLayer):
    """A disk without waiting: nothing is synced, which only a power cut could tell."""

    def write(self, path: Path, data: bytes) -> None:
        with open(path, "xb") as file:
            file.write(data)

    def fsync_dir(self, folder: Path) -> None:
        pass


QUICK = QuickLayer()


class Told(FileLayer):
    """A disk that tells what it was asked, in order: the names of what is written and renamed, of folders synced."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def write(self, path: Path, data: bytes) -> None:
        self.asked.append(f"write {_name(path)}")
        QUICK.write(path, data)

    def rename_dir(self, folder: Path, final: Path) -> None:
        self.asked.append(f"rename {_name(folder)} to {_name(final)}")
        super().rename_dir(folder, final)

    def publish(self, temporary: Path, final: Path) -> None:
        self.asked.append(f"publish {_name(final)}")
        super().publish(temporary, final)

    def fsync_dir(self, folder: Path) -> None:
        self.asked.append(f"sync {_name(folder)}")


def _name(path: Path) -> str:
    """The name of a file or a folder; those that chance gives are told by their kind."""
    return "temporary" if path.name.startswith(".tmp-") else "entry" if path.suffix == ".json" else path.name


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


def three_releases(house: Path) -> Path:
    """A house with two versions of a document, and one of another."""
    house.mkdir()
    a_ledger(house, "PR-R2-012 1.0", "PR-R2-012 2.0", "PR-R3-001 1.0")
    return house


def parted(root: Path, other: Path) -> None:
    """Two people added an entry to the same ledger, each on a computer of their own; then the files came together."""
    shutil.copytree(root, other)
    append(root, a_review(minutes=70), load(root), QUICK)
    append(other, a_review("PR-R3-001", minutes=80), load(other), QUICK)
    for each in entry_files(other):
        shutil.copy(each, root / "releases/journal" / each.name)
