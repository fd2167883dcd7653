"""What others remember of the ledger: hashes typed by a person, other copies of the house, built sites, Word files.

A chain of hashes does not reveal that its end was cut or rewritten; a hash kept elsewhere does. Pages and Word copies
carry the hash of their own entry beside the mark `classeur-entry`, and `head.js` the head beside `classeur-head`.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from classeur.ledger.entries import ENTRY_NAME
from classeur.ledger.journal import Journal, combined
from classeur.ledger.names import JOURNAL, RELEASES
from classeur.ledger.problems import LedgerProblem, Trouble, problem

MARK = re.compile(rb"classeur-(?:entry|head)\b.{0,120}?\b([0-9a-f]{64})\b")
SHORTEST = 12
"""How many characters of a hash are enough to name an entry."""
_TEXTS = {".html", ".js", ".json", ".csv", ".txt", ".md", ".xml"}
_LARGEST = 8 << 20


def is_hash(text: str) -> bool:
    """Whether a person typed a hash, or its beginning."""
    return bool(re.fullmatch(rf"[0-9a-f]{{{SHORTEST},64}}", text.strip().lower()))


def lost_heads(journal: Journal, known: Iterable[tuple[str, str]]) -> Iterator[LedgerProblem]:
    """The known hashes that the journal no longer holds: it is older than they are, or its end was rewritten."""
    present = set(journal.links) | {journal.head}
    present |= {combined(link.parents) for link in journal.links.values() if len(link.parents) > 1}
    lost: dict[str, list[str]] = {}
    for typed, place in known:
        head = typed.strip().lower()
        if head not in present and (len(head) == 64 or not any(each.startswith(head) for each in present)):
            lost.setdefault(place, []).append(head)
    for place, heads in sorted(lost.items()):
        yield problem(Trouble.KNOWN_HEAD_ABSENT, place, head=heads[0][:16], count=len(heads))


def known_heads(folder: Path) -> Iterator[tuple[str, str]]:
    """Every hash of an entry that a folder remembers, with the place that remembers it.

    Raises:
        OSError: the folder cannot be listed.
    """
    if not folder.is_dir():
        raise NotADirectoryError(folder)
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST:
            continue
        for head in _heads_in(file):
            journal_of_a_copy = file.parent.name == JOURNAL
            yield head, (file.parent if journal_of_a_copy else file).as_posix()


def _heads_in(file: Path) -> Iterator[str]:
    matched = ENTRY_NAME.fullmatch(file.name)
    if matched and file.parent.parts[-2:] == (RELEASES, JOURNAL):
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        if sha256.startswith(matched[2]):  # an entry damaged over there says nothing about ours
            yield sha256
    elif file.suffix.lower() in _TEXTS:
        yield from (found.decode() for found in MARK.findall(file.read_bytes()))
    elif file.suffix.lower() == ".docx":
        yield from _heads_in_word(file)


def _heads_in_word(file: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if name.startswith("docProps/") and name.endswith(".xml")]
            for name in names:
                if archive.getinfo(name).file_size <= _LARGEST:
                    yield from (found.decode() for found in MARK.findall(archive.read(name)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):  # damaged or encrypted: it remembers nothing
        return
