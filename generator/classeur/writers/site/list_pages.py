"""The pages of the lists, and the same lists as files for a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from posixpath import dirname

from classeur.model.binder import Binder
from classeur.model.kept import Kept
from classeur.views import addresses
from classeur.views.document_lists import ListName, document_list, gone_rows
from classeur.views.public_site import Veil
from classeur.views.tables import Table, veiled
from classeur.views.timeline import Span
from classeur.wording.document_lists import (
    FILE_NAMES,
    TableMaker,
    document_columns,
    gone_columns,
    group_title,
    list_empty,
    list_purpose,
    list_short_title,
    list_title,
    why_word,
)
from classeur.wording.translator import Translator
from classeur.writers.memory.living import Living
from classeur.writers.site.outbox import Outbox
from classeur.writers.site.pages import Pages
from classeur.writers.tables import TABLE_FORMATS, TableFormat

FOLDER = dirname(addresses.MASTER_LIST) + "/"
"""Where the files of every list stand."""
DOCUMENT_LABELS = "assets/classeur/lists/documents.css"
GONE_LABELS = "assets/classeur/lists/withdrawn.css"


@dataclass(frozen=True)
class MenuLine:
    """A list among the others."""

    title: str
    address: str
    is_here: bool


def labels(columns: Sequence[str], overdue: str) -> str:
    """The style sheet that says the words of a list once for a page, not in each cell.

    On a phone or a tablet each value bears its heading; a date that is over is told by a word, not by its colour alone.
    """
    headings = "".join(
        f"  .cl-sortable td:nth-child({number})::before {{ content: {_quoted(column)}; }}\n"
        for number, column in enumerate(columns, start=1)
    )
    late = f".cl-sortable td.cl-late::after {{ content: {_quoted(overdue)}; display: block; }}\n"
    return f'@charset "UTF-8";\n{late}@media screen and (max-width: 59.984375em) {{\n{headings}}}\n'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


class ListPages:
    """Lays out the lists of a published house."""

    def __init__(
        self, pages: Pages, outbox: Outbox, public: Binder, words: Translator, veil: Veil, alive: Living
    ) -> None:
        self._pages, self._outbox, self._public, self._words, self._veil = pages, outbox, public, words, veil
        self._alive = alive
        kept = alive.made("cells", (words.language,), Kept)
        self._tables = TableMaker(public.organisation.name, public.today, words, kept)

    def all(self, timelines: Mapping[str, tuple[Span, ...]]) -> None:
        """Every list, on its page and in its files."""
        self._outbox.put(f"pages/{DOCUMENT_LABELS}", self._labels(document_columns))
        self._outbox.put(f"pages/{GONE_LABELS}", self._labels(gone_columns))
        for name in ListName:
            if name is ListName.WITHDRAWN:
                self._withdrawn(timelines)
            else:
                self._documents(name)

    def _labels(self, columns: Callable[[Translator], tuple[str, ...]]) -> str:
        return labels(columns(self._words), self._words("overdue"))

    def _documents(self, name: ListName) -> None:
        public, rows = self._public, self._pages.rows
        given = rows, tuple(public.process.values()), public.organisation, public.today
        shown = self._alive.made(("list", name), given, partial(document_list, public, rows, name))
        words = self._words
        self._put(
            "document_list",
            name,
            shown,
            cache(partial(self._tables.of_documents, shown)),
            columns=document_columns(words),
            labels=DOCUMENT_LABELS,
            shown=shown,
            purpose=list_purpose(name, shown.documents, words),
            group_title=partial(group_title, name, words=words),
        )

    def _withdrawn(self, timelines: Mapping[str, tuple[Span, ...]]) -> None:
        rows = gone_rows(self._public, timelines)
        name, words = ListName.WITHDRAWN, self._words
        self._put(
            "withdrawn",
            name,
            rows,
            cache(partial(self._tables.of_gone, rows)),
            columns=gone_columns(words),
            labels=GONE_LABELS,
            rows=rows,
            purpose=list_purpose(name, len(rows), words),
            why_word=partial(why_word, words=words),
        )

    def _put(self, template: str, name: ListName, listed: object, table: Callable[[], Table], **values: object) -> None:
        words = self._words
        self._pages.put_list(
            template,
            name.address,
            title=list_title(name, words),
            menu=[MenuLine(list_short_title(each, words), each.address, each is name) for each in ListName],
            empty=list_empty(name, words),
            as_of=self._public.today,
            folder=FOLDER,
            file=FILE_NAMES[name],
            **values,
        )
        for suffix, as_bytes in TABLE_FORMATS.items():
            kept = self._alive.made(("rows", name, suffix), (words.language,), Kept)
            as_file = partial(_as_file, as_bytes, self._veil, kept)
            place = f"pages/{FOLDER}{FILE_NAMES[name]}{suffix}"
            self._outbox.make(place, table, as_file, of=(self._tables, listed), is_in_parts=True)


def _as_file(as_bytes: TableFormat, veil: Veil, kept: Kept, table: Table) -> bytes:
    return as_bytes(veiled(table, veil), kept)
