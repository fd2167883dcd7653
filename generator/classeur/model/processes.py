"""Processes, what they exchange, and how they are measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from classeur.model.findings import Location


class Family(StrEnum):
    """The three bands of the process map."""

    MANAGEMENT = "management"
    CORE = "core"
    SUPPORT = "support"


FAMILY_LETTERS = {Family.MANAGEMENT: "M", Family.CORE: "R", Family.SUPPORT: "S"}


@dataclass(frozen=True)
class Flow:
    """Something that leaves one end and reaches the other; an end is a process code or an outside party."""

    source: str
    what: str
    target: str


class Direction(StrEnum):
    """Which way an indicator gets better."""

    UP = "up"
    DOWN = "down"


class Frequency(StrEnum):
    """How often an indicator is measured."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class IndicatorState(StrEnum):
    """What the last measure says."""

    ON_TARGET = "on_target"
    WATCH = "watch"
    OFF_TARGET = "off_target"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """From the best (0) to the worst (2); unknown is the lowest, so that it never hides a fault."""
        return {"unknown": -1, "on_target": 0, "watch": 1, "off_target": 2}[self.value]


@dataclass(frozen=True)
class Measure:
    """One measure of an indicator; `period` is `2026`, `2026-Q3` or `2026-09`."""

    period: str
    value: float
    comment: str = ""


@dataclass(frozen=True)
class Indicator:
    """How a process is measured. `target` and `alert` are in `unit`, and None when nobody set them.

    Attributes:
        refused: the keys whose typed value was wrong, and told as such.
    """

    id: str
    title: str
    unit: str = ""
    direction: Direction = Direction.UP
    target: float | None = None
    alert: float | None = None
    frequency: Frequency = Frequency.MONTHLY
    source: str = ""
    measures: tuple[Measure, ...] = ()
    where: Location | None = field(default=None, compare=False)
    refused: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def last(self) -> Measure | None:
        """The latest measure, by period."""
        return max(self.measures, key=lambda measure: measure.period, default=None)

    @property
    def state(self) -> IndicatorState:
        """At the target, between target and alert, or beyond the alert."""
        return self.state_at(self.last) if self.last else IndicatorState.UNKNOWN

    def state_at(self, measure: Measure) -> IndicatorState:
        """What one measure says."""
        if self.target is None:
            return IndicatorState.UNKNOWN
        if self._reaches(measure.value, self.target):
            return IndicatorState.ON_TARGET
        if self.alert is None or not self._reaches(measure.value, self.alert):
            return IndicatorState.OFF_TARGET
        return IndicatorState.WATCH

    def reaches_target(self, measure: Measure) -> bool | None:
        """Whether a measure is at the target or better; None when nobody set one."""
        return None if self.target is None else self._reaches(measure.value, self.target)

    def _reaches(self, value: float, level: float) -> bool:
        return value >= level if self.direction is Direction.UP else value <= level


@dataclass(frozen=True)
class Process:
    """A process sheet's own data; its text is the document `FP-<code>`.

    Attributes:
        indicators_are_faulty: whether a fault of its indicators' file has been told: what is missing may stand there.
    """

    code: str
    title: str
    family: Family
    reference: str
    pilot: str = ""
    deputy: str = ""
    purpose: str = ""
    order: int = 0
    customers: tuple[str, ...] = ()
    inputs: tuple[Flow, ...] = ()
    outputs: tuple[Flow, ...] = ()
    risks: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    indicators_are_faulty: bool = False

    @property
    def state(self) -> IndicatorState:
        """The worst state of its indicators; unknown when none has a measure and a target."""
        return max(
            (indicator.state for indicator in self.indicators), key=lambda s: s.rank, default=IndicatorState.UNKNOWN
        )
