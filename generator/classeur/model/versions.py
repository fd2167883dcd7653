"""A document's version, as people type it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeClass(StrEnum):
    """How far a new version goes: it decides who must read again."""

    MAJOR = "major"
    MINOR = "minor"
    EDITORIAL = "editorial"


@dataclass(frozen=True, order=True)
class Version:
    """A document's version. 1.10 comes after 1.9; 2.1.1 is an editorial version of 2.1; 2 = 2.0."""

    major: int
    minor: int = 0
    editorial: int = 0

    @classmethod
    def parse(cls, text: str) -> Version:
        """The version that a person typed, such as `2`, `2.1` or `2.1.1`.

        Raises:
            ValueError: the text is anything else; a leading zero, a sign and a space are refused.
        """
        parts = text.split(".")
        if not 1 <= len(parts) <= 3 or not all(_is_number(part) for part in parts):
            raise ValueError(f"{text!r} is not a version such as 2.1 or 2.1.1")
        return cls(*map(int, parts))

    @property
    def change(self) -> ChangeClass:
        """The change class that the numbers themselves tell."""
        if self.editorial:
            return ChangeClass.EDITORIAL
        return ChangeClass.MINOR if self.minor else ChangeClass.MAJOR

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}" + (f".{self.editorial}" if self.editorial else "")


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdecimal() and len(part) <= 6 and (part == "0" or part[0] != "0")
