"""The room on a chart: its lines, and where a label can stand without touching one of them nor another label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from classeur.drawings import letters
from classeur.drawings.markup import Point

AIR = 2.0
"""The least distance between a label and a line, in units."""
_ABOVE, _BELOW = 0.76, 0.24
"""How far the letters of a line reach from their baseline, in font sizes."""


@dataclass(frozen=True)
class Box:
    """A rectangle, its sides along the axes."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether they have a point in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other one stands wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def is_crossed(self, start: Point, end: Point) -> bool:
        """Whether a straight line between two points goes through it (Liang–Barsky)."""
        (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
        enters, leaves = 0.0, 1.0
        sides = ((-dx, x - self.left), (dx, self.right - x), (-dy, y - self.top), (dy, self.bottom - y))
        for toward, gap in sides:
            if toward == 0:
                if gap < 0:
                    return False
            elif toward < 0:
                enters = max(enters, gap / toward)
            else:
                leaves = min(leaves, gap / toward)
        return enters <= leaves

    def grown(self, by: float) -> Box:
        """The same, larger on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def text_box(x: float, y: float, text: str, size: float, anchor: str = "middle", bold: bool = False) -> Box:
    """The box of a line of text whose baseline is at `y`."""
    width = letters.width(text, size, bold)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left, y - size * _ABOVE, left + width, y + size * _BELOW)


@dataclass
class Room:
    """What is drawn already inside a frame.

    Attributes:
        frame: no label leaves it.
    """

    frame: Box
    _lines: list[tuple[Point, Point]] = field(default_factory=list)
    _boxes: list[Box] = field(default_factory=list)

    def draw(self, points: Sequence[Point]) -> None:
        """A line through points."""
        self._lines += pairwise(points)

    def fill(self, box: Box) -> None:
        """A label, a mark or anything that must not be written on."""
        self._boxes.append(box)

    def is_free(self, box: Box) -> bool:
        """Whether a label may stand there."""
        wide = box.grown(AIR)
        return (
            self.frame.holds(box)
            and not any(wide.touches(other) for other in self._boxes)
            and not any(wide.is_crossed(*line) for line in self._lines)
        )

    def place(
        self, text: str, size: float, spots: Iterable[tuple[float, float, str]], bold: bool = False
    ) -> tuple[float, float, str] | None:
        """The first of the spots (x, baseline, anchor) where a text may stand; it is taken then. None: no room."""
        for x, y, anchor in spots:
            box = text_box(x, y, text, size, anchor, bold)
            if self.is_free(box):
                self.fill(box)
                return x, y, anchor
        return None


def around(x: float, y: float, size: float, gap: float = 6) -> Iterable[tuple[float, float, str]]:
    """Spots around a point, the nearest first: above, below, right, left, then farther."""
    for far in (0.0, 5.0, 10.0, 16.0, 23.0):
        above, below = y - gap - far - size * _BELOW, y + gap + far + size * _ABOVE
        middle = y + size * (_ABOVE - _BELOW) / 2
        yield x, above, "middle"
        yield x, below, "middle"
        yield x + gap + far, middle, "start"
        yield x - gap - far, middle, "end"
        for side in (8.0, 16.0, -8.0, -16.0):
            yield x + side, above, "middle"
            yield x + side, below, "middle"
