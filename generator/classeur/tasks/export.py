"""Writing a list of the house into a file of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from classeur.model.binder import Binder
from classeur.tasks.asked_files import format_of, put_file
from classeur.tasks.house import Texts, open_house
from classeur.views.document_lists import ListName, document_list, gone_rows
from classeur.views.lists import document_rows
from classeur.views.public_site import SiteAudience, for_the_public
from classeur.views.shown import published
from classeur.views.tables import Table, veiled
from classeur.wording.document_lists import TableMaker
from classeur.wording.translator import LOCALES, Translator
from classeur.writers.tables import TABLE_FORMATS

WORD = ".docx"
FORMATS = (*TABLE_FORMATS, WORD)
"""What a list may be exported as: the suffix of the file that is asked for."""


def list_table(
    binder: Binder, name: ListName, words: Translator, audience: SiteAudience = SiteAudience.INTERNAL
) -> Table:
    """A list as readers of the site see it: the versions in force, on the binder's day."""
    if audience is SiteAudience.PUBLIC:
        house = for_the_public(binder, words("internal document"))
        return veiled(list_table(house.binder, name, words), house.veil)
    public = published(binder)
    tables = TableMaker(public.organisation.name, public.today, words)
    if name is ListName.WITHDRAWN:
        return tables.of_gone(gone_rows(public))
    return tables.of_documents(document_list(public, document_rows(public), name))


def export_list(
    root: Path,
    name: ListName,
    target: Path,
    today: dt.date,
    words: Translator,
    audience: SiteAudience = SiteAudience.INTERNAL,
) -> Table:
    """Write a list into `target`, whose suffix says how; returns what was written.

    Raises:
        ClasseurError: the suffix is none of ours, the folder does not exist, or the file cannot be written.
    """
    suffix = format_of(target.name, FORMATS, words)
    table = list_table(open_house(root, today, Texts.ALL).binder, name, words, audience)
    data = _as_word(root, table, words) if suffix == WORD else TABLE_FORMATS[suffix](table)
    put_file(target, data, words)
    return table


def _as_word(root: Path, table: Table, words: Translator) -> bytes:
    from classeur.tasks.word_template import read_template, template_path  # heavy: only for those who ask
    from classeur.writers.word.list_file import list_file

    template = read_template(template_path(root), words)
    return list_file(template.completed(LOCALES.get(words.language, words.language)), table, words)
