"""What both forms of the process map share: cards, arcs, band grounds, legend and the `<svg>` around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from classeur.drawings import letters, map_words
from classeur.drawings.letters import FONT_FAMILY, svg_text
from classeur.drawings.map_arcs import points
from classeur.drawings.map_layout import NOTCH, PILL, PILOT_SIZE, Card, Layout, Row
from classeur.drawings.marks import arrow_head, state_mark
from classeur.drawings.markup import element, escaped, number, polyline
from classeur.drawings.theme import FAMILY_COLOURS, colour
from classeur.model.processes import Family
from classeur.views.process_map import ProcessMap
from classeur.wording.translator import Translator

_PARTY_SIZES = (13.0, 12.0, 11.0)


def tone(family: Family) -> str:
    """The palette's name of a family's colour."""
    return FAMILY_COLOURS[family]


def drawing(form: str, width: float, height: float, shown: ProcessMap, words: Translator, parts: Iterable[str]) -> str:
    """The `<svg>` around the parts, with its title and its whole content in words."""
    title, desc = f"cl-map-{form}-title", f"cl-map-{form}-desc"
    name = " : ".join(filter(None, (words("Process map"), shown.organisation)))
    told = element("title", escaped(name), id=title) + element(
        "desc", escaped(map_words.description(shown, words)), id=desc
    )
    return element(
        "svg",
        told + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"cl-map-{form}",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_labelledby=title,
        aria_describedby=desc,
        font_family=FONT_FAMILY,
    )


def band_ground(family: Family, x: float, y: float, width: float, height: float) -> str:
    """The tinted ground of a band."""
    return element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=14,
        fill=colour(f"{tone(family)}-tint"),
        stroke=colour(tone(family)),
        stroke_width=1.2,
    )


def cards(layout: Layout, words: Translator) -> list[str]:
    """Every card, in the order of the map, which is that of the Tab key."""
    return [_card(card, row, words) for row in layout.rows for card in row.cards]


def arcs(layout: Layout) -> str:
    """The arcs, hidden until the script shows them; screen readers get them from the description instead."""
    drawn = []
    for route in layout.plan.routes:
        corners = points(route, layout.plan, layout.ground)
        (_, before), (x, tip) = corners[-2:]
        direction = (0.0, 1.0 if tip > before else -1.0)
        line = [*corners[:-1], (x, tip - direction[1] * 5)]
        drawn.append(
            element(
                "g",
                element("path", d=polyline(line), fill="none", stroke=colour("arc"), stroke_width=2)
                + arrow_head((x, tip), direction, "arc"),
                class_="cl-arc",
                data_from=route.source,
                data_to=route.target,
                opacity=0,
            )
        )
    return element("g", "".join(drawn), class_="cl-arcs", aria_hidden="true", pointer_events="none") if drawn else ""


def legend(words: Translator, x: float, y: float, room: float) -> str:
    """What each mark means, on as many lines as needed; `y` is the middle of the first."""
    parts, place = [], x
    for state, meaning in map_words.legend(words):
        length = 24 + letters.width(meaning, 13)
        if place > x and place + length > x + room:
            place, y = x, y + 24
        parts.append(
            state_mark(state, place + 8, y) + svg_text(place + 22, y + 4.6, [meaning], 13, fill="muted", anchor="start")
        )
        place += length + 22
    return element("g", "".join(parts), class_="cl-legend")


def fitted_parties(
    parties: Sequence[str], room: float, height: float, words: Translator
) -> tuple[float, list[tuple[str, ...]]]:
    """The parties as groups of lines, as large as fits; beyond what fits, how many others there are."""
    for size in _PARTY_SIZES:
        groups = [letters.wrap(party, size, room, most=6) for party in parties]
        if _height(groups, size) <= height:
            return size, groups
    kept = len(parties)
    while kept > 1 and _height([*groups[:kept], ("",)], size) > height:
        kept -= 1
    left = len(parties) - kept
    return size, [*groups[:kept], letters.wrap(words.count("and {n} other", "and {n} others", left), size, room)]


def _height(groups: Sequence[Sequence[str]], size: float) -> float:
    return sum(letters.height(group, size) + 5 for group in groups)


def _card(card: Card, row: Row, words: Translator) -> str:
    """A process: its shape, code, mark, title and pilot, as one link."""
    process, middle, bottom = card.process, card.text_x, row.top + row.height
    pill = letters.width(process.code, 12, bold=True) + 16
    left = middle - (pill + 24) / 2
    line = row.top + 12 + PILL / 2
    pilot_top = bottom - 8 - letters.height(card.pilot, PILOT_SIZE)
    above, below = row.top + 12 + PILL + 4, pilot_top - 4
    title = (above + below - letters.height(card.title, card.size)) / 2 + card.size
    family = tone(card.family)
    parts = [
        element("title", escaped(process.purpose)) if process.purpose.strip() else "",
        element(
            "path",
            d=_outline(card, row),
            class_="cl-shape",
            fill=colour("card"),
            stroke=colour(family),
            stroke_width=1.4,
        ),
        element("rect", x=left, y=row.top + 12, width=pill, height=PILL, rx=PILL / 2, fill=colour(family)),
        svg_text(left + pill / 2, line + 4.3, [process.code], 12, fill="card", weight=700),
        state_mark(process.state, left + pill + 16, line),
        svg_text(middle, title, card.title, card.size, weight=600),
        svg_text(middle, pilot_top + PILOT_SIZE, card.pilot, PILOT_SIZE, fill="muted"),
    ]
    goal = {"href": process.address} if process.address else {"tabindex": "0", "role": "img"}
    label = map_words.process_label(process, words)
    return element(
        "a", "\n".join(filter(None, parts)), **goal, class_="cl-process", data_code=process.code, aria_label=label
    )


def _outline(card: Card, row: Row) -> str:
    left, right, top, bottom = card.x, card.x + card.width, row.top, row.top + row.height
    if card.chevron:
        middle, neck = (top + bottom) / 2, right - NOTCH
        back = f"L{number(left + NOTCH)},{number(middle)}Z" if card.notched else "Z"
        return (
            f"M{number(left)},{number(top)}H{number(neck)}L{number(right)},{number(middle)}"
            f"L{number(neck)},{number(bottom)}H{number(left)}{back}"
        )
    inner, depth = number(card.width - 20), number(row.height - 20)
    return (
        f"M{number(left + 10)},{number(top)}h{inner}a10,10 0 0 1 10,10v{depth}a10,10 0 0 1 -10,10"
        f"h-{inner}a10,10 0 0 1 -10,-10v-{depth}a10,10 0 0 1 10,-10Z"
    )
