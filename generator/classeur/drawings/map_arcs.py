"""Where the arcs between processes run: in the channels between rows of cards, never over a card or a foreign band.

Rows are numbered from the top, whatever their band; channel `i` lies just below row `i`. An arc leaves its card by the
bottom or the top edge into a channel, and, when its end is further away, goes round by a riser beside the bands. All
arcs of one source share its lane in a channel and its riser: on the screen they read as one tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from classeur.drawings.markup import Point
from classeur.model.processes import Flow

_RIGHT_END = 1e6
_CLEARANCE = 10.0
_PORT_STEP = 16.0
_PORT_SHIFT = 4.0

Port = tuple[str, bool, str]
"""Card, whether below it, and whose arc: the card itself for those that leave, the source for one that arrives."""


@dataclass(frozen=True)
class Stop:
    """Where arcs may touch a card: its row, the middle of its edges and the length of edge that they may use."""

    row: int
    x: float
    reach: float


@dataclass(frozen=True)
class Route:
    """An arc from card to card, by a first and a last channel (the same for a near end)."""

    source: str
    target: str
    leaves_below: bool
    first: int
    last: int
    enters_below: bool

    @property
    def goes_round(self) -> bool:
        """Whether it needs a riser."""
        return self.first != self.last


@dataclass(frozen=True)
class Plan:
    """The x of each port, the lane of each source in each channel, and the riser of each source."""

    routes: tuple[Route, ...]
    ports: Mapping[Port, float]
    lanes: Mapping[tuple[str, int], int]
    risers: Mapping[str, int]

    def lane_count(self, channel: int) -> int:
        """How many lanes a channel needs."""
        return max((lane + 1 for (_, place), lane in self.lanes.items() if place == channel), default=0)


@dataclass(frozen=True)
class Ground:
    """The drawing's geometry: edges of each row, first lane and step of each channel, first riser and step."""

    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    channels: tuple[tuple[float, float], ...]
    riser: float
    riser_step: float


def routes(flows: Iterable[Flow], rows: Mapping[str, int], last_row: int, below_only: bool) -> tuple[Route, ...]:
    """One route for each pair of processes that exchange something.

    Args:
        below_only: arcs touch only the bottom edge of cards, where titles stand above them.
    """
    pairs = dict.fromkeys((f.source, f.target) for f in flows if f.source in rows and f.target in rows)
    return tuple(_route(a, b, rows[a], rows[b], last_row, below_only) for a, b in pairs if a != b)


def riser_lanes(planned: Iterable[Route]) -> dict[str, int]:
    """The riser of each source that goes round; two sources share one where they do not meet."""
    spans: dict[str, tuple[float, float]] = {}
    for route in planned:
        if route.goes_round:
            low, high = sorted((route.first, route.last))
            known = spans.get(route.source, (low, high))
            spans[route.source] = (min(known[0], low), max(known[1], high))
    return _packed(spans, clearance=0.5)


def plan(planned: tuple[Route, ...], stops: Mapping[str, Stop]) -> Plan:
    """Ports and lanes for routes, once the cards have their place from left to right."""
    ports = _ports(planned, stops)
    spans: dict[int, dict[str, tuple[float, float]]] = defaultdict(dict)
    for route in planned:
        for channel, x in _touches(route, ports):
            low, high = spans[channel].get(route.source, (x, x))
            spans[channel][route.source] = (min(low, x), max(high, x))
    lanes = {
        (source, channel): lane
        for channel in sorted(spans)
        for source, lane in _packed(spans[channel], _CLEARANCE).items()
    }
    return Plan(planned, ports, lanes, riser_lanes(planned))


def points(route: Route, made: Plan, ground: Ground) -> list[Point]:
    """The corners of an arc, from the edge of its source to the edge of its target."""
    leaving_row, entering_row = _rows_of(route)
    start = made.ports[route.source, route.leaves_below, route.source]
    end = made.ports[route.target, route.enters_below, route.source]
    first, last = (_lane_y(route.source, channel, made, ground) for channel in (route.first, route.last))
    corners = [(start, _edge(leaving_row, route.leaves_below, ground)), (start, first)]
    if route.goes_round:
        x = ground.riser + made.risers[route.source] * ground.riser_step
        corners += [(x, first), (x, last)]
    return [*corners, (end, last), (end, _edge(entering_row, route.enters_below, ground))]


def _route(source: str, target: str, start: int, end: int, last_row: int, below_only: bool) -> Route:
    if below_only:
        return Route(source, target, True, start, end, True)
    if start == end:
        below = start < last_row
        return Route(source, target, below, start if below else start - 1, end if below else end - 1, below)
    if start < end:
        return Route(source, target, True, start, end - 1, False)
    return Route(source, target, False, start - 1, end, True)


def _rows_of(route: Route) -> tuple[int, int]:
    """The rows of both ends: an arc that leaves by the top edge is in the channel above its row."""
    return (route.first + (not route.leaves_below), route.last + (not route.enters_below))


def _edge(row: int, below: bool, ground: Ground) -> float:
    return ground.bottoms[row] if below else ground.tops[row]


def _lane_y(source: str, channel: int, made: Plan, ground: Ground) -> float:
    start, step = ground.channels[channel]
    return start + made.lanes[source, channel] * step


def _touches(route: Route, ports: Mapping[Port, float]) -> list[tuple[int, float]]:
    """The channels that an arc uses, each with an x that its lane must reach."""
    start = ports[route.source, route.leaves_below, route.source]
    end = ports[route.target, route.enters_below, route.source]
    touched = [(route.first, start), (route.last, end)]
    return [*touched, (route.first, _RIGHT_END), (route.last, _RIGHT_END)] if route.goes_round else touched


def _ports(planned: tuple[Route, ...], stops: Mapping[str, Stop]) -> dict[Port, float]:
    """Ports of each edge side by side, in the order in which their arcs come, so that few arcs cross."""
    wanted: dict[tuple[str, bool], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for route in planned:
        away = _RIGHT_END if route.goes_round else None
        wanted[route.source, route.leaves_below][route.source].append(away or stops[route.target].x)
        wanted[route.target, route.enters_below][route.source].append(away or stops[route.source].x)
    ports: dict[Port, float] = {}
    for (code, below), arcs in wanted.items():
        ordered = sorted(arcs, key=lambda owner: (sum(arcs[owner]) / len(arcs[owner]), owner))
        step = min(_PORT_STEP, stops[code].reach / len(ordered))
        # Edges that face each other get different columns, else two arcs would lie one on the other.
        middle = stops[code].x + (-_PORT_SHIFT if below else _PORT_SHIFT)
        for index, owner in enumerate(ordered):
            ports[code, below, owner] = middle + (index - (len(ordered) - 1) / 2) * step
    return ports


def _packed(spans: Mapping[str, tuple[float, float]], clearance: float) -> dict[str, int]:
    """A lane for each span, the fewest lanes such that spans of one lane keep their distance."""
    ends: list[float] = []
    lanes: dict[str, int] = {}
    for owner, (low, high) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        free = next((lane for lane, end in enumerate(ends) if end + clearance <= low), len(ends))
        if free == len(ends):
            ends.append(high)
        ends[free] = high
        lanes[owner] = free
    return lanes
