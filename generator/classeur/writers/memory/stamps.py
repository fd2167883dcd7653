"""What the disk says of a file without opening it."""

from __future__ import annotations

import os
from pathlib import Path


def stamp_of(path: Path) -> str:
    """The size and the dates of a file, which anybody who touches it changes; empty when it is not there."""
    return stamp_of_path(str(path))


def stamp_of_path(path: str) -> str:
    """The same for a path as the system writes it: asked of each file of a large site."""
    try:
        stat = os.stat(path)  # noqa: PTH116  (a Path costs more than the question)
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"
