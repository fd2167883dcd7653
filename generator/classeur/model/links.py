"""Where a link of a text leads."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote

from classeur.model.documents import Document
from classeur.model.findings import Location
from classeur.model.outline import Link

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ONE_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|file:|\\|/(?:Users|home|Volumes|mnt)/", re.IGNORECASE)


class End(StrEnum):
    """What stands at the end of a link."""

    ADDRESS = "address"  # https:, mailto:, tel:…
    COMPUTER = "computer"  # a path that only one computer, or one network, knows
    PAGE = "page"  # a place of the same text
    OUTSIDE = "outside"  # a path that leaves the house's folder
    NOWHERE = "nowhere"  # no such file
    FILE = "file"


@dataclass(frozen=True)
class Lead:
    """A link of a document and what stands at its end; `path` is the file that it names, even when there is none."""

    document: Document
    link: Link
    end: End
    path: PurePosixPath | None = None

    @property
    def where(self) -> Location:
        """The place of the link in the document's file."""
        return self.document.in_body(self.link.line, self.link.column)


class WrittenFiles(dict[str, PurePosixPath]):
    """The files of a house by the path that links write; another one is never equal, so that asking costs nothing."""

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]


def leads(document: Document, files: Mapping[str, PurePosixPath]) -> Iterator[Lead]:
    """Every link and picture of a document, and where it leads among the files, named as links write them."""
    for link, (end, path) in document.answer("ends", _written_ends, None):
        if end is not End.FILE:
            yield Lead(document, link, end, PurePosixPath(path) if path else None)
        elif path in files:
            yield Lead(document, link, end, files[path])
        else:
            yield Lead(document, link, End.NOWHERE, PurePosixPath(path))


def _written_ends(document: Document, _: None) -> tuple[tuple[Link, tuple[End, str]], ...]:
    """Where each link leads as it is written, if the file that it names is there."""
    return tuple((link, _end(document.path, link.target)) for link in document.outline.targets)


def _end(source: PurePosixPath, target: str) -> tuple[End, str]:
    if _ONE_COMPUTER.match(target):
        return End.COMPUTER, ""
    if is_outside(target):
        return End.ADDRESS, ""
    typed = split_target(target)[0]
    if not typed:
        return End.PAGE, ""
    path = _in_house(source, typed)
    if path is None:
        rooted = target.startswith("/") or "\\" in target
        return (End.NOWHERE, target.lstrip("/") or ".") if rooted else (End.OUTSIDE, "")
    return End.FILE, path


def is_outside(target: str) -> bool:
    """Whether the target is an address of its own (https:, mailto:, tel:…) rather than a file of the house."""
    return bool(_SCHEME.match(target)) or target.startswith("//")


def split_target(target: str) -> tuple[str, str]:
    """The path and the anchor of a target: `../a.md#but` gives `../a.md` and `but`."""
    path, _, anchor = target.partition("#")
    return unquote(path.partition("?")[0]), unquote(anchor)


def composed(path: PurePosixPath) -> PurePosixPath:
    """The path with its accents in one piece, as texts write them: a Mac, or a share, may store them in two."""
    text = str(path)
    return path if text.isascii() else PurePosixPath(unicodedata.normalize("NFC", text))


def by_composed_path(files: Iterable[PurePosixPath]) -> Mapping[PurePosixPath, PurePosixPath]:
    """The files as they are stored, by the path that a link would write; of two that read the same, the composed."""
    return {composed(file): file for file in sorted(files, key=str)}


def local_target(source: PurePosixPath, target: str) -> PurePosixPath | None:
    """The file of the house that a link in `source` names, composed; None for an address, an anchor, a path outside."""
    path = None if is_outside(target) else _in_house(source, split_target(target)[0])
    return None if path is None else PurePosixPath(path)


def _in_house(source: PurePosixPath, path: str) -> str | None:
    if not path or path.startswith("/") or "\\" in path or "\0" in path:
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(str(source)), path))
    return None if joined.startswith("..") else unicodedata.normalize("NFC", joined)
