"""Names that every file system keeps as they are: references, versions, attachments."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from classeur.model.references import folded, is_reserved_name

RELEASES = "releases"
JOURNAL = "journal"
QUARANTINE = "quarantine"
TEMPORARY = ".tmp-"

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*/]')
_LONGEST = 120
"""In bytes of UTF-8: far below the 255 of file systems, as synchronisers add a suffix to their copies."""


@lru_cache(maxsize=4096)
def is_safe_path(path: str) -> bool:
    """Whether a file of a release may have this path inside its folder, on Windows as elsewhere."""
    return all(_is_safe_part(part) for part in path.split("/"))


def _is_safe_part(part: str) -> bool:
    return (
        0 < len(part.encode("utf-8", "replace")) <= _LONGEST
        and not _REFUSED.search(part)
        and part[0] not in ". ~"
        and part[-1] not in ". "
        and not is_reserved_name(part)
        and unicodedata.is_normalized("NFC", part)
        and not any(unicodedata.category(character) == "Cs" for character in part if not part.isascii())
    )


def same_on_some_disk(path: str) -> str:
    """What two paths share when a disk that ignores case, or a person, would take one for the other."""
    return path.lower() if path.isascii() else folded(path)


def composed(name: str) -> str:
    """A name as the journal writes it: some disks give accents back in two characters."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)
