"""The words of a reminder: titles and days, never a line of a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from classeur.model.organisation import Organisation
from classeur.model.readings import ReadingTask
from classeur.views.reading_rates import is_late
from classeur.views.tables import Cell, Table
from classeur.wording.reading_tables import duration
from classeur.wording.translator import Translator


def reminder_subject(organisation: str, tasks: Sequence[ReadingTask], words: Translator) -> str:
    """How many texts, and of which house."""
    said = words.count("{n} text to read", "{n} texts to read", len(tasks))
    return " ".join(f"{organisation} – {said}".split())


def reminder_text(
    name: str,
    house: Organisation,
    tasks: Sequence[ReadingTask],
    titles: Mapping[str, str],
    today: dt.date,
    words: Translator,
) -> str:
    """The whole message, with the address of each text where the site has one."""
    total = duration(sum(task.minutes for task in tasks), words)
    count = words.count("{n} text to read", "{n} texts to read", len(tasks))
    lines = [
        words("Hello {name},", name=name),
        "",
        words("{count}, {duration} in all:", count=count, duration=total),
        "",
    ]
    site = house.site_url.rstrip("/")
    for task in tasks:
        lines.append(f"- {task.reference} {task.version} – {titles.get(task.reference, '')}")
        lines.append(f"  {_until(task, today, words)}, {duration(task.minutes, words)}")
        if site:
            lines.append(f"  {site}/d/{task.reference}/")
    lines += ["", words("Open each text on the intranet, then say that you have read it as its page explains.")]
    return "\n".join([*lines, "", house.name, ""])


def reminders_table(
    house: Organisation,
    today: dt.date,
    written: Mapping[str, Sequence[ReadingTask]],
    unreached: Sequence[str],
    words: Translator,
) -> Table:
    """One line a person: how many texts, how long, the first day that counts, and whether a message can reach them.

    Args:
        written: what the message to each person names.
    """
    columns = (words("Id"), words("Person"), words("E-mail"), words("Texts to read"), words("Minutes"),
               words("Late"), words("First last day"))  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for person, tasks in written.items():
        days = [task.due for task in tasks if task.due]
        late, minutes = sum(is_late(task, today) for task in tasks), sum(task.minutes for task in tasks)
        rows.append((person, house.name_of(person), house.person[person].email, len(tasks), minutes, late,
                     min(days, default=None)))  # fmt: skip
    rows += [(person, house.name_of(person), words("no address"), None, None, None, None) for person in unreached]
    return Table("rappels", words("Reminders"), house.name, today, words.language, columns, tuple(rows))


def _until(task: ReadingTask, today: dt.date, words: Translator) -> str:
    if is_late(task, today):
        return words("it was to be read by {day}", day=words.date(task.due))
    return words("to be read by {day}", day=words.date(task.due))
