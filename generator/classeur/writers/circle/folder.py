"""The papers of a meeting: its agenda as a page and as a Word file, and the year's dates for a calendar."""

from __future__ import annotations

from pathlib import Path

from classeur.model.binder import Binder
from classeur.model.registers.meetings import Meeting
from classeur.model.registers.rows import type_of
from classeur.views.circle import CirclePack
from classeur.views.register_calendar import register_days
from classeur.wording.circle import Agenda
from classeur.wording.translator import Translator
from classeur.writers.feeds.register_calendar import register_calendar
from classeur.writers.site.templates import Templates
from classeur.writers.word.agenda_file import agenda_file
from classeur.writers.word.template import Completed

PAGE, WORD = "ordre-du-jour.html", "ordre-du-jour.docx"


def circle_files(
    root: Path, binder: Binder, pack: CirclePack, template: Completed, words: Translator
) -> dict[str, bytes]:
    """Every file, by its name."""
    templates = Templates(root, words, "circle")
    page = templates.file("agenda.html.j2", pack=pack, agenda=Agenda(pack, words), language=words.language)
    files = {PAGE: page.encode(), WORD: agenda_file(template, pack, words)}
    if pack.calendar:
        files[f"reunions-{pack.on.year}.ics"] = year_calendar(binder, pack.calendar, words)
    return files


def year_calendar(binder: Binder, meetings: tuple[Meeting, ...], words: Translator) -> bytes:
    """These meetings as an iCalendar file."""
    kind, numbers = type_of(Meeting), {meeting.number for meeting in meetings}
    days = tuple(day for day in register_days(binder, kind) or () if day.number in numbers)
    return register_calendar(days, kind, binder, words)
