"""A list of the house as a Word file, on turned pages."""

from __future__ import annotations

import datetime as dt

from classeur.views.tables import Cell, Table
from classeur.views.word_copy import UNCONTROLLED
from classeur.wording.translator import Translator
from classeur.writers.word.front import Front
from classeur.writers.word.properties import Properties, write_properties
from classeur.writers.word.running import Running, copy_standing, section, section_xml
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.tables import text_needs, widths
from classeur.writers.word.template import Completed
from classeur.writers.word.wml import Look, paragraph, run


def list_file(template: Completed, table: Table, words: Translator) -> bytes:
    """The list: its title, its day, its lines, with the columns' names on each page."""
    sheet = Sheet(template)
    day = words("As of {day}", day=words.date(table.as_of))
    running = Running(
        organisation=table.organisation,
        kind=words("List"),
        title=table.title,
        lines=(day,),
        proof="",
        standing=copy_standing(UNCONTROLLED, words),
        code="",
        watermark="",
        end="fin_du_document",
    )
    last = section_xml(sheet, section(sheet, running, words), landscape=True)
    rows = [tuple(_text(cell, words) for cell in row) for row in (table.columns, *table.rows)]
    room = template.paper.room(landscape=True)
    columns = widths([text_needs([row[place] for row in rows]) for place in range(len(table.columns))], room)
    front = Front(sheet, words)
    start, end = sheet.bookmark("fin_du_document")
    count = words.count("{n} line", "{n} lines", len(table.rows))
    blocks = front.text(table.title, "Title") + front.exact_table(rows, columns, table.title)
    blocks += paragraph(start + run(f"{count} – {day}") + end, Look(sheet.style("Cartouche libellé")))
    sheet.finish(blocks + last)
    told = Properties(table.title, "", "classeur", words("List"), template.language, "", "", "", table.as_of, {})
    write_properties(sheet.package, told)
    return sheet.package.to_bytes()


def _text(cell: Cell, words: Translator) -> str:
    if cell is None:
        return ""
    return words.date(cell) if isinstance(cell, dt.date) else str(cell)
