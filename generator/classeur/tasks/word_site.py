"""A Word copy beside each document's page of a built site."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePosixPath

from classeur.tasks.export_word import write_files
from classeur.tasks.house import Texts, open_house
from classeur.tasks.word_room import Files, WordRoom, word_room
from classeur.views.addresses import word_copy
from classeur.views.shown import READABLE, edition
from classeur.wording.translator import Translator
from classeur.writers.site.dialect import Dialect
from classeur.writers.word.inline import Destination
from classeur.writers.word.texts import Bookshelf


def put_word_copies(
    root: Path, site_dir: Path, today: dt.date, dialect: Dialect, words: Translator
) -> tuple[Path, ...]:
    """Put beside each document's page its Word copy, `d/REF/REF-VERSION.docx`; those that did not change are kept.

    Raises:
        ClasseurError: the house's template cannot be read, or the copies cannot be written.
    """
    room = word_room(open_house(root, today, Texts.ALL), dialect, words)
    return tuple(write_files(site_dir, _copies(room), words))


def _copies(room: WordRoom) -> Files:
    binder = room.house.binder
    found = (edition(binder, ref, at.in_force) for ref, at in binder.standings.items() if at.in_force)
    listed = [each for each in found if each and each.standing.state in READABLE]
    known = frozenset(each.reference for each in listed)

    def beside(reference: str, anchor: str) -> Destination | None:
        page = f"../{reference}/index.html"
        return Destination(address=f"{page}#{anchor}" if anchor else page) if reference in known else None

    for each in listed:
        shelf = Bookshelf(room.press.texts.by_path, beside, lambda path: None)
        place = PurePosixPath(word_copy(each.reference, each.document.version))
        yield place, room.copy(each, place, shelf)
