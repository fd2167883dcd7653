"""The words of a reminder: titles and days, never a line of a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from classeur.model.organisation import Organisation
from classeur.model.readings import ReadingTask
from classeur.views.reading_rates import is_late
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


def _until(task: ReadingTask, today: dt.date, words: Translator) -> str:
    if is_late(task, today):
        return words("it was to be read by {day}", day=words.date(task.due))
    return words("to be read by {day}", day=words.date(task.due))
