"""What stands where on a drawn chart, read from its SVG: the boxes of its words, its strokes, its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree import ElementTree

from classeur.drawings import letters

SVG = "{http://www.w3.org/2000/svg}"
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
Place = tuple[float, float]


@dataclass(frozen=True)
class Words:
    """A line of text and its box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Words) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_crossed(self, start: Place, end: Place) -> bool:
        """Whether a stroke passes through: some point of it, taken every tenth of a unit, stands inside."""
        (x, y), (x2, y2) = start, end
        if max(x, x2) < self.left or min(x, x2) > self.right or max(y, y2) < self.top or min(y, y2) > self.bottom:
            return False
        length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        count = max(1, int(length * 10))
        return any(
            self.left < start[0] + (end[0] - start[0]) * i / count < self.right
            and self.top < start[1] + (end[1] - start[1]) * i / count < self.bottom
            for i in range(count + 1)
        )


def words_of(svg: str) -> list[Words]:
    """Every line of text."""
    return list(_words(ElementTree.fromstring(svg)))


def strokes_of(svg: str) -> list[tuple[Place, Place]]:
    """Every straight piece that is drawn with a pen: lines, curves of measures, outlines."""
    found: list[tuple[Place, Place]] = []
    for node in ElementTree.fromstring(svg).iter():
        if node.get("stroke") in (None, "none"):
            continue
        name = node.tag.removeprefix(SVG)
        points = [(float(x), float(y)) for x, y in _PAIR.findall(node.get("d") or node.get("points") or "")]
        if name == "polygon":
            points.append(points[0])
        if name == "rect":
            x, y, width, height = (float(node.get(key, "0")) for key in ("x", "y", "width", "height"))
            points = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        found += pairwise(points)
    return found


def words_on_a_stroke(svg: str) -> list[str]:
    """The texts that sit on a stroke."""
    strokes = strokes_of(svg)
    return [each.text for each in words_of(svg) if any(each.is_crossed(*stroke) for stroke in strokes)]


def words_on_words(svg: str) -> list[tuple[str, str]]:
    """The texts that sit on one another."""
    return [(one.text, other.text) for one, other in combinations(words_of(svg), 2) if one.overlaps(other)]


def words_outside(svg: str) -> list[str]:
    """The texts that leave the drawing."""
    _, _, width, height = map(float, (ElementTree.fromstring(svg).get("viewBox") or "").split())
    return [
        each.text
        for each in words_of(svg)
        if each.left < -0.6 or each.right > width + 0.6 or each.top < -0.6 or each.bottom > height + 0.6
    ]


def _words(root: ElementTree.Element) -> Iterator[Words]:
    for node in root.iter(f"{SVG}text"):
        size, bold = float(node.get("font-size", "0")), int(node.get("font-weight", "400")) >= 600
        for line in node.iter(f"{SVG}tspan"):
            whole = line.text or ""
            width = letters.width(whole, size, bold)
            anchor = node.get("text-anchor")
            left = float(line.get("x", "0")) - {"middle": width / 2, "end": width}.get(anchor or "", 0.0)
            right = left + letters.width(whole.rstrip(), size, bold)
            y = float(line.get("y", "0"))
            yield Words(whole.strip(), left, y - size * 0.74, right, y + size * 0.2)
