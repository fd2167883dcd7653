"""Sites built in a test: what their folder holds, and what a build touched."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from classeur.tasks.build_site import MARKER, build_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.houses import TODAY

WORDS = translator("fr")


def held(site: Path) -> dict[str, bytes]:
    """Every file of a site but the mark that it is one, by name."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    files.pop(MARKER, None)
    return files


def dates(site: Path) -> dict[str, tuple[int, int]]:
    """What tells that a file was written: its number on the disk and its date."""
    stats = {path: path.stat() for path in site.rglob("*") if path.is_file() and path.name != MARKER}
    return {path.relative_to(site).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


def built(root: Path, site: Path, today: dt.date = TODAY) -> Path:
    """The site of a house, in a folder that may hold the last one."""
    build_site(root, site, today, MkDocsEngine(root), WORDS)
    return site


def built_cold(root: Path, work: Path, today: dt.date = TODAY) -> dict[str, bytes]:
    """The site of a copy of the house that remembers nothing, by name."""
    for name in ("house", "site"):
        shutil.rmtree(work / name, ignore_errors=True)
    shutil.copytree(root, work / "house", ignore=shutil.ignore_patterns(".classeur"))
    return held(built(work / "house", work / "site", today))


def written_again(root: Path, site: Path) -> set[str]:
    """The files of the site that another build writes, adds or removes."""
    before = dates(site)
    after = dates(built(root, site))
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
