"""A Word file as an archive: opened within limits, without entities, without following anything outside."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from classeur.importers.word.wml import Element

MOST_MEMBERS = 2_000
LARGEST_WHOLE = 200 * 1024 * 1024
"""How many bytes the members may declare together."""
LARGEST_PART = 60 * 1024 * 1024
"""How large one part of XML may be: about ten thousand pages."""
HIGHEST_RATIO = 200
_RATIO_FROM = 1024 * 1024
"""Below this size a high ratio harms nobody."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
)
"""Strict files name the same things otherwise."""
_PACKAGE_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HARMLESS_OUTSIDE = frozenset({"hyperlink"})


class Refused(Exception):
    """A file that is not read: the code of the rule that says why, and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True)
class Relation:
    """Where a relationship leads: the part of the archive, or an address outside."""

    kind: str
    target: str
    is_outside: bool = False


@dataclass
class Package:
    """The parts of a Word file.

    Attributes:
        main: the name of the part that holds the text.
        outside: the relationships to the outside that are no links: they are never followed.
        damaged: the parts whose XML had to be mended to be read.
    """

    archive: zipfile.ZipFile
    names: dict[str, str]
    main: str = ""
    outside: list[Relation] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; None when there is none of that name.

        Raises:
            Refused: the part is larger than it said, or cannot be unpacked.
        """
        name = self.names.get(part.lower().lstrip("/"))
        if name is None:
            return None
        told = self.archive.getinfo(name).file_size
        try:
            with self.archive.open(name) as stream:
                data = stream.read(told + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise Refused("WD001", problem=f"{part}: {error}") from None
        if len(data) > told:
            raise Refused("WD004", problem=part)
        return data

    def xml(self, part: str) -> Element | None:
        """The root of a part; None when it is missing or holds no XML at all.

        Raises:
            Refused: it is too large, or declares entities.
        """
        data = self.read(part) if part else None
        if data is None:
            return None
        if len(data) > LARGEST_PART:
            raise Refused("WD004", problem=part)
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return self._parsed(part, data)

    def _parsed(self, part: str, data: bytes) -> Element | None:
        try:
            root = etree.fromstring(data, _parser(recover=False))
        except etree.XMLSyntaxError:
            try:
                root = etree.fromstring(data, _parser(recover=True))
            except etree.XMLSyntaxError:
                root = None
            if part not in self.damaged:
                self.damaged.append(part)
        if root is not None and root.getroottree().docinfo.internalDTD is not None:
            raise Refused("WD001", problem=f"{part}: DOCTYPE")
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Where the relationships of a part lead, by identifier; anything outside but links is kept apart."""
        if part in self._relations:
            return self._relations[part]
        folder, name = posixpath.split(part)
        found: dict[str, Relation] = {}
        self._relations[part] = found
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in root.iter(_PACKAGE_RELATIONS) if root is not None else ():
            kind = (each.get("Type") or "").rpartition("/")[2]
            target = each.get("Target") or ""
            relation = Relation(kind, target, is_outside=True)
            if each.get("TargetMode") == "External":
                if kind not in _HARMLESS_OUTSIDE:
                    self.outside.append(relation)
            else:
                inner = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
                relation = Relation(kind, inner)
            found[each.get("Id") or ""] = relation
        return found

    def related(self, part: str, kind: str) -> str:
        """The first part that another names as of a kind; empty when there is none."""
        inner = (each for each in self.relations(part).values() if each.kind == kind and not each.is_outside)
        return next((each.target for each in inner), "")

    def all_related(self, part: str, kind: str) -> tuple[str, ...]:
        """Every part that another names as of a kind."""
        return tuple(e.target for e in self.relations(part).values() if e.kind == kind and not e.is_outside)


def open_package(data: bytes) -> Package:
    """A Word file, opened.

    Raises:
        Refused: it is no Word file that may be read; the rule's page says why and what to do.
    """
    if data.startswith(_OLE):
        raise Refused("WD002" if _ENCRYPTED in data else "WD005" if _OLD_WORD in data else "WD001", problem="OLE")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise Refused("WD001", problem=str(error)) from None
    _within_limits(archive, len(data))
    names = {member.filename.lower().replace("\\", "/").lstrip("/"): member.filename for member in archive.infolist()}
    package = Package(archive, names)
    package.main = package.related("", "officeDocument") or "word/document.xml"
    if package.main.lower() not in names:
        raise Refused("WD001", problem=package.main)
    _without_macros(package)
    return package


def _within_limits(archive: zipfile.ZipFile, size: int) -> None:
    members = archive.infolist()
    declared = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise Refused("WD004", problem=f"{len(members)} > {MOST_MEMBERS}")
    if declared > LARGEST_WHOLE:
        raise Refused("WD004", problem=f"{declared // 1024 // 1024} > {LARGEST_WHOLE // 1024 // 1024} Mo")
    for member in members:
        if member.flag_bits & 1:
            raise Refused("WD002", problem=member.filename)
        if member.file_size > _RATIO_FROM and member.file_size > HIGHEST_RATIO * max(1, member.compress_size):
            raise Refused("WD004", problem=f"{member.filename} × {member.file_size // max(1, member.compress_size)}")
    if declared > _RATIO_FROM and declared > HIGHEST_RATIO * max(1, size):
        raise Refused("WD004", problem=f"× {declared // max(1, size)}")


def _without_macros(package: Package) -> None:
    types = package.read("[Content_Types].xml") or b""
    has_project = any(name.endswith("vbaproject.bin") for name in package.names)
    if has_project or re.search(rb"(?:document|template)\.macroEnabled", types, re.I):
        raise Refused("WD003", problem="vbaProject")


def _parser(recover: bool) -> etree.XMLParser:
    """No entity, no network; libxml2 itself refuses what is nested too deep or swells."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=recover, remove_comments=True
    )
