"""The action plan as a table, for its page and for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from classeur.model.binder import Binder
from classeur.views.quality.actions import ActionLine
from classeur.views.tables import Table
from classeur.wording.translator import Translator
from classeur.wording.values import worded

FILE_NAME = "plan-d-actions"


def action_columns(words: Translator) -> tuple[str, ...]:
    """The headings of the list on the page."""
    return (words("No."), words("Action"), words("Process"), words("Pilot"), words("Due"), words("Priority"),
            words("State"), words("Origin"))  # fmt: skip


def action_table(binder: Binder, lines: Iterable[ActionLine], words: Translator) -> Table:
    """Every action, with what the page has no room for."""
    columns = (*action_columns(words), words("Source"), words("Axis"), words("Finding"), words("Opened on"),
               words("Done on"), words("Effect"), words("Result indicator"), words("Days late"))  # fmt: skip
    rows = tuple(
        (line.number, line.action, line.process, line.pilot, line.due, worded(line.priority, words),
         worded(line.state, words), worded(line.origin, words), line.source, line.axis, line.finding, line.opened_on,
         line.done_on, line.effect, line.indicator, line.days_late or None)
        for line in lines
    )  # fmt: skip
    title, name = words("Action plan"), binder.organisation.name
    return Table(FILE_NAME, title, name, binder.today, words.language, columns, rows)
