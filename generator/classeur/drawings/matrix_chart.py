"""The criticality matrix as SVG: severity across, frequency upwards, the product in the corner of each cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from classeur.drawings import letters
from classeur.drawings.chart_frame import NARROW, SMALL, described, svg
from classeur.drawings.chart_room import Box
from classeur.drawings.letters import svg_text
from classeur.drawings.markup import element
from classeur.drawings.theme import colour
from classeur.model.registers.events import Zone
from classeur.model.registers.values import GRADES
from classeur.views.charts import MatrixChart
from classeur.wording.translator import Translator
from classeur.wording.values import worded

_TINTS = {Zone.ACCEPTABLE: "good-tint", Zone.WATCHED: "watch-tint", Zone.UNACCEPTABLE: "bad-tint"}
_TOP, _CELL, _GAP = 22.0, 44.0, 2.5
_PILL = 10.0
_LEFT = 26.0


def matrix_chart(chart: MatrixChart, words: Translator, width: float = NARROW) -> str:
    """Each cell says how many, or names what stands in it."""
    broad = (width - _LEFT) / len(GRADES)
    cell = max([_CELL, *(8.0 + 18 * len(_rows(names, broad - _GAP - 6)) for names in chart.names.values())])
    bottom = _TOP + cell * len(GRADES)
    parts = [svg_text(0, 13, [words("Frequency")], SMALL, fill="muted", weight=700, anchor="start")]
    for place, frequency in enumerate(reversed(GRADES)):
        top = _TOP + cell * place
        parts.append(svg_text(_LEFT - 9, top + cell / 2 + 4, [str(frequency)], 12.5, anchor="end"))
        for column, severity in enumerate(GRADES):
            here = Box(_LEFT + broad * column, top, _LEFT + broad * (column + 1) - _GAP, top + cell - _GAP)
            parts.append(_cell(chart, (severity, frequency), here, words))
    for column, severity in enumerate(GRADES):
        parts.append(svg_text(_LEFT + broad * (column + 0.5), bottom + 14, [str(severity)], 12.5))
    parts.append(svg_text(width, bottom + 31, [words("Severity")], SMALL, fill="muted", weight=700, anchor="end"))
    parts += _zones(bottom + 31, words)
    return svg(chart.key, "matrix", (width, bottom + 38), chart.title, _said(chart, words), parts, "matrix")


def _cell(chart: MatrixChart, grades: tuple[int, int], place: Box, words: Translator) -> str:
    severity, frequency = grades
    count, named = chart.counts.get(grades, 0), chart.names.get(grades, ())
    tint = colour(_TINTS[chart.zone(severity, frequency)])
    broad, tall = place.right - place.left, place.bottom - place.top
    ground = element("rect", x=place.left, y=place.top, width=broad, height=tall, rx=4, fill=tint)
    corner = svg_text(place.right - 5, place.top + 12, [str(severity * frequency)], 9.5, fill="muted", anchor="end")
    told = words("severity {severity}, frequency {frequency}", severity=severity, frequency=frequency)
    held = "".join(_pills(named, place)) if named else _count(count, place)
    return described(ground + corner + held, f"{told} : {', '.join(named) if named else count}")


def _count(count: int, place: Box) -> str:
    x, y = (place.left + place.right) / 2, (place.top + place.bottom) / 2
    return svg_text(x, y + 6, [str(count)], 17, weight=700) if count else ""


def _rows(names: Sequence[str], broad: float) -> list[list[str]]:
    """The names in rows; the first one is shorter, as the corner of the cell holds the product.

    Names beyond four rows are counted.
    """
    rows: list[list[str]] = [[]]
    left = broad - 12
    for name in names:
        wide = letters.width(name, _PILL, bold=True) + 9
        if rows[-1] and wide > left:
            rows.append([])
            left = broad
        rows[-1].append(name)
        left -= wide
    if len(rows) <= 4:
        return rows
    kept = rows[:4]
    kept[-1] = [f"+{sum(map(len, rows[3:]))}"]
    return kept


def _pills(names: Sequence[str], place: Box) -> Iterator[str]:
    """The names in a cell, each on its own ground."""
    for order, row in enumerate(_rows(names, place.right - place.left - 6)):
        x, y = place.left + 3, place.top + 5 + order * 18
        for name in row:
            wide = letters.width(name, _PILL, bold=True) + 6
            yield element("rect", x=x, y=y, width=wide, height=15, rx=7.5, fill=colour("stream"))
            yield svg_text(x + wide / 2, y + 11, [name], _PILL, fill="card", weight=700)
            x += wide + 3


def _zones(y: float, words: Translator) -> Iterator[str]:
    """What the tints mean."""
    x = 0.0
    for zone, tint in _TINTS.items():
        yield element("rect", x=x, y=y - 10, width=11, height=11, rx=2, fill=colour(tint), stroke=colour("line"))
        told = worded(zone, words)
        yield svg_text(x + 16, y, [told], SMALL, fill="muted", anchor="start")
        x += 16 + letters.width(told, SMALL) + 14


def _said(chart: MatrixChart, words: Translator) -> str:
    told = [
        words("severity {severity}, frequency {frequency}", severity=severity, frequency=frequency)
        + f" : {', '.join(chart.names.get((severity, frequency), ())) or count}"
        for (severity, frequency), count in sorted(chart.counts.items(), key=lambda each: -each[0][0] * each[0][1])
        if count
    ]
    return "; ".join(told) or words("Nothing has been rated yet.")
