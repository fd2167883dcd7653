"""What every chart shares: its `<svg>` with name and description, values as people write them, the table beneath."""

from __future__ import annotations

import re
from collections.abc import Sequence

from classeur.drawings.letters import FONT_FAMILY
from classeur.drawings.markup import element, escaped, number
from classeur.drawings.theme import colour
from classeur.views.charts import Level
from classeur.wording.translator import Translator

NARROW, WIDE = 400.0, 860.0
"""The widths of charts in units: a letter of 12 units is read at 360 pixels, and from far when a page is projected."""
SMALL = 11.5
"""The size of the letters of axes; values and names are a little larger."""
NO_BREAK = "\u00a0"
LEVEL_COLOURS = {Level.PLAIN: "series", Level.GOOD: "on-target", Level.WATCH: "watch", Level.BAD: "off-target"}


def svg(
    key: str, form: str, size: tuple[float, float], title: str, description: str, parts: Sequence[str], kind: str
) -> str:
    """A whole chart; `form` tells its two widths apart where a page holds both."""
    root = f"cl-{re.sub(r'[^A-Za-z0-9]+', '-', key)}-{form}"
    told = element("title", escaped(title), id=f"{root}-t") + element("desc", escaped(description), id=f"{root}-d")
    return element(
        "svg",
        told + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"cl-plot cl-plot--{kind} cl-plot--{form}",
        viewBox=f"0 0 {number(size[0])} {number(size[1])}",
        role="img",
        aria_labelledby=f"{root}-t",
        aria_describedby=f"{root}-d",
        font_family=FONT_FAMILY,
    )


def told_value(value: float | None, unit: str, words: Translator) -> str:
    """A value with its unit as people read it: « 6,9 % », « 15 jours »; a dash for none."""
    if value is None:
        return "–"
    return f"{short(value, words)}{NO_BREAK}{unit}" if unit else short(value, words)


def short(value: float, words: Translator) -> str:
    """A number with as many decimals as are worth reading: two under one, one under a hundred, none beyond."""
    digits = 2 if abs(value) < 1 else 1 if abs(value) < 100 else 0
    return words.number(round(value, digits)).replace("-", "−")


def line(points: Sequence[tuple[float, float]], tone: str, breadth: float = 1, dashes: str = "") -> str:
    """A line through points."""
    path = "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)
    more = {"stroke_dasharray": dashes} if dashes else {}
    return element("path", d=path, fill="none", stroke=colour(tone), stroke_width=breadth, **more)


def described(mark: str, told: str) -> str:
    """A mark that says its value to the mouse."""
    return element("g", element("title", escaped(told)) + mark)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str, words: Translator) -> str:
    """The same figures as a table, folded beneath the chart; the first cell of a row is its heading."""
    heads = "".join(element("th", escaped(column), scope="col") for column in columns)
    lines = "".join(
        element(
            "tr",
            element("th", escaped(row[0]) or "–", scope="row")
            + "".join(element("td", escaped(cell) or "–") for cell in row[1:]),
        )
        for row in rows
    )
    caption = element("caption", escaped(title), class_="cl-unseen")
    body = element("table", caption + element("thead", element("tr", heads)) + element("tbody", lines))
    summary = element("summary", escaped(words("Figures")))
    return element("details", summary + body, class_="cl-text-version cl-plot-figures")
