"""The register of confirmations: one small JSON file a batch, chained by hashes, added to and never rewritten.

A file is named by its sequence and the start of its own SHA-256, as the entries of the journal are, and names the
hashes of the batches before it. What holds personal data can be erased: the file goes, an `erase` record keeps its
hash, its name and its parents, and the chain stays whole.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from classeur.ledger.entries import ENTRY_NAME, entry_name
from classeur.ledger.file_layer import DISK, FileLayer, commit
from classeur.ledger.lock import one_writer
from classeur.ledger.names import TEMPORARY
from classeur.ledger.plain_files import read_plain
from classeur.ledger.problems import LedgerDamaged, LedgerProblem
from classeur.model.confirmations import Batch, Confirmations, ConfirmedText, Means
from classeur.model.conflict_copies import is_conflict_copy
from classeur.model.findings import Severity
from classeur.model.journal import Assurance
from classeur.model.references import is_reference
from classeur.model.versions import Version

FOLDER = "manual/registers/confirmations"
FORMAT = 1
_READERS = b'"readers": {'
ALTERED, MISSING, FOREIGN, LEFT_BEHIND = "RD004", "RD005", "RD006", "RD007"


@dataclass(frozen=True)
class Erased:
    """A batch whose content was taken away: what the chain still needs of it."""

    hash: str
    name: str
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A file of the register: a batch, or the erasing of some."""

    name: str
    hash: str
    parents: tuple[str, ...]
    batch: Batch | None
    erased: tuple[Erased, ...] = ()
    reason: str = ""

    @property
    def sequence(self) -> int:
        """Its rank in the chain."""
        return int(self.name.partition("-")[0])


@dataclass(frozen=True)
class Register:
    """Every record of a house at one instant.

    Attributes:
        heads: the hashes that no record names: one, or two when two computers wrote at once.
    """

    records: tuple[Record, ...] = ()
    heads: tuple[str, ...] = ()
    problems: tuple[LedgerProblem, ...] = ()
    erased: Mapping[str, Erased] = field(default_factory=dict)

    @property
    def confirmations(self) -> Confirmations:
        """What was confirmed, without what was erased."""
        kept = (each.batch for each in self.records if each.batch is not None and each.hash not in self.erased)
        return Confirmations(tuple(kept))


def load_register(root: Path, person: str | None = None) -> Register:
    """The register of a house, every file read and hashed; empty when nobody ever confirmed.

    Args:
        person: only what this person confirmed is kept; every batch is hashed all the same.
    """
    folder = root / FOLDER
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith(TEMPORARY))
    except FileNotFoundError:
        return Register()
    wanted = json.dumps(person, ensure_ascii=False).encode() if person else b""
    records: list[Record] = []
    problems: list[LedgerProblem] = []
    everything = frozenset(names)
    for name in names:
        found = _read(folder, name, everything, wanted)
        problems.append(found) if isinstance(found, LedgerProblem) else records.append(found)
    return _assembled(records, problems)


def add_batch(root: Path, texts: Iterable[ConfirmedText], batch: Batch, layer: FileLayer = DISK) -> Register:
    """Write a batch after all present heads; returns the longer register.

    Raises:
        LedgerDamaged: a record is not as it was written; nothing was added.
    """
    with one_writer(root):
        return _add(root, _batch_data(batch, texts), load_register(root), layer)


def erase(
    root: Path, hashes: Iterable[str], batch: Batch, kept: Sequence[ConfirmedText], reason: str, layer: FileLayer = DISK
) -> Register:
    """Take the content of some batches away; what must stay of them is written again, in a new batch, before.

    The record that says so is written before the files go: a power cut in between leaves a file that is not read any
    more, that `verify` names, and that the same command takes away.

    Raises:
        LedgerDamaged: a record is not as it was written; nothing was erased.
    """
    with one_writer(root):
        register = load_register(root)
        known = {each.hash: each for each in register.records}
        going = [known[each] for each in hashes if each in known]
        if kept:
            register = _add(root, _batch_data(batch, kept), register, layer)
        new = [each for each in going if each.hash not in register.erased]
        if new:
            told = [{"hash": each.hash, "name": each.name, "parents": list(each.parents)} for each in new]
            data = {"kind": "erase", "at": _stamp(batch.at), "by": batch.recorded_by, "reason": reason, "erased": told}
            register = _add(root, data, register, layer)
        for name in sorted(each.name for each in known.values() if each.hash in register.erased):
            layer.unlink(root / FOLDER / name)
        layer.fsync_dir(root / FOLDER)
        return load_register(root)


def _batch_data(batch: Batch, texts: Iterable[ConfirmedText]) -> dict[str, Any]:
    return {
        "kind": "confirm",
        "at": _stamp(batch.at),
        "by": batch.recorded_by,
        "head": batch.head,
        "texts": [
            {
                "reference": text.reference,
                "version": str(text.version),
                "digest": text.digest,
                "means": text.means.value,
                "assurance": text.assurance.value,
                "readers": {person: day.isoformat() for person, day in text.readers.items()},
            }
            for text in texts
        ],
    }


def _of_one_person(data: bytes, wanted: bytes) -> bytes:
    """A batch with what one person confirmed, and nothing of the others: reading all of it takes long.

    It is cut by its line ends and their indents, which no value holds; a batch that is not written as `_add` writes
    it is left as it is.
    """
    line = b"\n    " + wanted + b": "
    head = data.find(b'\n "texts": [')
    if head < 0 or data.count(line) != data.count(wanted + b":"):
        return data
    texts = []
    at = data.find(line)
    while at >= 0:
        start, last = data.rfind(b"\n  {\n", 0, at), data.find(b"\n  }", at)
        opened, closed = data.find(_READERS, start), data.find(b"\n   }", at)
        if not head < start < opened < at < closed < last:
            return data
        day = data[at + len(line) : data.find(b"\n", at + 1)].rstrip(b",")
        texts.append(b"".join((data[start:opened], _READERS, wanted, b": ", day, data[closed:last], b"}")))
        at = data.find(line, last)
    return b"".join((data[:head], b' "texts": [', b",".join(texts), b"]}"))


def _stamp(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(root: Path, data: Mapping[str, Any], register: Register, layer: FileLayer) -> Register:
    damage = [each for each in register.problems if each.severity is Severity.ERROR]
    if damage:
        raise LedgerDamaged(damage)
    folder = root / FOLDER
    for missing in [each for each in (folder.parent.parent, folder.parent, folder) if not each.is_dir()]:
        layer.mkdir(missing)
    content = json.dumps(
        {"format": FORMAT, "parents": sorted(register.heads), **data}, ensure_ascii=False, sort_keys=True, indent=1
    )
    written = f"{content}\n".encode()
    sha256 = hashlib.sha256(written).hexdigest()
    rank = 1 + max((each.sequence for each in register.records), default=0)
    rank = max([rank, *(1 + int(each.name.partition("-")[0]) for each in register.erased.values())])
    name = entry_name(rank, sha256)
    commit(folder, name, written, layer)
    found = _read(folder, name, frozenset(), b"")
    if isinstance(found, LedgerProblem):
        raise LedgerDamaged([found])
    return _assembled([*register.records, found], [])


def _read(folder: Path, name: str, everything: frozenset[str], wanted: bytes) -> Record | LedgerProblem:
    path = f"{FOLDER}/{name}"
    matched = ENTRY_NAME.fullmatch(name)
    if matched is None:
        severity = Severity.WARNING if is_conflict_copy(name, everything) else Severity.NOTE
        return _problem(FOREIGN, path, severity)
    try:
        data = read_plain(f"{folder}/{name}")
    except OSError as error:
        return _problem(ALTERED, path, Severity.ERROR, str(error.strerror))
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256[:16] != matched[2]:
        return _problem(ALTERED, path, Severity.ERROR, "hash")
    try:
        return _record(name, sha256, data, wanted)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return _problem(ALTERED, path, Severity.ERROR, f"{type(error).__name__}: {error}"[:80])


def _record(name: str, sha256: str, data: bytes, wanted: bytes) -> Record:
    keys = json.loads(_of_one_person(data, wanted) if wanted else data)
    parents = tuple(str(each) for each in keys["parents"])
    if keys["kind"] == "erase":
        told = (Erased(str(e["hash"]), str(e["name"]), tuple(map(str, e["parents"]))) for e in keys["erased"])
        return Record(name, sha256, parents, None, tuple(told), str(keys.get("reason", "")))
    if keys["kind"] != "confirm":
        raise ValueError(f"kind: {keys['kind']!r:.40}")
    at = dt.datetime.fromisoformat(keys["at"])
    if at.tzinfo is None:
        raise ValueError("at")
    texts = tuple(_text(each) for each in keys["texts"])
    batch = Batch(at.astimezone(dt.UTC), str(keys.get("head", "")), str(keys.get("by", "")), texts, sha256, name)
    return Record(name, sha256, parents, batch)


_DAYS: dict[str, dt.date] = {}


def _day(text: str) -> dt.date:
    """The day that a text says; a million confirmations fall on a few hundred days."""
    found = _DAYS.get(text)
    if found is None:
        found = _DAYS[text] = dt.date.fromisoformat(text)
    return found


def _text(keys: Mapping[str, Any]) -> ConfirmedText:
    if not is_reference(keys["reference"]):
        raise ValueError(f"reference: {keys['reference']!r:.40}")
    return ConfirmedText(
        keys["reference"],
        Version.parse(keys["version"]),
        str(keys["digest"]),
        Means(keys["means"]),
        Assurance(keys["assurance"]),
        {_shared(person): _day(day) for person, day in keys["readers"].items()},
    )


_PEOPLE: dict[str, str] = {}


def _shared(person: str) -> str:
    """One string a person, however many batches name them."""
    return _PEOPLE.setdefault(person, person)


def _assembled(records: list[Record], problems: list[LedgerProblem]) -> Register:
    ordered = tuple(sorted(records, key=lambda each: (each.sequence, each.hash)))
    erased = {each.hash: each for record in ordered for each in record.erased}
    there = {each.hash for each in ordered}
    parents = {parent for record in ordered for parent in record.parents}
    parents |= {parent for each in erased.values() for parent in each.parents}
    lost = parents - there - erased.keys()
    unread = {each.path.name.partition("-")[2].removesuffix(".json") for each in problems}
    for parent in sorted(lost):
        if parent[:16] not in unread:
            problems.append(_problem(MISSING, FOLDER, Severity.ERROR, parent[:16]))
    for record in ordered:
        if record.hash in erased:
            problems.append(_problem(LEFT_BEHIND, f"{FOLDER}/{record.name}", Severity.WARNING))
    heads = tuple(sorted((there | erased.keys()) - parents))
    return Register(ordered, heads, tuple(problems), erased)


def _problem(code: str, path: str, severity: Severity, fault: str = "") -> LedgerProblem:
    place = PurePosixPath(path)
    return LedgerProblem(code, place, severity, {"path": path, "name": place.name, "fault": fault})
