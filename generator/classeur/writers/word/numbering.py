"""Lists: one definition for bullets and one for numbers, and a fresh count for each numbered list."""

from __future__ import annotations

from classeur.writers.word.wml import NAMESPACES

STEP = 360
"""How far each level stands to the right of the one above, in twentieths of a point."""
DEEPEST = 8
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLETS = "•–▪"
_NUMBERS = (("decimal", "."), ("lowerLetter", ")"), ("lowerRoman", "."))


class Lists:
    """The numbered lists of a file. `first` and `first_abstract` are the identifiers that the template leaves free."""

    def __init__(self, first: int, first_abstract: int) -> None:
        self._bullets, self._numbers = first, first + 1
        self._abstract = first_abstract
        self._next = first + 2
        self._counts: list[str] = []

    @property
    def bullets(self) -> int:
        """The list of all bullets."""
        return self._bullets

    def numbered(self, level: int, start: int, kind: str = "") -> int:
        """A new numbered list, whose level counts from `start`; `kind` is what HTML says: 1, a, A, i or I."""
        identity = self._next
        self._next += 1
        drawn = _level(level, _FORMATS[kind], f"%{level + 1}.") if kind in _FORMATS else ""
        self._counts.append(
            f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{self._abstract + 1}"/>'
            f'<w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{max(0, start)}"/>{drawn}</w:lvlOverride></w:num>'
        )
        return identity

    def abstract_xml(self) -> str:
        """The two definitions."""
        bullets = "".join(_level(n, "bullet", _BULLETS[n % 3]) for n in range(9))
        numbers = "".join(_level(n, _NUMBERS[n % 3][0], f"%{n + 1}{_NUMBERS[n % 3][1]}") for n in range(9))
        return "".join(
            f'<w:abstractNum w:abstractNumId="{self._abstract + place}"><w:multiLevelType w:val="hybridMultilevel"/>'
            f"{levels}</w:abstractNum>"
            for place, levels in enumerate((bullets, numbers))
        )

    def numbers_xml(self) -> str:
        """The lists themselves."""
        common = "".join(
            f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{self._abstract + place}"/></w:num>'
            for place, identity in enumerate((self._bullets, self._numbers))
        )
        return common + "".join(self._counts)


def empty_numbering() -> str:
    """A numbering part without any list."""
    return f"<w:numbering {NAMESPACES}></w:numbering>"


def _level(level: int, kind: str, shown: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )
