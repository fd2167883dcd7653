"""The whole house, read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from classeur.model.binder import Binder, stored_files
from classeur.model.documents import Attachment, Document
from classeur.model.findings import Fault
from classeur.model.kept import Kept, of_the_latest
from classeur.model.links import local_target
from classeur.model.pictures import is_heavy
from classeur.reading.documents import read_document
from classeur.reading.files import FileStamp, look_into, quiet_stamp, read_text, sha256_of, size_of
from classeur.reading.lists import read_glossary, read_waivers
from classeur.reading.organisation import read_organisation
from classeur.reading.processes import read_processes
from classeur.reading.registers.read import read_registers
from classeur.workers import nothing, shared_out


def read_folder(root: Path, today: dt.date, meanwhile: Callable[[], object] = nothing) -> tuple[Binder, list[Fault]]:
    """Everything under the root, and every fault met while reading. Never raises for what a person typed.

    Args:
        meanwhile: called while other processes read texts.
    """
    folder = look_into(root)
    organisation, faults = read_organisation(root)
    faults += folder.faults
    documents: list[Document] = []
    hashes: dict[PurePosixPath, str | None] = {}
    files = _the_same(frozenset(folder.files))
    stored = stored_files(files)
    for document, wrong in _read(root, folder.texts, meanwhile):
        faults += wrong
        if document is not None:
            documents.append(_with_attachments(root, document, stored, hashes))
            faults += _heavy_pictures(root, document, stored)
    processes, wrong = read_processes(root, documents, folder.files)
    glossary, wrong_terms = read_glossary(root)
    waivers, wrong_waivers = read_waivers(root)
    registers, wrong_rows = read_registers(root, folder.files)
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
        unread=frozenset(folder.texts) - {document.path for document in documents},
        kept=_kept(root),
    )
    return binder, faults


@lru_cache(maxsize=4)
def _the_same(files: frozenset[PurePosixPath]) -> frozenset[PurePosixPath]:
    """The same files as an earlier look gave them: what is the very same is compared at once."""
    return files


def _kept(root: Path) -> Kept:
    """What this program keeps of a house from one look to the next."""
    return of_the_latest(_KEPT, root, Kept, _MOST_KEPT)


_KEPT: dict[Path, Kept] = {}
_MOST_KEPT = 2
"""Houses of one program."""

_Read = tuple[Document | None, list[Fault]]


def _read(root: Path, paths: Sequence[PurePosixPath], meanwhile: Callable[[], object]) -> list[_Read]:
    """Texts, by every core; in a program that lives, those of the last look where nobody touched the file since."""
    stamps = {path: quiet_stamp(root, path) for path in paths}
    known = {path: _LAST_LOOK.get((root, path)) for path in paths}
    read = {path: last[1] for path, last in known.items() if last and last[0] and last[0] == stamps[path]}
    asked = [path for path in paths if path not in read]
    if len(_LAST_LOOK) + len(asked) > _MOST_LOOKED_AT:
        _LAST_LOOK.clear()
    for path, made in zip(asked, shared_out(asked, partial(_read_now, root), meanwhile=meanwhile), strict=True):
        read[path] = made
        _LAST_LOOK[root, path] = stamps[path], made
    return [read[path] for path in paths]


_LAST_LOOK: dict[tuple[Path, PurePosixPath], tuple[FileStamp | None, _Read]] = {}
_MOST_LOOKED_AT = 20_000


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


def _with_attachments(
    root: Path,
    document: Document,
    stored: Mapping[PurePosixPath, PurePosixPath],
    hashes: dict[PurePosixPath, str | None],
) -> Document:
    """The document with each picture or file that its text points to, and its hash."""
    attachments = []
    for target in document.answer("files", _files, None):
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
