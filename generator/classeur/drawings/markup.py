"""Small pieces of SVG text: escaping, numbers, shapes. The same values always give the same bytes."""

from __future__ import annotations

import re
from html import escape as _escape

# What XML 1.0 forbids even when escaped: a stray control character in a title must not spoil a page.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Point = tuple[float, float]


def escaped(text: str) -> str:
    """Text that may stand in an element or in a double-quoted attribute."""
    return _escape(_FORBIDDEN.sub("", text), quote=True)


def number(value: float) -> str:
    """A length or coordinate in SVG units, to a tenth, without useless zeros."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """An element; `stroke_width=2` becomes `stroke-width="2"`, `class_` becomes `class`, content is markup already."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def polyline(points: list[Point], radius: float = 6) -> str:
    """The `d` of a path through the points, its corners rounded by at most `radius`."""
    corners = _without_repeats(points)
    steps = [f"M{number(corners[0][0])},{number(corners[0][1])}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        start, end = _towards(corner, before, reach), _towards(corner, after, reach)
        steps.append(f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    if len(corners) > 1:
        steps.append(f"L{_pair(corners[-1])}")
    return "".join(steps)


def _without_repeats(points: list[Point]) -> list[Point]:
    kept = points[:1]
    for point in points[1:]:
        if _distance(kept[-1], point) > 0.05:
            kept.append(point)
    return kept


def _distance(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, goal: Point, reach: float) -> Point:
    share = reach / _distance(start, goal)
    return (start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share)


def _pair(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"
