"""The words of registers: values as people write them, and tables of rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from classeur.model.organisation import Organisation
from classeur.model.registers.external import PreviousEdition
from classeur.model.registers.rows import RegisterType, Row
from classeur.model.registers.values import Worded
from classeur.views.tables import Cell, Table
from classeur.wording.translator import Translator
from classeur.wording.values import worded


def register_table(
    kind: RegisterType,
    rows: Iterable[Row],
    organisation: Organisation,
    today: dt.date,
    words: Translator,
    keys: Sequence[str] = (),
) -> Table:
    """Rows of a register under their titles; every column when no key is asked for."""
    wanted = tuple(keys) or tuple(kind.columns)
    return Table(
        name=kind.name,
        title=kind.title(words.language),
        organisation=organisation.name,
        as_of=today,
        language=words.language,
        columns=tuple(kind.column_title(key, words.language) for key in wanted),
        rows=tuple(tuple(cell(getattr(row, kind.attribute(key)), words) for key in wanted) for row in rows),
    )


def written(value: object, words: Translator) -> str:
    """A value as it is typed in a file, in the reader's language."""
    found = cell(value, words)
    if isinstance(found, dt.date):
        return found.strftime("%d/%m/%Y") if words.language == "fr" else found.isoformat()
    return "" if found is None else str(found)


def cell(value: object, words: Translator) -> Cell:
    """A value of a row as a table holds it, in the reader's language."""
    if value is None or value == "":
        return None
    if isinstance(value, Worded):
        return worded(value, words)
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, float):
        text = f"{value:g}"
        return text.replace(".", ",") if words.language == "fr" else text
    if isinstance(value, tuple):
        return _joined(value)
    return value if isinstance(value, (int, dt.date)) else str(value)


def _joined(items: tuple[object, ...]) -> str | None:
    """A list in one cell: names after commas, sentences on lines of their own."""
    texts = [item.edition if isinstance(item, PreviousEdition) else str(item) for item in items]
    if not texts:
        return None
    if isinstance(items[0], PreviousEdition):
        return " ; ".join(texts)
    return "\n".join(texts) if any(" " in text for text in texts) else ", ".join(texts)
