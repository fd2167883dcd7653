"""Shapes shared by the drawings: the mark of an indicator's state, and the arrows between bands."""

from __future__ import annotations

from classeur.drawings.markup import Point, element, number
from classeur.drawings.theme import STATE_COLOURS, colour
from classeur.model.processes import IndicatorState

# Each state has its own shape: colour alone says nothing to one man in twelve, nor to a black and white printer.
_SHAPES = {
    IndicatorState.ON_TARGET: ("M-7,0A7,7 0 1 1 7,0A7,7 0 1 1 -7,0Z", "M-3.2,0.2L-0.8,2.6L3.4,-2.6"),
    IndicatorState.WATCH: ("M0,-7.6L8,6.6H-8Z", "M0,-2.8V1.6M0,4.2V4.4"),
    IndicatorState.OFF_TARGET: ("M-6.6,-6.6H6.6V6.6H-6.6Z", "M-2.9,-2.9L2.9,2.9M2.9,-2.9L-2.9,2.9"),
    IndicatorState.UNKNOWN: ("M-6.2,0A6.2,6.2 0 1 1 6.2,0A6.2,6.2 0 1 1 -6.2,0Z", "M-2.8,0H2.8"),
}


def state_mark(state: IndicatorState, x: float, y: float) -> str:
    """The mark of a state, 16 units wide, centred on a point: check, warning, cross, or a hollow circle with a dash."""
    outline, sign = _SHAPES[state]
    tone, hollow = colour(STATE_COLOURS[state]), state is IndicatorState.UNKNOWN
    shape = element("path", d=outline, fill="none" if hollow else tone, stroke=tone, stroke_width=1.6 if hollow else 0)
    inside = element(
        "path", d=sign, fill="none", stroke=tone if hollow else colour("card"), stroke_width=2, stroke_linecap="round"
    )
    place = f"translate({number(x)},{number(y)})"
    return element("g", shape + inside, class_=f"cl-state cl-state-{state.value.replace('_', '-')}", transform=place)


def block_arrow(start: Point, end: Point, breadth: float, fill: str) -> str:
    """A thick arrow from one point to another, straight down, up or across; `breadth` is that of its head."""
    (x1, y1), (x2, y2) = start, end
    length = abs(x2 - x1) + abs(y2 - y1)
    along = ((x2 - x1) / length, (y2 - y1) / length)
    neck = length - min(breadth * 0.55, length * 0.6)
    outline = [
        (0.0, 0.26),
        (neck, 0.26),
        (neck, 0.5),
        (length, 0.0),
        (neck, -0.5),
        (neck, -0.26),
        (0.0, -0.26),
    ]
    points = [
        (x1 + along[0] * far - along[1] * side * breadth, y1 + along[1] * far + along[0] * side * breadth)
        for far, side in outline
    ]
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), fill=colour(fill))


def arrow_head(tip: Point, direction: Point, fill: str, size: float = 8) -> str:
    """A small filled triangle whose tip is at a point; `direction` is the unit vector in which it flies."""
    (x, y), (dx, dy) = tip, direction
    back, half = (x - dx * size, y - dy * size), size * 0.45
    corners = [tip, (back[0] - dy * half, back[1] + dx * half), (back[0] + dy * half, back[1] - dx * half)]
    return element("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), fill=colour(fill))
