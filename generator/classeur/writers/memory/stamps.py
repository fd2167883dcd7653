"""What the disk says of a file without opening it."""

from __future__ import annotations

from pathlib import Path


def stamp_of(path: Path) -> str:
    """The size and the dates of a file, which anybody who touches it changes; empty when it is not there."""
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"
