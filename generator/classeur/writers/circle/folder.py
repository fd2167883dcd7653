"""The papers of a meeting: its agenda as a page and as a Word file, and the year's dates for a calendar."""

from __future__ import annotations

from pathlib import Path

from classeur.model.binder import Binder
from classeur.views.circle import CirclePack
from classeur.wording.circle import Agenda
from classeur.wording.translator import Translator
from classeur.writers.feeds.register_calendar import year_calendar
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
