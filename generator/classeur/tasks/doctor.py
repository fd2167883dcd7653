"""Whether this computer and this folder can do the work."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from classeur.tasks.open_folder import CACHE_FOLDER
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator

PACKAGES = ("mkdocs", "mkdocs-material", "pyyaml", "python-docx", "watchdog", "pydantic", "nh3", "mermaid-render")
_ENOUGH_BYTES = 200 * 1024 * 1024


class Health(StrEnum):
    """What a look at one thing tells."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True)
class Look:
    """One thing looked at: its name, what it is, and what to do when it is not good."""

    name: str
    health: Health
    told: str
    remedy: str = ""


def examine(root: Path | None, words: Translator) -> tuple[Look, ...]:
    """Looks at Python, the packages, and the folder of the house when there is one. Leaves nothing behind."""
    looks = [_python(words), *(_package(name, words) for name in PACKAGES)]
    if root is not None:
        looks += [*_folder(root, words)]
    return tuple(looks)


def _python(words: Translator) -> Look:
    version = platform.python_version()
    good = sys.version_info >= (3, 11)
    return Look(
        "Python", Health.GOOD if good else Health.BAD, version, "" if good else words("Install Python 3.11 or newer.")
    )


def _package(name: str, words: Translator) -> Look:
    try:
        return Look(name, Health.GOOD, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Look(name, Health.BAD, words("missing"), words("Install classeur again: pip install classeur"))


def _folder(root: Path, words: Translator) -> Iterator[Look]:
    free = shutil.disk_usage(root).free
    told = words("{n} MB free", n=free // 1024 // 1024)
    enough = free >= _ENOUGH_BYTES
    yield Look(
        words("disk"), Health.GOOD if enough else Health.WARNING, told, "" if enough else words("Free some space.")
    )
    trial = root / CACHE_FOLDER / f"doctor-{uuid.uuid4().hex}"
    try:
        trial.mkdir(parents=True)
    except OSError as error:
        remedy = words("Ask for the right to write in this folder, or copy it elsewhere.")
        yield Look(words("writing"), Health.BAD, disk_trouble(error, words), remedy)
        return
    try:
        (trial / "a").write_text("a", "utf-8")
        yield Look(words("writing"), Health.GOOD, words("possible"))
        yield _capability(words("hard links"), lambda: os.link(trial / "a", trial / "b"), words)
        yield _capability(words("folders written for certain"), lambda: _sync(trial), words)
        blind = (trial / "A").exists()
        remedy = words("Two file names that differ only by case are one file here.") if blind else ""
        yield Look(
            words("case of file names"),
            Health.WARNING if blind else Health.GOOD,
            words("ignored") if blind else words("told apart"),
            remedy,
        )
    finally:
        shutil.rmtree(trial, ignore_errors=True)


def _capability(name: str, attempt: Callable[[], object], words: Translator) -> Look:
    try:
        attempt()
    except OSError:
        remedy = words("Releases stay safe, with one step less: keep a backup of this folder.")
        return Look(name, Health.WARNING, words("not possible here"), remedy)
    return Look(name, Health.GOOD, words("possible"))


def _sync(folder: Path) -> None:
    if os.name == "nt":
        raise OSError("folders cannot be synced on Windows")
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
