"""The words of standards: what stands behind a criterion, and the matrix as a table for a spreadsheet."""

from __future__ import annotations

import datetime as dt

from classeur.model.registers.rows import register_types
from classeur.model.registers.standards import INDICATORS
from classeur.views.coverage import Coverage, CriterionRow, StandardCoverage
from classeur.views.tables import Table
from classeur.wording.translator import Translator


def coverage_word(state: Coverage, words: Translator) -> str:
    """What stands behind a criterion, in two or three words."""
    return {
        Coverage.DOCUMENTED: words("text in force"),
        Coverage.RECORDED: words("register kept"),
        Coverage.COMING: words("text to come"),
        Coverage.GAP: words("gap"),
        Coverage.NOT_APPLICABLE: words("not applicable"),
    }[state]


def source_title(name: str, words: Translator) -> str:
    """The title of a register that a criterion points at; the name itself when there is none."""
    if name == INDICATORS:
        return words("Indicators")
    known = register_types().get(name)
    return known.title(words.language) if known else name


def coverage_table(shown: StandardCoverage, organisation: str, today: dt.date, words: Translator) -> Table:
    """The matrix: one line a criterion, the processes in columns with how many texts in force of each cite it."""
    columns = (
        words("Criterion"),
        words("Title"),
        words("Expected evidence"),
        words("State"),
        words("Texts in force"),
        words("Registers"),
        words("Open actions"),
        *shown.processes,
    )
    return Table(
        name=shown.slug,
        title=f"{shown.title} ({shown.edition})" if shown.edition else shown.title,
        organisation=organisation,
        as_of=today,
        language=words.language,
        columns=columns,
        rows=tuple(
            (
                row.number,
                row.title,
                row.expected or None,
                coverage_word(row.state, words),
                ", ".join(f"{each.reference} {each.version}" for each in row.in_force) or None,
                registers_said(row, words) or None,
                ", ".join(action.number for action in row.actions) or None,
                *(row.documents_of(process) or None for process in shown.processes),
            )
            for row in shown.rows
        ),
    )


def registers_said(row: CriterionRow, words: Translator) -> str:
    """The registers of a criterion with how much they hold: « Audits (4), Indicateurs (12) »."""
    return ", ".join(f"{source_title(each.name, words)} ({each.rows})" for each in row.registers)
