"""From the policy to the field and back: axes, objectives, actions, indicators, results."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from classeur.model.binder import Binder
from classeur.model.references import folded
from classeur.model.registers.objectives import Objective, ObjectiveState
from classeur.views.quality.actions import ActionFigures, ActionLine
from classeur.views.quality.indicators import IndicatorFigures, IndicatorLine, ProcessIndicators

_NUMBERED = re.compile(r"\s*(\d+)\s*[.):–-]")


@dataclass(frozen=True)
class ObjectiveLine:
    """An objective, what is done for it, and what shows it.

    Attributes:
        indicator: the line of its indicator; None when it names none that the house has.
        actions: those that come from it, or that its indicator judges.
    """

    number: str
    objective: str
    axis: str
    process: str
    target: str
    pilot: str
    due: dt.date | None
    state: ObjectiveState
    settled_on: dt.date | None
    result: str
    why: str
    is_late: bool
    indicator_name: str
    indicator: IndicatorLine | None
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True)
class Axis:
    """An axis of the policy; `others` are its actions that belong to none of its objectives."""

    title: str
    objectives: tuple[ObjectiveLine, ...]
    others: tuple[ActionLine, ...]

    @cached_property
    def actions(self) -> tuple[ActionLine, ...]:
        """Every action of the axis, once."""
        listed = [action for objective in self.objectives for action in objective.actions]
        return tuple({action.number: action for action in (*listed, *self.others)}.values())


@dataclass(frozen=True)
class FieldLine:
    """An indicator of the field, with the objectives that it shows and their axes."""

    indicator: IndicatorLine
    objectives: tuple[ObjectiveLine, ...]
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True)
class FieldProcess:
    """A process, seen from the field."""

    process: ProcessIndicators
    lines: tuple[FieldLine, ...]


@dataclass(frozen=True)
class PolicyToField:
    """Both ways.

    Attributes:
        without_axis: open actions that no axis carries.
    """

    axes: tuple[Axis, ...]
    field: tuple[FieldProcess, ...]
    without_axis: tuple[ActionLine, ...]

    @cached_property
    def counts(self) -> Mapping[ObjectiveState, int]:
        """How many objectives in each state."""
        found = Counter(objective.state for axis in self.axes for objective in axis.objectives)
        return {state: found[state] for state in ObjectiveState if found[state]}


def policy_to_field(binder: Binder, figures: IndicatorFigures, plan: ActionFigures) -> PolicyToField:
    """The axes with their objectives, and the processes with what they serve."""
    indicators = {line.id: line for process in figures.processes for line in process.lines}
    actions = plan.lines
    serving = _serving(actions)
    listed = tuple(_objectives(binder, indicators, serving))
    titles: dict[str, str] = {}
    for title in (*(each.axis for each in listed), *(action.axis for action in actions)):
        if title:
            titles.setdefault(_same(title), title)
    axes = tuple(
        _axis(key, title, listed, actions) for key, title in sorted(titles.items(), key=lambda each: _order(each[1]))
    )
    loose = tuple(each for each in listed if not each.axis)
    if loose:
        axes = (*axes, Axis("", loose, ()))
    shown: dict[str, tuple[ObjectiveLine, ...]] = {}
    for each in listed:
        shown[each.indicator_name] = (*shown.get(each.indicator_name, ()), each)
    field = tuple(_field(process, shown, serving) for process in figures.processes if process.lines)
    return PolicyToField(axes, field, tuple(a for a in actions if a.is_open and not a.axis))


_Serving = Mapping[str, Mapping[str, ActionLine]]
"""By the number of an objective or the id of an indicator, the actions that come from it or that it judges."""


def _serving(actions: Iterable[ActionLine]) -> _Serving:
    found: dict[str, dict[str, ActionLine]] = {}
    for action in actions:
        for name in {action.source, action.indicator} - {""}:
            found.setdefault(name, {})[action.number] = action
    return found


def _objectives(binder: Binder, indicators: Mapping[str, IndicatorLine], serving: _Serving) -> Iterator[ObjectiveLine]:
    told = binder.name_finder.masked
    for each in binder.registers.of(Objective):
        mine = {**serving.get(each.number, {}), **(serving.get(each.indicator, {}) if each.indicator else {})}
        started = _started(each)
        yield ObjectiveLine(
            number=each.number,
            objective=told(each.objective),
            axis=told(each.axis),
            process=each.process,
            target=told(each.target),
            pilot=binder.organisation.name_of(each.pilot) if each.pilot else "",
            due=each.due,
            state=each.state,
            settled_on=each.settled_on,
            result=told(each.result),
            why=told(each.why),
            is_late=each.is_late(binder.today),
            indicator_name=each.indicator,
            indicator=indicators.get(each.indicator),
            actions=tuple(a for a in mine.values() if _is_of_its_time(a, each, started)),
        )


def _started(objective: Objective) -> dt.date:
    """The first day of an objective that was settled: actions decided long after it belong to the next one."""
    return objective.settled_on or dt.date.max


def _is_of_its_time(action: ActionLine, objective: Objective, ends: dt.date) -> bool:
    """Whether an action was decided before the objective was settled."""
    return action.source == objective.number or action.opened_on is None or action.opened_on <= ends


def _axis(key: str, title: str, objectives: tuple[ObjectiveLine, ...], actions: Sequence[ActionLine]) -> Axis:
    mine = tuple(each for each in objectives if each.axis and _same(each.axis) == key)
    served = {action.number for each in mine for action in each.actions}
    others = tuple(a for a in actions if a.axis and _same(a.axis) == key and a.number not in served)
    return Axis(title, mine, others)


def _field(
    process: ProcessIndicators, shown: Mapping[str, tuple[ObjectiveLine, ...]], serving: _Serving
) -> FieldProcess:
    lines = tuple(
        FieldLine(line, shown.get(line.id, ()), tuple(a for a in serving.get(line.id, {}).values() if a.is_open))
        for line in process.lines
    )
    return FieldProcess(process, lines)


def _same(title: str) -> str:
    """What makes two ways of writing an axis one: its number when it has one, else its words."""
    match = _NUMBERED.match(title)
    return match[1] if match else folded(title).strip()


def _order(title: str) -> tuple[int, str]:
    match = _NUMBERED.match(title)
    return (int(match[1]) if match else 1_000, folded(title))
