"""Opening a house: reading all of it, and finding its root."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.model.binder import Binder
from classeur.model.findings import Fault
from classeur.model.organisation import ORGANISATION_FILE
from classeur.reading.files import TEXT_FOLDERS
from classeur.reading.folder import read_folder
from classeur.wording.translator import Translator

CACHE_FOLDER = ".classeur"
"""Caches and staged pages; deleting it loses nothing."""


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
