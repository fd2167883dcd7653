"""Drawings small enough for a line of a table: the latest measures, and a share of a whole."""

from __future__ import annotations

from classeur.drawings.chart_scale import bounds
from classeur.drawings.markup import element, number
from classeur.drawings.theme import STATE_COLOURS, colour
from classeur.views.quality.indicators import IndicatorLine

_WIDTH, _HEIGHT = 96.0, 26.0


def sparkline(line: IndicatorLine) -> str:
    """The latest measures of an indicator and its target in dashes; empty with fewer than two.

    It is hidden from screen readers: the line of the table says the last measure, the target and the state.
    """
    values = [measure.value for measure in line.latest]
    if len(values) < 2:
        return ""
    levels = values if line.target is None else [*values, line.target]
    ticks = bounds(levels, line.unit == "%")
    low, high = min(levels), max(levels)
    if low == high:
        low, high = ticks[0], ticks[-1]

    def place(order: int, value: float) -> tuple[float, float]:
        x = 3 + (_WIDTH - 8) * order / (len(values) - 1)
        return x, _HEIGHT - 4 - (_HEIGHT - 8) * (value - low) / (high - low)

    points = [place(order, value) for order, value in enumerate(values)]
    path = "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)
    parts = [element("path", d=path, fill="none", stroke=colour("series"), stroke_width=1.6, stroke_linejoin="round")]
    if line.target is not None:
        y = place(0, line.target)[1]
        across = {"stroke": colour("on-target"), "stroke_dasharray": "4 3"}
        parts.insert(0, element("path", d=f"M0,{number(y)}H{number(_WIDTH)}", fill="none", **across))
    parts.append(element("circle", cx=points[-1][0], cy=points[-1][1], r=3, fill=colour(STATE_COLOURS[line.state])))
    return _small("".join(parts), _WIDTH, _HEIGHT, "cl-spark")


def share_bar(percent: int) -> str:
    """A share of a whole as a bar; the number stands beside it."""
    ground = element("rect", x=0, y=0, width=100, height=6, rx=3, fill=colour("grid"))
    filled = element("rect", x=0, y=0, width=max(0, min(100, percent)), height=6, rx=3, fill=colour("series"))
    return _small(ground + (filled if percent > 0 else ""), 100, 6, "cl-share")


def _small(content: str, width: float, height: float, name: str) -> str:
    return element(
        "svg", content, class_=name, viewBox=f"0 0 {number(width)} {number(height)}", aria_hidden="true",
        focusable="false", preserveAspectRatio="none" if name == "cl-share" else "xMidYMid meet",
    )  # fmt: skip
