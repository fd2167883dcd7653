"""The action plan: what is to be done, by whom, what is late, what was checked."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from classeur.model.binder import Binder
from classeur.model.later import later
from classeur.model.registers.actions import Action, ActionOrigin, ActionState, Priority
from classeur.views.charts import GanttChart, GanttRow, Progress
from classeur.views.quality.usage import year_before

RECENT = dt.timedelta(days=90)
"""How long a finished action stays in the plan drawn over time."""
PLAN_ROWS = 40
"""How many actions the plan over time draws at most, the most urgent first."""


@dataclass(frozen=True)
class ActionLine:
    """An action in a list; no text of it names anybody but its pilot.

    Attributes:
        days_late: how many days ago it should have been done, while it is open.
        waits_for_effect: whether it is done and the check of its effect is overdue.
    """

    number: str
    action: str
    finding: str
    origin: ActionOrigin
    source: str
    axis: str
    process: str
    indicator: str
    pilot: str
    priority: Priority
    state: ActionState
    opened_on: dt.date | None
    due: dt.date | None
    done_on: dt.date | None
    effect: str
    days_late: int
    waits_for_effect: bool
    documents: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in (ActionState.TO_DO, ActionState.IN_PROGRESS)

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not done."""
        return self.days_late > 0

    @property
    def late_from(self) -> dt.date | None:
        """The first day on which it is late, whatever the day of the build."""
        return later(self.due, 1) if self.due else None


@dataclass(frozen=True)
class ActionFigures:
    """The whole plan.

    Attributes:
        lines: the open ones first, the most urgent first; then the latest done; then the abandoned.
        since: the first of the twelve months in which finished actions are counted.
    """

    lines: tuple[ActionLine, ...]
    since: dt.date

    @cached_property
    def counts(self) -> Mapping[ActionState, int]:
        """How many in each state."""
        found = Counter(line.state for line in self.lines)
        return {state: found[state] for state in ActionState if found[state]}

    @cached_property
    def open(self) -> tuple[ActionLine, ...]:
        """Those of which something is still to be done."""
        return tuple(line for line in self.lines if line.is_open)

    @cached_property
    def late(self) -> tuple[ActionLine, ...]:
        """Open ones whose day has passed, the latest first."""
        return tuple(sorted((line for line in self.open if line.is_late), key=lambda line: -line.days_late))

    @cached_property
    def lateness(self) -> tuple[tuple[int, int], ...]:
        """How many are late by at least so many days and less than the next: (1, …), (31, …), (91, …)."""
        found = Counter(1 if line.days_late <= 30 else 31 if line.days_late <= 90 else 91 for line in self.late)
        return tuple((days, found[days]) for days in (1, 31, 91))

    @cached_property
    def done_lately(self) -> tuple[ActionLine, ...]:
        """Those finished in the last twelve months."""
        return tuple(line for line in self.lines if line.done_on and line.done_on >= self.since)

    @cached_property
    def shown(self) -> tuple[ActionLine, ...]:
        """Those that a page lists: the open ones, and those finished in twelve months; a file holds them all."""
        return (*self.open, *self.done_lately)

    @property
    def done_in_time(self) -> int:
        """How many of them were finished by their day."""
        return sum(bool(line.due and line.done_on and line.done_on <= line.due) for line in self.done_lately)

    @cached_property
    def without_effect(self) -> tuple[ActionLine, ...]:
        """Done ones whose effect should have been checked by now."""
        return tuple(line for line in self.lines if line.waits_for_effect)


def action_figures(binder: Binder) -> ActionFigures:
    """The action plan on the binder's day."""
    lines = [action_line(binder, action) for action in binder.registers.of(Action)]
    return ActionFigures(tuple(sorted(lines, key=_urgency)), year_before(binder.today))


def action_line(binder: Binder, action: Action) -> ActionLine:
    """One action."""
    told, today = binder.name_finder.masked, binder.today
    due = action.due
    checked_by = later(action.done_on, binder.organisation.commitments.effect_days) if action.done_on else None
    return ActionLine(
        number=action.number,
        action=told(action.action),
        finding=told(action.finding),
        origin=action.origin,
        source=told(action.source),
        axis=told(action.axis),
        process=action.process,
        indicator=action.indicator,
        pilot=binder.organisation.name_of(action.pilot) if action.pilot else "",
        priority=action.priority,
        state=action.state,
        opened_on=action.opened_on,
        due=due,
        done_on=action.done_on,
        effect=told(action.effect),
        days_late=(today - due).days if due and action.is_late(today) else 0,
        waits_for_effect=action.state is ActionState.DONE and bool(checked_by and checked_by < today),
        documents=action.documents,
    )


def action_plan(lines: Iterable[ActionLine], today: dt.date, key: str, title: str) -> GanttChart:
    """The actions over time: open ones, and those finished lately; one without a day has no bar."""
    shown = [
        line
        for line in lines
        if (line.is_open and (line.due or line.opened_on)) or (line.done_on and line.done_on >= today - RECENT)
    ]
    rows = (_row(line, today) for line in shown[:PLAN_ROWS])
    return GanttChart(key, title, tuple(rows), today)


def _row(line: ActionLine, today: dt.date) -> GanttRow:
    until = line.done_on or line.due or today
    start = min(line.opened_on or until, until)
    progress = {
        ActionState.TO_DO: Progress.TO_COME,
        ActionState.IN_PROGRESS: Progress.RUNNING,
        ActionState.DONE: Progress.DONE,
        ActionState.EFFECTIVE: Progress.CHECKED,
        ActionState.ABANDONED: Progress.TO_COME,
    }[line.state]
    if line.is_late:
        progress = Progress.LATE
    return GanttRow(line.number, line.action, line.pilot, start, until, progress, line.days_late)


def _urgency(line: ActionLine) -> tuple[int, int, str]:
    if line.is_open:
        return 0, (line.due or dt.date.max).toordinal(), line.number
    if line.state is ActionState.ABANDONED:
        return 2, 0, line.number
    return 1, -(line.done_on or dt.date.min).toordinal(), line.number
