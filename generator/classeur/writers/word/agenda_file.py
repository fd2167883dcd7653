"""The agenda of a meeting as a Word file: its points, each with room to write."""

from __future__ import annotations

from classeur.views.circle import CirclePack
from classeur.views.word_copy import UNCONTROLLED
from classeur.wording.circle import Agenda, AgendaPoint
from classeur.wording.translator import Translator
from classeur.writers.word.front import Front
from classeur.writers.word.properties import Properties, write_properties
from classeur.writers.word.running import Running, copy_standing, section, section_xml
from classeur.writers.word.sheet import Sheet
from classeur.writers.word.tables import text_needs, widths
from classeur.writers.word.template import Completed
from classeur.writers.word.wml import Look, paragraph, run


def agenda_file(template: Completed, pack: CirclePack, words: Translator) -> bytes:
    """The agenda, upright: each point with its figures, then a line for what is decided."""
    sheet, agenda = Sheet(template), Agenda(pack, words)
    running = Running(
        organisation=pack.organisation,
        kind=words("Agenda"),
        title=agenda.title,
        lines=(words("As of {day}", day=words.date(pack.as_of)),),
        proof="",
        standing=copy_standing(UNCONTROLLED, words),
        code="",
        watermark="",
        end="fin_du_document",
    )
    last = section_xml(sheet, section(sheet, running, words), landscape=False)
    front = Front(sheet, words)
    blocks = front.text(agenda.title, "Title") + "".join(front.text(fact, "Normal") for fact in agenda.facts)
    for number, point in enumerate(agenda.points, 1):
        blocks += _point(front, number, point, template.paper.room(), words)
    start, end = sheet.bookmark("fin_du_document")
    blocks += paragraph(start + run(words("Figures only: no name of a patient or of a reporter.")) + end,
                        Look(sheet.style("Cartouche libellé")))  # fmt: skip
    sheet.finish(blocks + last)
    told = Properties(agenda.title, "", "classeur", words("Agenda"), template.language, "", "", "", pack.as_of, {})
    write_properties(sheet.package, told)
    return sheet.package.to_bytes()


def _point(front: Front, number: int, point: AgendaPoint, room: int, words: Translator) -> str:
    minutes = words.count("{n} minute", "{n} minutes", point.minutes)
    parts = [front.text(f"{number}. {point.title} ({minutes})", "heading 1")]
    parts += [front.text(sentence, "Normal") for sentence in point.sentences]
    if point.rows:
        rows = (point.columns, *point.rows)
        columns = widths([text_needs([row[place] for row in rows]) for place in range(len(point.columns))], room)
        parts += [front.exact_table(rows, columns, point.title), front.spacer()]
    decided = words("Decided (pilot, day):")
    parts += [front.table([(decided, "")], (25, 75), decided, labels=(0,)), front.spacer()]
    return "".join(parts)
