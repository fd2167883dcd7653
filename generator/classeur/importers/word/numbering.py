"""Lists: which marks a paragraph's numbering shows, and where it starts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from classeur.importers.word.wml import Element, W, inside, number, value

_LETTERS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_ROMANS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Marks:
    """What a level of a list shows before its items.

    Attributes:
        is_ordered: numbers or letters; bullets otherwise.
        start: the first number.
        letters: how HTML calls numbers that are letters (a, A, i, I); empty for plain numbers.
        pattern: what stands around the number, such as « %1.%2 ».
    """

    is_ordered: bool
    start: int = 1
    letters: str = ""
    pattern: str = ""


@dataclass
class Numbering:
    """The lists of a file."""

    lists: dict[str, Element] = field(default_factory=dict)
    models: dict[str, Element] = field(default_factory=dict)
    _known: dict[tuple[str, int], Marks | None] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None) -> Numbering:
        """The lists that a part describes."""
        found = cls()
        if root is not None:
            found.models = {value(each, "abstractNumId"): each for each in root.findall(W + "abstractNum")}
            found.lists = {value(each, "numId"): each for each in root.findall(W + "num")}
        return found

    @cached_property
    def restarted(self) -> frozenset[str]:
        """The lists that count afresh; the others go on where a list of the same definition stopped."""
        return frozenset(
            identifier
            for identifier, each in self.lists.items()
            if any(inside(override, "startOverride") is not None for override in each.findall(W + "lvlOverride"))
        )

    def marks(self, identifier: str, depth: int) -> Marks | None:
        """What a list shows at a depth; None when nothing is shown: the paragraph is no item."""
        key = (identifier, depth)
        if key not in self._known:
            self._known[key] = self._read_marks(identifier, depth)
        return self._known[key]

    def written(self, identifier: str, depth: int, count: Callable[[int], int]) -> str:
        """The number of a paragraph as Word writes it, such as « 2.1 » or « b) »; `count` tells that of each depth."""
        marks = self.marks(identifier, depth)

        def level(found: re.Match[str]) -> str:
            above = self.marks(identifier, int(found[1]) - 1)
            return number_written(count(int(found[1]) - 1), above.letters) if above and above.is_ordered else ""

        return re.sub(r"%([1-9])", level, marks.pattern) if marks and marks.is_ordered else ""

    def model(self, identifier: str) -> str:
        """The definition that a list follows: two lists of one definition look alike."""
        return value(inside(self.lists.get(identifier), "abstractNumId"))

    def _read_marks(self, identifier: str, depth: int) -> Marks | None:
        each = self.lists.get(identifier)
        if each is None or identifier == "0":
            return None
        start: int | None = None
        level: Element | None = None
        for override in each.findall(W + "lvlOverride"):
            if number(value(override, "ilvl")) == depth:
                level = inside(override, "lvl")
                typed = value(inside(override, "startOverride"))
                start = number(typed) if typed else None
        if level is None:
            level = self._level(self._model_of(each), depth)
        if level is None:
            return Marks(is_ordered=False)
        shown = value(inside(level, "numFmt")) or "decimal"
        if shown == "none" or (shown != "bullet" and not value(inside(level, "lvlText"))):
            return None
        if start is None:
            start = number(value(inside(level, "start")), 1)
        return Marks(shown != "bullet", start, _LETTERS.get(shown, ""), value(inside(level, "lvlText")))

    def _model_of(self, each: Element) -> Element | None:
        """The definition of a list; some only name a style, whose own list holds the levels."""
        model = self.models.get(value(inside(each, "abstractNumId")))
        if model is not None and not model.findall(W + "lvl"):
            linked = value(inside(model, "numStyleLink"))
            return next((m for m in self.models.values() if linked and value(inside(m, "styleLink")) == linked), model)
        return model

    @staticmethod
    def _level(model: Element | None, depth: int) -> Element | None:
        levels = model.findall(W + "lvl") if model is not None else ()
        return next((level for level in levels if number(value(level, "ilvl")) == depth), None)


def number_written(count: int, letters: str) -> str:
    """A number as a list writes it: `letters` is how HTML calls its letters, empty for plain numbers."""
    if letters in ("a", "A"):
        name = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
    elif letters in ("i", "I"):
        name, left = "", count
        for worth, digits in _ROMANS:
            name += digits * (left // worth)
            left %= worth
    else:
        return str(count)
    return name.upper() if letters.isupper() else name
