"""The words of the lists: their titles, their columns, and the tables that people open in a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from classeur.model.kept import Kept
from classeur.views.answers import Why
from classeur.views.document_lists import DocumentList, GoneRow, Group, ListName
from classeur.views.lists import DocumentRow, today_only
from classeur.views.tables import Cell, Table
from classeur.wording.states import state_word
from classeur.wording.translator import Translator

FILE_NAMES = {
    ListName.MASTER: "liste-des-documents",
    ListName.BY_PROCESS: "documents-par-processus",
    ListName.BY_KIND: "documents-par-genre",
    ListName.BY_ROLE: "documents-par-fonction",
    ListName.TO_REVIEW: "documents-a-reviser",
    ListName.WITHDRAWN: "documents-retires",
}
"""The files of each list, without suffix: an address once published answers for ever, in any language."""


@dataclass(frozen=True)
class TableMaker:
    """Makes tables of a house's lists, true on one day.

    Attributes:
        kept: the cells of each document, as they were made for the last tables.
    """

    organisation: str
    today: dt.date
    words: Translator
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)

    def of_documents(self, shown: DocumentList) -> Table:
        """A list of documents in use; in a grouped one the first column is the group's title."""
        words = self.words
        columns = [*document_columns(words)]
        if shown.is_grouped:
            columns.insert(0, group_heading(shown.name, words))
        if shown.name is ListName.TO_REVIEW:
            columns.append(words("Review"))
        return self._table(shown.name, columns, list(self._document_cells(shown)))

    def of_gone(self, rows: tuple[GoneRow, ...]) -> Table:
        """The documents that must not be applied any more."""
        cells: list[tuple[Cell, ...]] = [
            (row.reference, row.title, row.kind, row.version, row.on, why_word(row.why, self.words), row.reason,
             ", ".join(other.reference for other in row.replaced_by))
            for row in rows
        ]  # fmt: skip
        return self._table(ListName.WITHDRAWN, [*gone_columns(self.words)], cells)

    def _document_cells(self, shown: DocumentList) -> Iterator[tuple[Cell, ...]]:
        for number, group in enumerate(shown.groups):
            before = (group_title(shown.name, group, self.words),) if shown.is_grouped else ()
            find = partial(self._line, shown.name, before)
            yield from self.kept.of_each(f"{shown.name} {number}", before, find, today_only(group.rows))

    def _line(self, name: ListName, before: tuple[str, ...], row: DocumentRow) -> tuple[Cell, ...]:
        cells = self.kept.of("cells", row.address, (row,), partial(self._cells, row))
        return (*before, *cells, *((self._review(row),) if name is ListName.TO_REVIEW else ()))

    def _cells(self, row: DocumentRow) -> tuple[Cell, ...]:
        return (row.reference, row.title, row.kind, row.version, state_word(row.state, self.words),
                ", ".join(row.processes), row.owner, row.effective_from, row.review_on)  # fmt: skip

    def _review(self, row: DocumentRow) -> str:
        return self.words("overdue") if row.is_overdue else self.words("soon")

    def _table(self, name: ListName, columns: list[str], cells: list[tuple[Cell, ...]]) -> Table:
        return Table(
            name=FILE_NAMES[name],
            title=list_title(name, self.words),
            organisation=self.organisation,
            as_of=self.today,
            language=self.words.language,
            columns=tuple(columns),
            rows=tuple(cells),
        )


def list_title(name: ListName, words: Translator) -> str:
    """The title of a list."""
    return {
        ListName.MASTER: words("Master list"),
        ListName.BY_PROCESS: words("Documents by process"),
        ListName.BY_KIND: words("Documents by kind"),
        ListName.BY_ROLE: words("Documents by role"),
        ListName.TO_REVIEW: words("Documents to review"),
        ListName.WITHDRAWN: words("Withdrawn documents"),
    }[name]


def list_short_title(name: ListName, words: Translator) -> str:
    """The same beside the other lists, where « documents » is known."""
    return {
        ListName.MASTER: words("All"),
        ListName.BY_PROCESS: words("By process"),
        ListName.BY_KIND: words("By kind"),
        ListName.BY_ROLE: words("By role"),
        ListName.TO_REVIEW: words("To review"),
        ListName.WITHDRAWN: words("Withdrawn"),
    }[name]


def list_purpose(name: ListName, documents: int, words: Translator) -> str:
    """What a list shows, and how many documents that is."""
    counted = words.count("{n} document", "{n} documents", documents)
    told = {
        ListName.BY_PROCESS: words("A document of two processes stands under both."),
        ListName.BY_ROLE: words("What each role is to read; what everybody is to read comes at the end."),
        ListName.TO_REVIEW: words("Those whose review is over, or comes within two months."),
        ListName.WITHDRAWN: words("They must not be applied any more. Their addresses still answer."),
    }.get(name, "")
    return f"{counted}. {told}".strip()


def list_empty(name: ListName, words: Translator) -> str:
    """What is said of a list without a line."""
    return {
        ListName.TO_REVIEW: words("No text is to be reviewed within two months."),
        ListName.WITHDRAWN: words("No document has been withdrawn."),
    }.get(name, words("No document yet."))


def group_heading(name: ListName, words: Translator) -> str:
    """What the groups of a list are."""
    return {
        ListName.BY_PROCESS: words("Process"),
        ListName.BY_KIND: words("Kind"),
        ListName.BY_ROLE: words("To be read by"),
    }[name]


def group_title(name: ListName, group: Group, words: Translator) -> str:
    """The title of a group; what belongs to none has its own words."""
    if group.is_rest:
        return words("Everybody") if name is ListName.BY_ROLE else words("Without a process")
    return f"{group.code} {group.title}".strip()


def why_word(why: Why, words: Translator) -> str:
    """Why a document has nothing to read, in one word."""
    return {
        Why.WITHDRAWN: words("withdrawn"),
        Why.REPLACED: words("replaced"),
        Why.LAPSED: words("emergency edition over"),
        Why.LOST: words("text lost"),
    }[why]


def document_columns(words: Translator) -> tuple[str, ...]:
    """The headings of a list of documents in use."""
    return (words("Reference"), words("Title"), words("Kind"), words("Version"), words("State"), words("Processes"),
            words("Owner"), words("In force from"), words("Next review"))  # fmt: skip


def gone_columns(words: Translator) -> tuple[str, ...]:
    """The headings of the list of what must not be applied any more."""
    return (words("Reference"), words("Title"), words("Kind"), words("Last version"), words("Since"),
            words("What happened"), words("Reason"), words("Replaced by"))  # fmt: skip
