"""Opening a house: reading all of it, and finding its root."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.findings import Fault
from classeur.model.ledger import Ledger
from classeur.model.organisation import ORGANISATION_FILE
from classeur.reading.files import TEXT_FOLDERS, read_text
from classeur.reading.folder import read_folder
from classeur.wording.translator import Translator

CACHE_FOLDER = ".classeur"
"""Caches and staged pages; deleting it loses nothing."""

_TIMEZONE = re.compile(r"""^[^#\n]*\btimezone:[ ]*["']?([A-Za-z][\w+/-]*)""", re.MULTILINE)


def house_root(start: Path, words: Translator) -> Path:
    """The root of the house that holds `start`: the nearest folder with an organisation.yml, or with a text folder.

    Raises:
        ClasseurError: `start` does not exist, or no house holds it.
    """
    if not start.is_dir():
        raise ClasseurError(
            words("{folder} is not a folder.", folder=start),
            remedy=words("Check the path, or create a house with: classeur init {folder}", folder=start),
        )
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / ORGANISATION_FILE).exists():
            return folder
    if any((start / name).is_dir() for name in TEXT_FOLDERS):
        return start
    raise ClasseurError(
        words("No quality system here: {folder} holds neither manual/organisation.yml nor procedures/.", folder=start),
        remedy=words("Go to the folder of your quality system, or create one with: classeur init FOLDER"),
    )


def open_folder(root: Path, today: dt.date) -> tuple[Binder, list[Fault]]:
    """Everything that the house holds that day, and the faults met. Never raises for what people typed."""
    return read_folder(root, today)


def day_in_house(start: Path, now: dt.datetime) -> dt.date:
    """The day of an instant where the organisation lives; in Paris when no house is there."""
    folder = start.resolve()
    for root in (folder, *folder.parents):
        if (root / ORGANISATION_FILE).exists():
            text, _ = read_text(root, ORGANISATION_FILE)
            typed = _TIMEZONE.search(text or "")  # the whole file would be read twice by every command
            return Ledger(timezone=typed[1] if typed else Ledger.timezone).local_day(now)
    return Ledger().local_day(now)
