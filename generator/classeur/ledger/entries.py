"""An entry of the journal and the bytes of its file.

The file is JSON with sorted keys, an indent of one space, UTF-8 and a final newline. Its name is its sequence in six
digits, a dash, and the first 16 characters of the SHA-256 of its bytes. The sequence stands in the name only: it is
one more than the parents' highest, so it can be computed again and cannot lie.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from classeur.ledger.names import JOURNAL, RELEASES, is_safe_path
from classeur.ledger.problems import LedgerProblem, Trouble, problem
from classeur.model.journal import (
    FORMAT,
    Actor,
    Assurance,
    EntryDraft,
    EntryKind,
    JournalEntry,
    LedgerFile,
    refuse_details,
)
from classeur.model.references import is_reference
from classeur.model.versions import Version

ENTRY_NAME = re.compile(r"([0-9]{6,9})-([0-9a-f]{16})\.json")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Link:
    """A file of the journal whose hash is its name. `entry` is None when a newer classeur alone understands it."""

    name: str
    hash: str
    parents: tuple[str, ...]
    sequence: int
    entry: JournalEntry | None
    format: int = FORMAT

    @property
    def path(self) -> str:
        """Where it is, relative to the house."""
        return entry_path(self.name)


def entry_path(name: str) -> str:
    """Where an entry is, relative to the house."""
    return f"{RELEASES}/{JOURNAL}/{name}"


def entry_name(sequence: int, sha256: str) -> str:
    """The name of an entry's file."""
    return f"{sequence:06d}-{sha256[:16]}.json"


def entry_bytes(draft: EntryDraft, parents: tuple[str, ...]) -> bytes:
    """The file of an entry. What is empty is left out.

    Raises:
        ValueError: the instant has no time zone, or `details` are no plain JSON.
    """
    if draft.at.tzinfo is None:
        raise ValueError("an entry's instant needs its time zone")
    data: dict[str, Any] = {
        "format": FORMAT,
        "kind": draft.kind.value,
        "parents": list(parents),
        "at": draft.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "actor": _without_empty(vars(draft.actor)),
        "reference": draft.reference,
        "version": str(draft.version) if draft.version else "",
        "digest": draft.digest,
        "files": [vars(file) for file in sorted(draft.files)],
        "details": dict(draft.details),
    }
    kept = {key: value for key, value in data.items() if value or key == "parents"}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return f"{text}\n".encode()


@lru_cache(maxsize=16_384)  # a program that lives reads and compares every byte at each look, and hashes new ones only
def read_entry(name: str, data: bytes) -> Link | LedgerProblem:
    """The entry that a file of the journal holds, or what is wrong with it. Never raises for what the file holds."""
    path = entry_path(name)
    matched = ENTRY_NAME.fullmatch(name)
    if matched is None:
        return problem(Trouble.FOREIGN_FILE, path)
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256[:16] != matched[2]:
        trouble = Trouble.ENTRY_ALTERED if _is_whole_json(data) else Trouble.ENTRY_UNFINISHED
        return problem(trouble, path, sha256=sha256)
    sequence = int(matched[1])
    try:
        keys = _mapping(json.loads(data))
        number = keys.get("format")
        if not isinstance(number, int) or isinstance(number, bool):
            raise ValueError("format")
        parents = tuple(sorted(_hash(parent) for parent in _list(keys, "parents")))
    except (ValueError, RecursionError) as error:
        return problem(Trouble.ENTRY_MALFORMED, path, fault=error)
    try:
        entry = _entry(keys, sequence, parents, sha256)
    except ValueError as error:
        if number <= FORMAT:
            return problem(Trouble.ENTRY_MALFORMED, path, fault=error, sha256=sha256)
        entry = None
    return Link(name, sha256, parents, sequence, entry, number)


def _is_whole_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _entry(keys: Mapping[str, Any], sequence: int, parents: tuple[str, ...], sha256: str) -> JournalEntry:
    reference, version = _text(keys, "reference"), _text(keys, "version")
    files = tuple(sorted(_file(each) for each in _list(keys, "files")))
    if reference and not is_reference(reference):
        raise ValueError(f"reference: {reference!r}")
    if files and not (reference and version):
        raise ValueError("files without reference and version")
    kind, details = EntryKind(_text(keys, "kind")), _mapping(keys.get("details", {}))
    refuse_details(kind, details)
    return JournalEntry(
        kind=kind,
        at=_instant(_text(keys, "at")),
        actor=_actor(_mapping(keys.get("actor"))),
        reference=reference,
        version=Version.parse(version) if version else None,
        digest=_text(keys, "digest"),
        files=files,
        details=details,
        sequence=sequence,
        parents=parents,
        hash=sha256,
    )


def _actor(keys: Mapping[str, Any]) -> Actor:
    return Actor(
        id=_text(keys, "id"),
        name=_text(keys, "name"),
        role=_text(keys, "role"),
        role_title=_text(keys, "role_title"),
        assurance=Assurance(_text(keys, "assurance")),
        on_behalf_of=_text(keys, "on_behalf_of"),
        on_behalf_of_name=_text(keys, "on_behalf_of_name"),
    )


def _file(value: object) -> LedgerFile:
    keys = _mapping(value)
    path, size = _text(keys, "path"), keys.get("size")
    if not is_safe_path(path):
        raise ValueError(f"path: {path!r}")
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise ValueError(f"size: {size!r}")
    return LedgerFile(path, size, _hash(keys.get("sha256")))


def _instant(text: str) -> dt.datetime:
    instant = dt.datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"at: {text!r} has no time zone")
    try:
        return instant.astimezone(dt.UTC)
    except OverflowError:
        raise ValueError(f"at: {text!r}") from None


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"an object is expected, not {value!r:.40}")
    return value


def _list(keys: Mapping[str, Any], name: str) -> list[Any]:
    value = keys.get(name, [])
    if not isinstance(value, list):
        raise ValueError(f"{name}: {value!r:.40}")
    return value


def _text(keys: Mapping[str, Any], name: str) -> str:
    value = keys.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name}: {value!r:.40}")
    return value


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError(f"hash: {value!r:.80}")
    return value


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) for name, value in values.items() if value}
