"""Which program makes the site: what another one made is never trusted."""

from __future__ import annotations

import os
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from classeur import __version__
from classeur.resources import bundled
from classeur.writers.memory.imprint import digest

_MAKERS = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "pygments",
    "jinja2",
    "markupsafe",
    "nh3",
    "mermaid-render",
    "segno",
    "babel",
    "lxml",
    "pillow",
    "pyyaml",
    "xlsxwriter",
)
"""The packages whose words or shapes stand in what is made."""


@cache
def program_imprint() -> str:
    """The imprint of classeur's own files and of the versions of Python and of every package that has a part in it."""
    package = Path(__file__).parent.parent.parent
    told = [__version__, platform.python_version(), *(f"{name} {_version(name)}" for name in _MAKERS)]
    told += _dated(package, (".py", ".po", ".md"))
    told += _dated(bundled("site_templates"), ("",))
    return digest("\n".join(told))


def folder_imprint(folder: Path) -> str:
    """The imprint of what a small folder holds, by name and content; that of nothing when it is not there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return digest("\n".join(f"{path.relative_to(folder).as_posix()} {digest(path.read_bytes())}" for path in files))


def _dated(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    """A line for each file of a folder: its name, its size, its date."""
    told = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", "_bundled"))
        for name in sorted(name for name in names if name.endswith(suffixes)):
            path = Path(here, name)
            stat = path.stat()
            told.append(f"{path.relative_to(folder).as_posix()} {stat.st_size} {stat.st_mtime_ns}")
    return told


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
