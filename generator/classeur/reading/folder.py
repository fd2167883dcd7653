"""The whole house, read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import compress, count
from pathlib import Path, PurePosixPath

from classeur.model.binder import Binder, stored_files
from classeur.model.documents import Attachment, Document, ProcessHeader
from classeur.model.findings import Fault
from classeur.model.kept import Kept, of_the_latest
from classeur.model.links import local_target
from classeur.model.pictures import is_heavy
from classeur.model.processes import Process
from classeur.model.registers.rows import Registers
from classeur.reading.documents import read_document
from classeur.reading.files import FileStamp, look_into, quiet_stamp, read_text, sha256_of, size_of
from classeur.reading.lists import read_glossary, read_waivers
from classeur.reading.organisation import read_organisation
from classeur.reading.processes import process_files, read_processes
from classeur.reading.registers.read import read_registers, register_files
from classeur.workers import nothing, shared_out


def read_folder(root: Path, today: dt.date, meanwhile: Callable[[], object] = nothing) -> tuple[Binder, list[Fault]]:
    """Everything under the root, and every fault met while reading. Never raises for what a person typed.

    Args:
        meanwhile: called while other processes read texts.
    """
    folder = look_into(root)
    organisation, faults = read_organisation(root)
    faults += folder.faults
    kept, files = _kept(root), _the_same(folder.files)
    read = _read(root, folder.texts, meanwhile)
    faults += [fault for _, wrong in read for fault in wrong]
    documents = [document for document, _ in read if document is not None]
    unread = frozenset(folder.texts if len(documents) < len(read) else ()) - {document.path for document in documents}
    faults += _with_files(root, documents, stored_files(files), kept)
    sheets = compress(documents, kept.of_each("are sheets", (), _is_sheet, documents))
    processes, wrong = _processes(root, tuple(sheets), files, kept)
    glossary, wrong_terms = read_glossary(root)
    waivers, wrong_waivers = read_waivers(root)
    registers, wrong_rows = _registers(root, files, kept)
    faults += [*wrong, *wrong_terms, *wrong_waivers, *wrong_rows]
    binder = Binder(
        today=today,
        organisation=organisation,
        documents=tuple(documents),
        processes=processes,
        glossary=glossary,
        waivers=waivers,
        registers=registers,
        files=files,
        unread=unread,
        kept=kept,
    )
    return binder, faults


@lru_cache(maxsize=4)
def _the_same(files: frozenset[PurePosixPath]) -> frozenset[PurePosixPath]:
    """The same files as an earlier look gave them: what is the very same is compared at once."""
    return files


def _processes(
    root: Path, sheets: tuple[Document, ...], files: frozenset[PurePosixPath], kept: Kept
) -> tuple[tuple[Process, ...], list[Fault]]:
    """The processes of these sheets, those of the last look while nobody touched a file that tells of them."""
    beside = kept.of("process files", "", (files,), lambda: process_files(files))
    stamps = _stamps_of(root, beside)
    if stamps is None:
        return read_processes(root, sheets, beside)
    return kept.of("processes", "", (*sheets, *stamps), lambda: read_processes(root, sheets, beside))


def _registers(root: Path, files: frozenset[PurePosixPath], kept: Kept) -> tuple[Registers, list[Fault]]:
    """The registers, those of the last look while nobody touched a file of them."""
    listed = kept.of("register files", "", (files,), lambda: register_files(files))
    stamps = _stamps_of(root, listed)
    if stamps is None:
        return read_registers(root, listed)
    return kept.of("registers", "", stamps, lambda: read_registers(root, listed))


def _stamps_of(root: Path, paths: Iterable[PurePosixPath]) -> tuple[str | int, ...] | None:
    """What tells these files from others at the same places; None while one of them may still be written."""
    told: list[str | int] = []
    for path in paths:
        stamp = quiet_stamp(root, path)
        if stamp is None:
            return None
        told += [str(path), *stamp]
    return tuple(told)


def _kept(root: Path) -> Kept:
    """What this program keeps of a house from one look to the next."""
    return of_the_latest(_KEPT, root, Kept, _MOST_KEPT)


_KEPT: dict[Path, Kept] = {}
_MOST_KEPT = 2
"""Houses of one program."""

_Read = tuple[Document | None, list[Fault]]


def _read(root: Path, paths: Sequence[PurePosixPath], meanwhile: Callable[[], object]) -> list[_Read]:
    """Texts, by every core; in a program that lives, those of the last look where nobody touched the file since."""
    last = of_the_latest(_LAST_LOOK, root, dict, _MOST_KEPT)
    names = list(map(str, paths))
    stamps = [quiet_stamp(root, name) for name in names]
    known = list(map(last.get, names))
    asked = [
        place
        for place, (look, stamp) in enumerate(zip(known, stamps, strict=True))
        if look is None or stamp is None or look[0] != stamp
    ]
    wanted = [paths[place] for place in asked]
    for place, made in zip(asked, shared_out(wanted, partial(_read_now, root), meanwhile=meanwhile), strict=True):
        known[place] = last[names[place]] = stamps[place], made
    if len(last) > len(names):
        for gone in last.keys() - set(names):
            del last[gone]
    return [look[1] for look in known if look is not None]


_LAST_LOOK: dict[Path, dict[str, tuple[FileStamp | None, _Read]]] = {}
"""By house and path, each text as it was read, and what the disk said of its file then."""


def _read_now(root: Path, path: PurePosixPath) -> _Read:
    """One text, with its outline, which whoever opens a house asks for."""
    text, faults = read_text(root, path)
    if text is None:
        return None, faults
    document, wrong = read_document(path, text)
    if document is None:
        return None, [*faults, *wrong]
    _ = document.outline
    return document, [*(replace(fault, reference=document.reference) for fault in faults), *wrong]


def _heavy_pictures(root: Path, document: Document, stored: Mapping[PurePosixPath, PurePosixPath]) -> Iterator[Fault]:
    """Each picture of a text that is too heavy for a page, at its first place."""
    told: set[PurePosixPath] = set()
    for picture in document.outline.pictures:
        path = local_target(document.path, picture.target)
        if path is None or path in told or path not in stored:
            continue
        told.add(path)
        size = size_of(root, stored[path])
        if is_heavy(path, size):
            values = {"target": picture.target, "size": f"{size / 1_000_000:.1f}"}
            yield Fault(document.in_body(picture.line, picture.column), "LK015", values, document.reference)


def _with_files(
    root: Path, documents: list[Document], stored: Mapping[PurePosixPath, PurePosixPath], kept: Kept
) -> list[Fault]:
    """Give the documents the files that their texts point to; the pictures that are too heavy."""
    hashes: dict[PurePosixPath, str | None] = {}
    shown = kept.of_each("pictures", (), lambda document: document.outline.pictures, documents)
    faults = [fault for each in compress(documents, shown) for fault in _heavy_pictures(root, each, stored)]
    for place in compress(count(), kept.of_each("targets", (), _targets, documents)):
        documents[place] = _with_attachments(root, documents[place], stored, hashes)
    return faults


def _targets(document: Document) -> tuple[PurePosixPath, ...]:
    return document.answer("files", _files, None)


def _is_sheet(document: Document) -> bool:
    return isinstance(document.header, ProcessHeader)


def _with_attachments(
    root: Path,
    document: Document,
    stored: Mapping[PurePosixPath, PurePosixPath],
    hashes: dict[PurePosixPath, str | None],
) -> Document:
    """The document with each picture or file that its text points to, and its hash."""
    attachments = []
    for target in _targets(document):
        if target not in hashes:
            hashes[target] = sha256_of(root, stored.get(target, target))
        if sha256 := hashes[target]:
            attachments.append(Attachment(str(target), sha256))
    return document.placed(document.path, tuple(attachments)) if attachments else document


def _files(document: Document, _: None) -> tuple[PurePosixPath, ...]:
    """The files but texts that a text shows or links to."""
    links = (link.target for link in document.outline.targets if not link.target.lower().endswith(".md"))
    targets = {local_target(document.path, target) for target in links}
    return tuple(sorted(target for target in targets if target and target.suffix.lower() != ".md"))
