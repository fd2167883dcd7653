"""Publishing a version: its folder first, its entry last. Nobody ever sees half of it as released."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from classeur.ledger.file_layer import DISK, FileLayer, clear_away
from classeur.ledger.journal import Journal, add, begin, ready
from classeur.ledger.lock import one_writer
from classeur.ledger.names import JOURNAL, RELEASES, TEMPORARY, is_safe_path, same_on_some_disk
from classeur.ledger.problems import LedgerDamaged, LedgerRefused, Trouble, VersionTaken, problem
from classeur.model.journal import EntryDraft, LedgerFile
from classeur.model.references import is_reference
from classeur.model.versions import ChangeClass, Version


def publish(
    root: Path, draft: EntryDraft, files: Mapping[str, bytes], journal: Journal, layer: FileLayer = DISK
) -> Journal:
    """Release files as a version (design §6, steps 1 to 5); returns the longer journal.

    Publishing the same content again succeeds and adds nothing; it completes a folder whose entry is missing because
    somebody was interrupted.

    Raises:
        VersionTaken: the version exists with another content.
        LedgerDamaged: something in the ledger is not as it was written.
        LedgerRefused: a name is unsafe, or the reference differs from another by case or accents only.
        ValueError: the draft has no reference, no version, or there is no file.
    """
    reference, version = draft.reference, draft.version
    if not reference or version is None or not files:
        raise ValueError("a publication needs a reference, a version and files")
    contents = tuple(sorted(LedgerFile(path, len(data), _sha256(data)) for path, data in files.items()))
    _refuse_unsafe(reference, contents)
    with one_writer(root):
        journal = ready(root, journal)
        _refuse_alike(root, reference, journal)
        if earlier := journal.publication(reference, version):
            _confirm(root, earlier.files == contents, reference, version, contents, journal, layer)
            return journal
        if not journal.links:
            journal = begin(root, draft, layer)
        place(root, reference, version, files, contents, journal, layer)
        return add(root, replace(draft, files=contents), journal, layer)


def read_release(root: Path, reference: str, version: Version) -> Mapping[str, bytes]:
    """The files of a release folder by path, as they are now on the disk.

    Raises:
        FileNotFoundError: there is no such folder.
        ValueError: the reference could not be the name of a folder.
    """
    if not is_reference(reference):
        raise ValueError(f"{reference!r} is not a reference")
    folder = release_folder(root, reference, version)
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    return {path: Path(folder, path).read_bytes() for path in sorted(_files_in(folder))}


def release_folder(root: Path, reference: str, version: Version) -> Path:
    """Where a version is kept."""
    return root / RELEASES / reference / str(version)


def next_free(version: Version, taken: Version) -> Version:
    """The number to take instead: the next one of the same change class after the highest that exists."""
    match version.change:
        case ChangeClass.MAJOR:
            return Version(taken.major + 1)
        case ChangeClass.MINOR:
            return Version(taken.major, taken.minor + 1)
        case ChangeClass.EDITORIAL:
            return Version(taken.major, taken.minor, taken.editorial + 1)


def place(
    root: Path,
    reference: str,
    version: Version,
    files: Mapping[str, bytes],
    contents: tuple[LedgerFile, ...],
    journal: Journal,
    layer: FileLayer,
) -> None:
    """Write the folder under a temporary name, then give it its own: that is the compare-and-swap."""
    final = release_folder(root, reference, version)
    layer.mkdir(final.parent)
    temporary = final.parent / f"{TEMPORARY}{uuid.uuid4().hex}"
    try:
        _write_all(temporary, files, layer)
        layer.rename_dir(temporary, final)
    except OSError:
        clear_away(temporary, layer)
        if not final.is_dir():
            raise
        if _on_disk(final) != contents:
            raise _taken(root, reference, version, journal) from None
    layer.fsync_dir(final.parent)
    if _on_disk(final) != contents:
        raise LedgerDamaged([problem(Trouble.FILE_ALTERED, _path(reference, version), reference=reference)])


def _write_all(folder: Path, files: Mapping[str, bytes], layer: FileLayer) -> None:
    layer.mkdir(folder, lasting=False)
    inside = {parent for path in files for parent in PurePosixPath(path).parents if str(parent) != "."}
    for name in sorted(inside):
        layer.mkdir(folder / name, lasting=False)
    for path, data in sorted(files.items()):
        layer.write(folder / path, data)
    for name in sorted(inside, reverse=True):
        layer.fsync_dir(folder / name)
    layer.fsync_dir(folder)


def _confirm(
    root: Path,
    is_same: bool,
    reference: str,
    version: Version,
    contents: tuple[LedgerFile, ...],
    journal: Journal,
    layer: FileLayer,
) -> None:
    """Acknowledge again what was released before, if it is the same and still there."""
    if not is_same:
        raise _taken(root, reference, version, journal)
    folder = release_folder(root, reference, version)
    if _on_disk(folder) != contents:
        raise LedgerDamaged([problem(Trouble.FILE_ALTERED, _path(reference, version), reference=reference)])
    layer.fsync_dir(folder.parent)
    layer.fsync_dir(root / RELEASES / JOURNAL)


def _taken(root: Path, reference: str, version: Version, journal: Journal) -> VersionTaken:
    versions: set[Version | None] = set(journal.published.get(reference, {}))
    versions |= {_version(name) for name in os.listdir(root / RELEASES / reference)}
    highest = max([version, *(each for each in versions if each)])
    return VersionTaken(reference, version, next_free(version, highest), _path(reference, version))


def _version(name: str) -> Version | None:
    try:
        return Version.parse(name)
    except ValueError:
        return None


def _refuse_unsafe(reference: str, contents: tuple[LedgerFile, ...]) -> None:
    unsafe = [file.path for file in contents if not is_safe_path(file.path)]
    alike: dict[str, str] = {}
    for file in contents:
        other = alike.setdefault(same_on_some_disk(file.path), file.path)
        if other != file.path:
            unsafe.append(file.path)
    if not is_reference(reference) or same_on_some_disk(reference) in ("journal", "quarantine"):
        unsafe.append(reference)
    if unsafe:
        raise LedgerRefused(
            problem(Trouble.UNSAFE_NAME, f"{RELEASES}/{reference}", file=name, reference=reference) for name in unsafe
        )


def _refuse_alike(root: Path, reference: str, journal: Journal) -> None:
    releases = root / RELEASES
    if reference in journal.published:  # looked at when its first version was published
        return
    known = set(journal.published)
    known |= set(os.listdir(releases)) if releases.is_dir() else set()
    folded = same_on_some_disk(reference)
    for other in sorted(known):
        if other != reference and same_on_some_disk(other) == folded:
            raise LedgerRefused(
                [problem(Trouble.REFERENCES_ALIKE, f"{RELEASES}/{other}", reference=reference, other=other)]
            )


def _on_disk(folder: Path) -> tuple[LedgerFile, ...]:
    if not folder.is_dir():
        return ()
    read = {path: Path(folder, path).read_bytes() for path in _files_in(folder)}
    return tuple(sorted(LedgerFile(path, len(data), _sha256(data)) for path, data in read.items()))


def _files_in(folder: Path, prefix: str = "") -> Iterator[str]:
    with os.scandir(folder) as inside:
        for each in inside:
            if each.is_dir(follow_symlinks=False):
                yield from _files_in(Path(each.path), f"{prefix}{each.name}/")
            elif each.is_file(follow_symlinks=False):
                yield f"{prefix}{each.name}"


def _path(reference: str, version: Version) -> str:
    return f"{RELEASES}/{reference}/{version}"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
