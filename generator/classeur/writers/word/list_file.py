"""A list of the house as a Word file, on turned pages: to be read, or to be filled in by hand and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from classeur.views.tables import Cell, Table
from classeur.views.word_copy import UNCONTROLLED
from classeur.wording.translator import Translator
from classeur.writers.word.front import Front
from classeur.writers.word.properties import Properties, write_properties
from classeur.writers.word.running import Running, copy_standing, section, section_xml
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.tables import Needs, text_needs, widths
from classeur.writers.word.template import Completed
from classeur.writers.word.wml import Look, paragraph, run

_ROW = 560
"""The least height of a line to fill in: a centimetre."""


@dataclass(frozen=True)
class ToFill:
    """What a list carries that people fill in.

    Attributes:
        kind: what sort of sheet it is.
        lines: said above the table.
        code: what the machine-readable code at the head of each page says.
        room: the least widths, in twentieths of a point, of the columns that wait for a hand, by their place.
        own: what the file says of itself to who reads it back.
    """

    kind: str
    lines: tuple[str, ...] = ()
    code: str = ""
    room: Mapping[int, int] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)


def list_file(template: Completed, table: Table, words: Translator, to_fill: ToFill | None = None) -> bytes:
    """The list: its title, its day, its lines, with the columns' names on each page."""
    sheet = Sheet(template)
    asked = to_fill or ToFill(words("List"))
    day = words("As of {day}", day=words.date(table.as_of))
    running = Running(
        organisation=table.organisation,
        kind=asked.kind,
        title=table.title,
        lines=(day,),
        proof="",
        standing="" if to_fill else copy_standing(UNCONTROLLED, words),
        code=asked.code,
        watermark="",
        end="fin_du_document",
    )
    last = section_xml(sheet, section(sheet, running, words), landscape=True)
    rows = [tuple(_text(cell, words) for cell in row) for row in (table.columns, *table.rows)]
    columns = _widths(rows, asked.room, template.paper.room(landscape=True))
    front = Front(sheet, words)
    start, end = sheet.bookmark("fin_du_document")
    count = words.count("{n} line", "{n} lines", len(table.rows))
    blocks = front.text(table.title, "Title") + "".join(front.text(line, "Cartouche texte") for line in asked.lines)
    blocks += front.exact_table(rows, columns, table.title, _ROW if to_fill else 0)
    blocks += paragraph(start + run(f"{count} – {day}") + end, Look(sheet.style("Cartouche libellé")))
    sheet.finish(blocks + last)
    told = Properties(table.title, "", "classeur", asked.kind, template.language, "", "", "", table.as_of, asked.own)
    write_properties(sheet.package, told)
    return sheet.package.to_bytes()


def _widths(rows: Sequence[tuple[str, ...]], kept: Mapping[int, int], room: int) -> tuple[int, ...]:
    needs = [text_needs([row[place] for row in rows]) for place in range(len(rows[0]))]
    least = [max(need.least, kept.get(place, 0)) for place, need in enumerate(needs)]
    return widths([Needs(low, max(low, need.wished)) for low, need in zip(least, needs, strict=True)], room)


def _text(cell: Cell, words: Translator) -> str:
    if cell is None:
        return ""
    return words.date(cell) if isinstance(cell, dt.date) else str(cell)
