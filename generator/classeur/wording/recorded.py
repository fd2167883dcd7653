"""What became of confirmations that were typed or imported, as a table: taken, refused, remarked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from classeur.model.confirmations import ConfirmedText
from classeur.model.findings import Finding
from classeur.model.organisation import Organisation
from classeur.views.tables import Cell, Table
from classeur.wording.rule_pages import told
from classeur.wording.translator import Translator


def recorded_table(
    organisation: Organisation,
    as_of: dt.date,
    texts: Iterable[ConfirmedText],
    findings: Iterable[Finding],
    words: Translator,
) -> Table:
    """One line for each confirmation taken, then one for each that was refused or deserves a word."""
    columns = (words("What became of it"), words("Reference"), words("Version"), words("Id"), words("Person"),
               words("Read on"), words("Where"), words("Message"), words("Remedy"))  # fmt: skip
    rows = (*_taken(organisation, texts, words), *_said(findings, words))
    title = words("Confirmations of reading")
    return Table("attestations", title, organisation.name, as_of, words.language, columns, rows)


def _taken(organisation: Organisation, texts: Iterable[ConfirmedText], words: Translator) -> Iterator[tuple[Cell, ...]]:
    for text in texts:
        for person, day in text.readers.items():
            name = organisation.name_of(person)
            yield (words("recorded"), text.reference, str(text.version), person, name, day, None, None, None)


def _said(findings: Iterable[Finding], words: Translator) -> Iterator[tuple[Cell, ...]]:
    for each in findings:
        said, values = told(each, words.language), each.values
        yield (f"{said.severity} {each.code}", each.reference, values.get("version"), None, values.get("person"), None,
               str(each.where), said.message, said.remedy)  # fmt: skip
