"""The process map as accessible SVG: one form for wide screens and paper, one for phones."""

from __future__ import annotations

from collections.abc import Sequence

from classeur.drawings import letters, map_cards, map_words
from classeur.drawings.letters import svg_text
from classeur.drawings.map_layout import Frame, Layout, arrange, planned_routes, riser_count
from classeur.drawings.map_narrow import narrow
from classeur.drawings.marks import arrow_head, block_arrow
from classeur.drawings.markup import element, escaped, polyline
from classeur.drawings.theme import colour
from classeur.model.processes import Family
from classeur.views.process_map import ProcessMap
from classeur.wording import states
from classeur.wording.translator import Translator

__all__ = ["both", "narrow", "wide"]

_WIDTH = 1240.0
_MARGIN = 4.0
_PILLAR = 122.0
_GUTTER = 44.0
_TITLE_COLUMN = 134.0
_PER_ROW = 6
_LANE = 6.0
_WIDEST_RISERS = 60.0
_GIVES_SIZES = (13.0, 12.0, 11.0)
_ARROW_LENGTH = 52.0


def both(shown: ProcessMap, words: Translator) -> str:
    """The two forms and the data of the script, for a page; the style sheet shows one form or the other."""
    button = element(
        "button",
        escaped(words("All interactions")),
        type="button",
        class_="cl-map-all",
        aria_pressed="false",
        hidden="",
    )
    data = element("script", map_words.script_data(shown, words), type="application/json", class_="cl-map-data")
    parts = [
        element("p", button, class_="cl-map-tools"),
        wide(shown, words),
        narrow(shown, words),
        '<p class="cl-map-info" aria-live="polite"></p>',
        data,
    ]
    return element("div", "\n".join(["", *parts, ""]), class_="cl-map")


def wide(shown: ProcessMap, words: Translator) -> str:
    """The map as a landscape `<svg>`: needs on the left, three bands, satisfaction on the right."""
    planned = planned_routes(shown, _PER_ROW, below_only=False)
    layout = arrange(shown, words, wide_frame(riser_count(planned)), 44 if shown.feedback else 8, planned)
    height = layout.bottom + 42
    parts = [
        *(_band(layout, family, words) for family in Family),
        map_cards.arcs(layout),
        _pillar(shown.needs, words("Needs and expectations"), _MARGIN, layout, words),
        _pillar(shown.satisfaction, words("Satisfaction"), _WIDTH - _MARGIN - _PILLAR, layout, words),
        _through_arrows(layout),
        *(_bringing_arrow(layout, family, words) for family in (Family.MANAGEMENT, Family.SUPPORT)),
        _feedback(shown, layout, words),
        *map_cards.cards(layout, words),
        map_cards.legend(words, _MARGIN, height - 16, _WIDTH - 2 * _MARGIN),
    ]
    return map_cards.drawing("wide", _WIDTH, height, shown, words, parts)


def wide_frame(risers: int) -> Frame:
    """The measures of the landscape form, with room beside the bands for the risers."""
    left = _MARGIN + _PILLAR + _GUTTER
    step = min(_LANE, _WIDEST_RISERS / max(1, risers))
    right = _WIDTH - _MARGIN - _PILLAR - max(_GUTTER, 18 + risers * step)
    return Frame(
        left=left,
        right=right,
        cards_left=left + _TITLE_COLUMN,
        cards_right=right - 14,
        per_row=_PER_ROW,
        chevrons=True,
        heading=0,
        below_only=False,
        gutter=70,
        pad=14,
        lane_step=_LANE,
        riser_step=step,
    )


def _band(layout: Layout, family: Family, words: Translator) -> str:
    """The ground of a band, its name in a column on the left, where no arc ever runs."""
    frame, box = layout.frame, layout.band(family)
    title = letters.wrap(states.family_title(family, words), 15.5, _TITLE_COLUMN - 28, bold=True)
    role = letters.wrap(map_words.band_role(family, words), 13, _TITLE_COLUMN - 28)
    name_height = letters.height(title, 15.5)
    top = (box.top + box.bottom - name_height - 6 - letters.height(role, 13)) / 2
    parts = [
        map_cards.band_ground(family, frame.left, box.top, frame.right - frame.left, box.bottom - box.top),
        svg_text(frame.left + 16, top + 15, title, 15.5, fill=map_cards.tone(family), weight=700, anchor="start"),
        svg_text(frame.left + 16, top + name_height + 6 + 13, role, 13, fill="muted", anchor="start"),
    ]
    if box.is_empty:
        sentence = words("No process described yet in this family.")
        middle = (frame.cards_left + frame.cards_right) / 2
        parts.append(svg_text(middle, (box.top + box.bottom) / 2 + 5, [sentence], 14, fill="muted"))
    return "".join(parts)


def _pillar(parties: Sequence[str], title: str, x: float, layout: Layout, words: Translator) -> str:
    """A pillar over the height of the bands: a title and the parties."""
    top, height, room = layout.bands[0].top, layout.bottom - layout.bands[0].top, _PILLAR - 16
    name = letters.wrap(title, 16, room, bold=True)
    size, groups = map_cards.fitted_parties(parties, room, height - letters.height(name, 16) - 60, words)
    used = letters.height(name, 16) + 12 + sum(letters.height(group, size) + 5 for group in groups)
    y = top + (height - used) / 2 + 16
    middle = x + _PILLAR / 2
    parts = [
        element("rect", x=x, y=top, width=_PILLAR, height=height, rx=12, fill=colour("pillar")),
        svg_text(middle, y, name, 16, fill="pillar-ink", weight=700),
    ]
    y += letters.height(name, 16) + 10
    for group in groups:
        parts.append(svg_text(middle, y, group, size, fill="pillar-soft"))
        y += letters.height(group, size) + 5
    return element("g", "".join(parts), class_="cl-pillar")


def _through_arrows(layout: Layout) -> str:
    """From the needs into the first row of the core chain, and from its last row to satisfaction."""
    rows = [row for row in layout.rows if row.family is Family.CORE]
    first, last = (row.top + row.height / 2 for row in (rows[0], rows[-1]))
    left, right, pillar = layout.frame.left, layout.frame.right, _WIDTH - _MARGIN - _PILLAR
    entering = block_arrow((left - _GUTTER + 4, first), (left - 4, first), 46, "stream")
    return entering + block_arrow((right + 4, last), (pillar - 4, last), 46, "stream")


def _bringing_arrow(layout: Layout, family: Family, words: Translator) -> str:
    """What management and support bring to the core band, in the gutter, left of the first arc."""
    downwards = family is Family.MANAGEMENT
    above, below = (Family.MANAGEMENT, Family.CORE) if downwards else (Family.CORE, Family.SUPPORT)
    start, end = layout.gap(above, below)
    middle, left = (start + end) / 2, layout.frame.left
    reach = _ARROW_LENGTH / 2 if downwards else -_ARROW_LENGTH / 2
    arrow = block_arrow((left + 34, middle - reach), (left + 34, middle + reach), 42, "line")
    channel = next(index for index, row in enumerate(layout.rows) if row.family is below) - 1
    room = min(330.0, layout.first_port(channel) - 12 - (left + 64))
    text = map_words.band_gives(family, words)
    for size in _GIVES_SIZES:
        lines = letters.wrap(text, size, room)
        if letters.height(lines, size) <= end - start - 8 and not letters.breaks_a_word(text, size, room):
            break
    y = middle - letters.height(lines, size) / 2 + size
    return arrow + svg_text(left + 64, y, lines, size, fill="muted", anchor="start")


def _feedback(shown: ProcessMap, layout: Layout, words: Translator) -> str:
    """The dashed line from satisfaction back to the process that listens, its words above it."""
    code = shown.feedback
    found = [(row, card) for row in layout.rows for card in row.cards if card.process.code == code]
    if code is None or not found:
        return ""
    row, card = found[0]
    start, line, top = _WIDTH - _MARGIN - _PILLAR / 2, 26.0, layout.bands[0].top
    goal = row.top if row is layout.rows[0] else top
    x = card.x + card.width / 2
    path = polyline([(start, top), (start, line), (x, line), (x, goal - 6)], 8)
    words_end = min(max(x, 520.0) + (start - max(x, 520.0)) / 2, _WIDTH)
    label = letters.wrap(map_words.feedback(code, words), 13, 620, most=1)
    half = letters.width(label[0], 13) / 2
    middle = min(words_end, _WIDTH - _MARGIN - half)
    return (
        element(
            "path",
            d=path,
            fill="none",
            stroke=colour("line"),
            stroke_width=1.8,
            stroke_dasharray="6 5",
            class_="cl-feedback",
        )
        + arrow_head((x, goal), (0, 1), "line", 9)
        + svg_text(middle, line - 9, label, 13, fill="muted")
    )
