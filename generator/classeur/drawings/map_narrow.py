"""The process map on a phone: needs first, three bands, satisfaction last."""

from __future__ import annotations

from collections.abc import Sequence

from classeur.drawings import letters, map_cards, map_words
from classeur.drawings.letters import svg_text
from classeur.drawings.map_layout import Frame, Layout, arrange, planned_routes, riser_count
from classeur.drawings.marks import arrow_head, block_arrow
from classeur.drawings.markup import element, polyline
from classeur.drawings.theme import colour
from classeur.model.processes import Family
from classeur.views.process_map import ProcessMap
from classeur.wording import states
from classeur.wording.translator import Translator

_WIDTH = 390.0
_ARROW = 30.0
_MOST_PARTY_LINES = 5
_FEEDBACK_X = 7.0


def narrow(shown: ProcessMap, words: Translator) -> str:
    """The map as a portrait `<svg>`, two cards a row."""
    planned = planned_routes(shown, 2, below_only=True)
    frame = narrow_frame(riser_count(planned), bool(shown.feedback))
    needs, needs_bottom = _block(shown.needs, words("Needs and expectations"), 6, frame, words)
    layout = arrange(shown, words, frame, needs_bottom + _ARROW + 8, planned)
    satisfaction_top = layout.bottom + _ARROW + 8
    satisfaction, bottom = _block(shown.satisfaction, words("Satisfaction"), satisfaction_top, frame, words)
    feedback, feedback_bottom = _feedback(shown, layout, (satisfaction_top + bottom) / 2, bottom, words)
    middle = (frame.left + frame.right) / 2
    parts = [
        needs,
        block_arrow((middle, needs_bottom + 4), (middle, layout.bands[0].top - 4), 44, "stream"),
        *(_band(layout, family, words) for family in Family),
        map_cards.arcs(layout),
        *(_bringing_arrow(layout, family, words) for family in (Family.MANAGEMENT, Family.SUPPORT)),
        *map_cards.cards(layout, words),
        block_arrow((middle, layout.bottom + 4), (middle, satisfaction_top - 4), 44, "stream"),
        satisfaction,
        feedback,
        map_cards.legend(words, frame.left, feedback_bottom + 22, frame.right - frame.left),
    ]
    return map_cards.drawing("narrow", _WIDTH, feedback_bottom + 62, shown, words, parts)


def narrow_frame(risers: int, has_feedback: bool) -> Frame:
    """The measures of a phone, with room on the right for the risers and on the left for the feedback line."""
    left = 20.0 if has_feedback else 6.0
    step = min(4.0, 20 / max(1, risers))
    right = _WIDTH - 6 - (risers * step + 8 if risers else 0)
    return Frame(
        left=left,
        right=right,
        cards_left=left + 10,
        cards_right=right - 10,
        per_row=2,
        chevrons=False,
        heading=28,
        below_only=True,
        gutter=52,
        pad=12,
        lane_step=4,
        riser_step=step,
    )


def _block(parties: Sequence[str], title: str, top: float, frame: Frame, words: Translator) -> tuple[str, float]:
    """A dark block over the width of the bands, and its lower edge."""
    room = frame.right - frame.left - 28
    lines = _party_lines(parties, room, words)
    height = 38 + (letters.height(lines, 13) + 6 if lines else 0)
    middle = (frame.left + frame.right) / 2
    parts = [
        element(
            "rect", x=frame.left, y=top, width=frame.right - frame.left, height=height, rx=12, fill=colour("pillar")
        ),
        svg_text(middle, top + 25, [title], 16, fill="pillar-ink", weight=700),
        svg_text(middle, top + 46, lines, 13, fill="pillar-soft"),
    ]
    return element("g", "".join(parts), class_="cl-pillar"), top + height


def _party_lines(parties: Sequence[str], room: float, words: Translator) -> tuple[str, ...]:
    lines = letters.wrap(", ".join(parties), 13, room)
    kept = len(parties)
    while len(lines) > _MOST_PARTY_LINES and kept > 1:
        kept -= 1
        others = words.count("and {n} other", "and {n} others", len(parties) - kept)
        lines = letters.wrap(f"{', '.join(parties[:kept])} {others}", 13, room)
    return lines


def _band(layout: Layout, family: Family, words: Translator) -> str:
    frame, box = layout.frame, layout.band(family)
    title = states.family_title(family, words)
    parts = [
        map_cards.band_ground(family, frame.left, box.top, frame.right - frame.left, box.bottom - box.top),
        svg_text(frame.left + 14, box.top + 26, [title], 15, fill=map_cards.tone(family), weight=700, anchor="start"),
    ]
    if box.is_empty:
        sentence = letters.wrap(words("No process described yet in this family."), 13, frame.right - frame.left - 28)
        parts.append(svg_text(frame.left + 14, box.top + 54, sentence, 13, fill="muted", anchor="start"))
    return "".join(parts)


def _bringing_arrow(layout: Layout, family: Family, words: Translator) -> str:
    """What management and support bring to the core band, in words beside the arrow."""
    above, below = layout.band(Family.MANAGEMENT), layout.band(Family.CORE)
    if family is Family.SUPPORT:
        above, below = below, layout.band(Family.SUPPORT)
    start, end, x = above.bottom + 7, below.top - 7, layout.frame.left + 36
    ends = ((x, start), (x, end)) if family is Family.MANAGEMENT else ((x, end), (x, start))
    lines = letters.wrap(map_words.band_gives(family, words), 13, layout.frame.right - x - 40, most=2)
    y = (start + end) / 2 - letters.height(lines, 13) / 2 + 12
    return block_arrow(*ends, 40, "line") + svg_text(x + 32, y, lines, 13, fill="muted", anchor="start")


def _feedback(shown: ProcessMap, layout: Layout, start: float, below: float, words: Translator) -> tuple[str, float]:
    """The dashed line up the left edge to the process that listens; its words, and their lower edge."""
    found = [(row, card) for row in layout.rows for card in row.cards if card.process.code == shown.feedback]
    if shown.feedback is None or not found:
        return "", below
    row, card = found[0]
    goal = card.x if card is row.cards[0] else layout.frame.left
    y = row.top + row.height / 2
    left = layout.frame.left
    path = polyline([(left, start), (_FEEDBACK_X, start), (_FEEDBACK_X, y), (goal - 5, y)], 8)
    lines = letters.wrap(map_words.feedback(shown.feedback, words), 13, layout.frame.right - left - 8, most=3)
    drawn = (
        element(
            "path",
            d=path,
            fill="none",
            stroke=colour("line"),
            stroke_width=1.8,
            stroke_dasharray="6 5",
            class_="cl-feedback",
        )
        + arrow_head((goal, y), (1, 0), "line", 9)
        + svg_text(left + 4, below + 20, lines, 13, fill="muted", anchor="start")
    )
    return drawn, below + 8 + letters.height(lines, 13)
