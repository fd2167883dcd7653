"""The lines of a front matter as the tool types them, each with what it says to the writer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from classeur.model.references import PROCESS_CODE

_WIDE = 40
"""A longer value does not push the notes of the others to the right."""


@dataclass(frozen=True)
class TypedLine:
    """A key, its value as YAML, and the note beside it."""

    key: str
    value: str
    said: str = ""


def front_matter(lines: Sequence[TypedLine]) -> str:
    """The whole front matter, notes under each other."""
    said = [len(f"{line.key}: {line.value}") for line in lines if line.said and len(line.value) < _WIDE]
    width = max(said, default=0)
    return "---\n" + "".join(_text(line, width) for line in lines) + "---\n"


def _text(line: TypedLine, width: int) -> str:
    text = f"{line.key}: {line.value}".rstrip() if line.value else f"{line.key}:"
    return f"{text.ljust(width)}   # {line.said}\n" if line.said else f"{text}\n"


def quoted(text: str) -> str:
    """A YAML value that stays what was typed."""
    clean = " ".join(text.split())
    if re.search(r"[:#\[\]{}&*!|>'\"%@`,]|^[-?\s]|^$", clean) or PROCESS_CODE.fullmatch(clean):
        return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return clean
