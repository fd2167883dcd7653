"""One watcher a house: the second one says so."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.lock import held
from classeur.wording.translator import Translator

WATCH_LOCK = ".classeur/watch.lock"


@contextlib.contextmanager
def one_watcher(root: Path, words: Translator) -> Iterator[None]:
    """Keep other watchers of this house away; the system frees the place of one that dies.

    Raises:
        ClasseurError: another `watch` or `preview` follows this folder.
    """
    handle = held(root / WATCH_LOCK)
    if handle is None:
        raise ClasseurError(
            words("Another window already watches this folder."),
            remedy=words("Use that window, or close it (Ctrl+C) and type the command again."),
        )
    try:
        yield
    finally:
        os.close(handle)
