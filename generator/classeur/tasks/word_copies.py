"""Word copies put back among those that were exported: does each still say what its release says?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from classeur.importers.word.reader import OWN, read_word
from classeur.importers.word.three_way import merged
from classeur.ledger.problems import LedgerProblem
from classeur.model.comparison import Change, compare
from classeur.model.documents import canonical_text
from classeur.model.findings import Severity
from classeur.model.versions import Version
from classeur.tasks.edited_copy import Render, body_of_copy, told_around
from classeur.tasks.house import House, released_text

_LARGEST = 64 << 20
_MOST_SHOWN = 3
_WORDS_BEFORE = 4


def edited_copies(folders: Sequence[Path], house: House, render: Render) -> Iterator[LedgerProblem]:
    """The copies that no longer say what the version that they bear says; writes nothing.

    Raises:
        OSError: a folder cannot be listed.
    """
    for folder in folders:
        for file in sorted(folder.rglob("*.docx")):
            if file.is_file() and not file.name.startswith("~$") and file.stat().st_size <= _LARGEST:
                yield from _compared(file, house, render)


def _compared(file: Path, house: House, render: Render) -> Iterator[LedgerProblem]:
    text = read_word(file.read_bytes(), PurePosixPath(file.name))
    reference = text.properties.get(f"{OWN}reference", "")
    try:
        version = Version.parse(text.properties.get(f"{OWN}version", ""))
    except ValueError:
        return
    release = next((r for r in house.binder.ledger.history(reference).releases if r.version == version), None)
    released = released_text(house, release) if release else None
    if released is None or not text.is_read:
        return
    read, _ = body_of_copy(text, "", "copy")
    now = merged(released.body, read, render).body
    here = PurePosixPath(file.as_posix())
    if around := text.around.changes(""):
        yield LedgerProblem("WD032", here, Severity.WARNING, told_around(around, file.name))
    changes = compare(canonical_text(released.body), now).changes
    if changes:
        values = {
            "name": file.name,
            "path": file.as_posix(),
            "reference": reference,
            "version": str(version),
            "count": str(len(changes)),
            "examples": " ; ".join(_said(change) for change in changes[:_MOST_SHOWN]),
        }
        yield LedgerProblem("WD024", here, Severity.WARNING, values)


def _said(change: Change) -> str:
    """What stood there and what stands there now, from a few words before the first that differs."""
    before, after = change.before.split(), change.after.split()
    pairs = enumerate(zip(before, after, strict=False))
    same = next((n for n, (old, new) in pairs if old != new), min(len(before), len(after)))
    start = max(0, same - _WORDS_BEFORE)
    return f"« {_short(before, start)} » → « {_short(after, start)} »"


def _short(words: Sequence[str], start: int) -> str:
    shown = ("… " if start else "") + " ".join(words[start:])
    return shown if len(shown) <= 80 else shown[:79] + "…"
