"""A Word package: parts, relationships, and a zip file whose bytes depend on nothing but them."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from classeur.writers.word.wml import DECLARATION, RELATIONSHIPS, attribute

DOCUMENT = "/word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES: Mapping[str, str] = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXmlProperties": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "xml": "application/xml",
}
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
PICTURES: Mapping[str, str] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
}
_STORED_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class _Relationship:
    kind: str
    target: str
    is_external: bool


@dataclass
class _Part:
    content_type: str
    data: bytes
    relationships: dict[_Relationship, str] = field(default_factory=dict)


@dataclass
class Package:
    """The parts of a .docx under construction; identifiers are counted in the order of the calls."""

    _parts: dict[str, _Part] = field(default_factory=dict)
    _root: _Part = field(default_factory=lambda: _Part("", b""))
    _media: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, content_type: str, data: str | bytes) -> None:
        """Add a part, or replace its content; `name` starts with `/`."""
        content = data.encode("utf-8") if isinstance(data, str) else data
        if name in self._parts:
            self._parts[name].data = content
        else:
            self._parts[name] = _Part(content_type, content)

    def picture(self, data: bytes, extension: str) -> str:
        """The name of the part that holds a picture; the same picture is kept once."""
        key = hashlib.sha256(data).hexdigest() + extension
        if key not in self._media:
            name = f"/word/media/image{len(self._media) + 1}.{extension}"
            self.put(name, PICTURES[extension], data)
            self._media[key] = name
        return self._media[key]

    def relate(self, source: str, kind: str, target: str, external: bool = False) -> str:
        """The identifier of a relationship from a part (empty for the package) to another part or to an address.

        Args:
            kind: the last word of the type, such as `image`, or the whole address of a type.
        """
        part = self._parts[source] if source else self._root
        where = target if external else _seen_from(source, target)
        link = _Relationship(kind if ":" in kind else f"{RELATIONSHIPS}/{kind}", where, external)
        return part.relationships.setdefault(link, f"rId{len(part.relationships) + 1}")

    def to_bytes(self) -> bytes:
        """The file: the same bytes for the same parts, whatever the day and the machine."""
        files = {"[Content_Types].xml": self._content_types(), "_rels/.rels": _relationships(self._root)}
        for name, part in self._parts.items():
            files[name.lstrip("/")] = part.data
            if part.relationships:
                folder, file = posixpath.split(name.lstrip("/"))
                files[f"{folder}/_rels/{file}.rels"] = _relationships(part)
        first = ("[Content_Types].xml", "_rels/.rels")
        return zipped({name: files[name] for name in (*first, *sorted(files.keys() - set(first)))})

    def _content_types(self) -> bytes:
        extensions = {
            name.rpartition(".")[2] for name, part in self._parts.items() if part.content_type in _PICTURE_TYPES
        }
        defaults = {**_DEFAULTS, **{each: PICTURES[each] for each in extensions}}
        told = "".join(
            f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in sorted(defaults.items())
        )
        told += "".join(
            f'<Override PartName="{attribute(name)}" ContentType="{part.content_type}"/>'
            for name, part in sorted(self._parts.items())
            if part.content_type not in _PICTURE_TYPES
        )
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{DECLARATION}<Types xmlns="{space}">{told}</Types>'.encode()


_PICTURE_TYPES = frozenset(PICTURES.values())


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file of these files, in this order, that bears no date and no trace of the machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _STORED_DAY)
            info.compress_type = zipfile.ZIP_STORED if name.endswith((".png", ".docx")) else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 0, 0
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()


def _relationships(part: _Part) -> bytes:
    told = "".join(
        f'<Relationship Id="{identity}" Type="{link.kind}" Target="{attribute(link.target)}"'
        + (' TargetMode="External"/>' if link.is_external else "/>")
        for link, identity in part.relationships.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{space}">{told}</Relationships>'.encode()


def _seen_from(source: str, target: str) -> str:
    """The target as its part writes it."""
    return posixpath.relpath(target, posixpath.dirname(source)) if source else target.lstrip("/")
