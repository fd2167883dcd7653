"""A document's identity: never its path, never reused."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

REFERENCE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
"""What a reference may hold: it is also the name of a folder and of an address."""

CITED = re.compile(r"[A-Z](?<![\w/.@#-][A-Z])[A-Z]{1,3}(?:-[A-Z0-9]{1,10}){1,3}(?![\w@-])")
"""How a reference looks when a writer cites it in running text, such as PR-R2-001. Begun by its capital, for speed."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}

PROCESS_CODE = re.compile(r"[MRS]\d+")
"""How the code of a process looks: management, réalisation, support."""


def is_reference(text: str) -> bool:
    """Whether the text can name a document on every file system and in an address."""
    return bool(REFERENCE.fullmatch(text)) and not is_reserved_name(text)


def is_reserved_name(name: str) -> bool:
    """Whether Windows keeps this name for itself (CON, NUL, LPT1…), whatever its extension."""
    return name.split(".")[0].strip().lower() in _RESERVED


def folded(text: str) -> str:
    """The text without case or accents: two references with the same folded form are confused by people."""
    bare = unicodedata.normalize("NFD", text.casefold())
    if bare.isascii():
        return bare
    return "".join(letter for letter in bare if letter < "\u0300" or not unicodedata.combining(letter))


def places_in_order(references: Sequence[str]) -> tuple[int, ...]:
    """The places of the references that nobody else claims, as people sort them.

    Two that differ only by case or accents are claimed twice.
    """
    names = tuple(map(folded, references))
    claims = Counter(names)
    alone = (place for place, name in enumerate(names) if claims[name] == 1)
    return tuple(sorted(alone, key=lambda place: sort_key(references[place])))


@lru_cache(maxsize=50_000)
def sort_key(reference: str) -> tuple[tuple[int, int, str], ...]:
    """References in the order people expect: PR-R2-9 before PR-R2-10."""
    parts = "".join(c if c.isalnum() else " " for c in reference).split()
    return tuple((0, int(part), "") if part.isascii() and part.isdecimal() else (1, 0, folded(part)) for part in parts)
