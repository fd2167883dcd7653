"""The indicators by process, with their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from classeur.model.binder import Binder
from classeur.model.processes import Direction, Family, Frequency, Indicator, IndicatorState, Measure, Process
from classeur.model.registers.actions import Action
from classeur.views.addresses import process_page

SPARKS = 18
"""How many of the latest measures are drawn beside a line."""
LINES_SHOWN = 60
"""Beyond so many indicators, a dashboard shows those that are not on target only."""


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator in a list.

    Attributes:
        before: the measure before the last one.
        latest: the last measures, the oldest first.
        actions: the numbers of the open actions that name it.
        misses: how many of the last measures in a row are not at the target.
    """

    id: str
    title: str
    unit: str
    direction: Direction
    target: float | None
    alert: float | None
    frequency: Frequency
    state: IndicatorState
    last: Measure | None
    before: Measure | None
    latest: tuple[Measure, ...]
    actions: tuple[str, ...]
    misses: int


@dataclass(frozen=True)
class ProcessIndicators:
    """A process and its indicators."""

    code: str
    title: str
    family: Family
    pilot: str
    state: IndicatorState
    address: str
    lines: tuple[IndicatorLine, ...]

    @property
    def watched(self) -> tuple[IndicatorLine, ...]:
        """Those that are not at their target."""
        return tuple(line for line in self.lines if line.state in (IndicatorState.WATCH, IndicatorState.OFF_TARGET))


@dataclass(frozen=True)
class IndicatorFigures:
    """The indicators of the house, the processes in the order of the map."""

    processes: tuple[ProcessIndicators, ...]

    @cached_property
    def counts(self) -> Mapping[IndicatorState, int]:
        """How many in each state, the best first."""
        found = Counter(line.state for process in self.processes for line in process.lines)
        return {state: found[state] for state in IndicatorState if found[state]}

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def is_cut(self) -> bool:
        """Whether a dashboard shows only those that are not on target."""
        return self.total > LINES_SHOWN


def indicator_figures(binder: Binder) -> IndicatorFigures:
    """Every process of a published house, with its indicators."""
    actions = open_actions_by_indicator(binder)
    families = tuple(Family)
    ordered = sorted(binder.process.values(), key=lambda each: (families.index(each.family), each.order, each.code))
    return IndicatorFigures(tuple(_process(binder, each, actions) for each in ordered))


def open_actions_by_indicator(binder: Binder) -> Mapping[str, tuple[str, ...]]:
    """The numbers of the open actions that come from an indicator, or that it will judge."""
    found: dict[str, tuple[str, ...]] = {}
    for action in binder.registers.of(Action):
        if action.is_open:
            for name in {action.indicator, action.source} - {""}:
                found[name] = (*found.get(name, ()), action.number)
    return found


def _process(binder: Binder, process: Process, actions: Mapping[str, tuple[str, ...]]) -> ProcessIndicators:
    return ProcessIndicators(
        code=process.code,
        title=process.title,
        family=process.family,
        pilot=binder.organisation.name_of(process.pilot) if process.pilot else "",
        state=process.state,
        address=process_page(process.code),
        lines=tuple(_line(indicator, actions.get(indicator.id, ())) for indicator in process.indicators),
    )


def _line(indicator: Indicator, actions: tuple[str, ...]) -> IndicatorLine:
    measures = tuple(sorted(indicator.measures, key=lambda measure: measure.period))
    missed = 0
    while missed < len(measures) and indicator.reaches_target(measures[-1 - missed]) is False:
        missed += 1
    return IndicatorLine(
        id=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        direction=indicator.direction,
        target=indicator.target,
        alert=indicator.alert,
        frequency=indicator.frequency,
        state=indicator.state,
        last=measures[-1] if measures else None,
        before=measures[-2] if len(measures) > 1 else None,
        latest=measures[-SPARKS:],
        actions=actions,
        misses=missed,
    )
