"""The pictures of a Word file: named, told apart by what they are, never by what they are called."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from classeur.importers.word.findings import Told
from classeur.importers.word.package import Package
from classeur.model.outline import slug

_KINDS = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
)
_SHOWN = frozenset({"png", "jpg", "gif", "bmp", "webp"})


@dataclass
class Pictures:
    """The pictures met, each kept once, by the name of its file among those of the draft."""

    package: Package
    told: Told
    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def keep(self, part: str) -> str:
        """The name under which the picture of a part is kept; empty when there is no such part."""
        if part not in self._names:
            data = self.package.read(part)
            self._names[part] = self._named(part, data) if data else ""
        return self._names[part]

    def _named(self, part: str, data: bytes) -> str:
        kind = kind_of(data)
        if kind not in _SHOWN:
            self.told.tell("WD010", posixpath.basename(part))
        base = slug(posixpath.splitext(posixpath.basename(part))[0])[:40] or "image"
        name, number = f"{base}.{kind}", 1
        while name in self.files:
            number += 1
            name = f"{base}-{number}.{kind}"
        self.files[name] = data
        return name


def kind_of(data: bytes) -> str:
    """The extension that a picture deserves, by its first bytes; `bin` when nothing is recognised."""
    for start, kind in _KINDS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF":
        return "emf"
    if re.match(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg\b", data[:2000], re.S):
        return "svg"
    if data[:4] in (b"\x01\0\x09\0", b"\x02\0\x09\0"):
        return "wmf"
    return "bin"
