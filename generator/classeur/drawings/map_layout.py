"""Where everything stands on the process map: rows of cards, bands, and the channels where arcs run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from classeur.drawings import letters, map_words
from classeur.drawings.map_arcs import Ground, Plan, Route, Stop, plan, riser_lanes, routes
from classeur.model.processes import Family
from classeur.views.process_map import MapProcess, ProcessMap
from classeur.wording.translator import Translator

NOTCH = 14.0
"""How far the point of a chevron stands out."""
PILL = 19.0
"""Height of the pill that holds a code."""

_CARD_PAD = 9.0
_CHEVRON_GAP = 5.0
_CARD_GAP = 12.0
_WIDEST_CARD = 380.0
_LOWEST_CARD = 104.0
_TITLE_SIZES = (15.0, 14.0, 13.0, 12.0)
_MOST_TITLE_LINES = 5
PILOT_SIZE = 12.5


@dataclass(frozen=True)
class Frame:
    """The fixed measures of one form of the map; `heading` is the height kept above a band's cards for its title."""

    left: float
    right: float
    cards_left: float
    cards_right: float
    per_row: int
    chevrons: bool
    heading: float
    below_only: bool
    gutter: float
    pad: float
    lane_step: float
    riser_step: float


@dataclass(frozen=True)
class Card:
    """A process in its place; `x`, `width` are those of its shape, `text_x` and the lines those of its text."""

    process: MapProcess
    family: Family
    x: float
    width: float
    text_x: float
    notched: bool
    size: float
    title: tuple[str, ...]
    pilot: tuple[str, ...]
    chevron: bool

    @property
    def needed(self) -> float:
        """The height that its text asks for."""
        title = letters.height(self.title, self.size)
        return max(_LOWEST_CARD, 12 + PILL + 10 + title + 8 + letters.height(self.pilot, PILOT_SIZE) + 8)


@dataclass(frozen=True)
class Row:
    """Cards side by side."""

    family: Family
    cards: tuple[Card, ...]
    top: float
    height: float


@dataclass(frozen=True)
class BandBox:
    """The ground of a band."""

    family: Family
    top: float
    bottom: float
    is_empty: bool


@dataclass(frozen=True)
class Layout:
    """The bands and cards in place, with the arcs planned between them."""

    frame: Frame
    rows: tuple[Row, ...]
    bands: tuple[BandBox, ...]
    plan: Plan
    ground: Ground

    @property
    def bottom(self) -> float:
        """The lower edge of the last band."""
        return self.bands[-1].bottom

    def gap(self, above: Family, below: Family) -> tuple[float, float]:
        """The free height between two bands that follow each other."""
        return self.band(above).bottom, self.band(below).top

    def band(self, family: Family) -> BandBox:
        """The band of a family."""
        return next(band for band in self.bands if band.family is family)

    def first_port(self, channel: int) -> float:
        """The leftmost x that an arc uses in a channel, or that of the last card's edge when none runs there."""
        used = [
            x
            for route in self.plan.routes
            for at, key in (
                (route.first, (route.source, route.leaves_below, route.source)),
                (route.last, (route.target, route.enters_below, route.source)),
            )
            if at == channel
            for x in (self.plan.ports[key],)
        ]
        return min(used, default=self.frame.cards_right)


def split(shown: ProcessMap, per_row: int) -> list[tuple[Family, tuple[MapProcess, ...]]]:
    """The rows of every band, of much the same length; an empty band keeps one empty row."""
    rows: list[tuple[Family, tuple[MapProcess, ...]]] = []
    for band in shown.bands:
        count = max(1, -(-len(band.processes) // per_row))
        longest = max(1, -(-len(band.processes) // count))
        starts = range(0, max(1, len(band.processes)), longest)
        rows += [(band.family, band.processes[start : start + longest]) for start in starts]
    return rows


def planned_routes(shown: ProcessMap, per_row: int, below_only: bool) -> tuple[Route, ...]:
    """The arcs' routes, which depend only on who is in which row."""
    rows = split(shown, per_row)
    row_of = {process.code: index for index, (_, row) in enumerate(rows) for process in row}
    return routes(shown.flows, row_of, len(rows) - 1, below_only)


def riser_count(planned: Sequence[Route]) -> int:
    """How many risers stand beside the bands."""
    return max(riser_lanes(planned).values(), default=-1) + 1


def arrange(shown: ProcessMap, words: Translator, frame: Frame, top: float, planned: tuple[Route, ...]) -> Layout:
    """Everything in its place below `top`."""
    cards = [_cards(family, row, frame, words) for family, row in split(shown, frame.per_row)]
    families = [family for family, _ in split(shown, frame.per_row)]
    made = plan(planned, _stops(cards))
    return _stacked(families, cards, frame, top, made)


def _cards(family: Family, row: Sequence[MapProcess], frame: Frame, words: Translator) -> tuple[Card, ...]:
    if not row:
        return ()
    chevron = frame.chevrons and family is Family.CORE
    overlap = NOTCH - _CHEVRON_GAP if chevron else -_CARD_GAP
    room = frame.cards_right - frame.cards_left
    width = (room + overlap * (len(row) - 1)) / len(row)
    if frame.per_row > 2:
        width = min(width, _WIDEST_CARD)
    x = frame.cards_left + (room - (width * len(row) - overlap * (len(row) - 1))) / 2
    return tuple(
        _card(process, family, x + index * (width - overlap), width, chevron, index > 0, words)
        for index, process in enumerate(row)
    )


def _card(
    process: MapProcess, family: Family, x: float, width: float, chevron: bool, notched: bool, words: Translator
) -> Card:
    start = x + (NOTCH + 4 if chevron and notched else _CARD_PAD)
    end = x + width - (NOTCH + 4 if chevron else _CARD_PAD)
    size, title = fitted_title(process.title, end - start)
    pilot = letters.wrap(map_words.pilot(process, words), PILOT_SIZE, end - start, most=3)
    return Card(process, family, x, width, (start + end) / 2, notched, size, title, pilot, chevron)


def fitted_title(title: str, room: float) -> tuple[float, tuple[str, ...]]:
    """The largest size at which a title keeps its words whole in a few lines, else the smallest; and its lines."""
    for size in _TITLE_SIZES:
        lines = letters.wrap(title, size, room, bold=True)
        if len(lines) <= _MOST_TITLE_LINES and not letters.breaks_a_word(title, size, room, bold=True):
            break
    return size, lines


def _stops(rows: Sequence[Sequence[Card]]) -> Mapping[str, Stop]:
    stops = {}
    for index, row in enumerate(rows):
        for card in row:
            point = NOTCH if card.chevron else 0
            reach = card.width - point - 40
            stops[card.process.code] = Stop(index, card.x + (card.width - point) / 2, reach)
    return stops


def _stacked(families: list[Family], cards: list[tuple[Card, ...]], frame: Frame, top: float, made: Plan) -> Layout:
    """Rows one below the other, each channel as high as its lanes ask."""
    rows: list[Row] = []
    bands: list[BandBox] = []
    channels: list[tuple[float, float]] = []
    y = opened = top
    for index, (family, row) in enumerate(zip(families, cards, strict=True)):
        if index == 0 or families[index - 1] is not family:
            opened, y = y, y + frame.heading + frame.pad
        height = max((card.needed for card in row), default=_LOWEST_CARD if not frame.heading else 40)
        rows.append(Row(family, row, y, height))
        y += height
        closes = index + 1 == len(families) or families[index + 1] is not family
        crossing = closes and not frame.below_only
        depth, first, step = _channel(made.lane_count(index), crossing, frame)
        channels.append((y + (frame.pad if crossing else 0) + first, step))
        if closes:
            bottom = y + (frame.pad if crossing else max(frame.pad, depth))
            bands.append(BandBox(family, opened, bottom, not row))
            y = bottom + (depth if crossing else frame.gutter)
        else:
            y += depth
    ground = Ground(
        tuple(row.top for row in rows),
        tuple(row.top + row.height for row in rows),
        tuple(channels),
        frame.right + 9,
        frame.riser_step,
    )
    return Layout(frame, tuple(rows), tuple(bands), made, ground)


def _channel(lanes: int, between_bands: bool, frame: Frame) -> tuple[float, float, float]:
    """The depth of a channel, where its first lane lies in it, and the step from lane to lane."""
    step = min(frame.lane_step, 90 / max(1, lanes - 1))
    span = step * max(0, lanes - 1)
    depth = max(frame.gutter, span + 28) if between_bands else max(frame.pad, span + 26 if lanes else 0)
    return depth, (depth - span) / 2, step
