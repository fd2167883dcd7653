"""One build of a house at a time: the next one waits for its turn, as both lay out the same pages."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from classeur.ledger.lock import held
from classeur.tasks.open_folder import CACHE_FOLDER

BUILD_LOCK = "build.lock"
_PAUSE = 0.1
"""Seconds between two tries."""


@contextlib.contextmanager
def one_build(root: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Wait until no other build of this house is under way, and keep others away meanwhile.

    The system frees the place of a build that dies. A disk that has no locks keeps nobody away.

    Args:
        waiting: called once, when another build is under way.
    """
    path = root / CACHE_FOLDER / BUILD_LOCK
    handle = held(path)
    if handle is None:
        waiting()
    while handle is None:
        time.sleep(_PAUSE)
        handle = held(path)
    try:
        yield
    finally:
        os.close(handle)
