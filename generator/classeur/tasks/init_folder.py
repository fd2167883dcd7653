"""Creating a quality system: the starter texts as drafts, the whole demonstration, or an empty skeleton."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.journal import read_journal
from classeur.ledger.publish import read_release
from classeur.model.versions import Version
from classeur.resources import bundled
from classeur.tasks.house import SOURCE
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator

STARTER = ("manual", "procedures", "processes", "mkdocs.yml")
LEDGER = "releases"
FIRST = Version(1)
_SKELETON = Path(__file__).parent / "skeleton"
_LAUNCHERS = ("apercu.sh", "apercu.desktop")
"""What a double click starts, beside `apercu.bat`: Linux starts nothing that may not be executed."""

_NOT_STARTER = shutil.ignore_patterns(".*", "*~", "~$*", "confirmations")


def init_folder(target: Path, words: Translator, empty: bool = False, demo: bool = False) -> tuple[Path, ...]:
    """Create a house in a folder that does not exist or is empty; returns the files written, relative to it.

    Args:
        empty: only the skeleton.
        demo: the starter texts with their ledger, as this repository holds them.

    Raises:
        ClasseurError: the folder holds something, or cannot be written.
    """
    target = target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ClasseurError(
            words("{folder} is not empty: nothing was written.", folder=target),
            remedy=words("Give the name of a new folder, such as: classeur init my-quality-system"),
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            _fill(made, empty, demo)
            written = tuple(sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file()))
            if target.exists():
                target.rmdir()
            made.chmod(0o755)
            made.replace(target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise ClasseurError(
            words(
                "{path} cannot be written: {problem}.",
                path=error.filename or target,
                problem=disk_trouble(error, words),
            ),
            remedy=words("Choose another folder, free some space, or ask for the right to write there."),
        ) from error
    return written


def _fill(folder: Path, empty: bool, demo: bool) -> None:
    shutil.copytree(_SKELETON / "common", folder, dirs_exist_ok=True)
    for launcher in _LAUNCHERS:
        (folder / launcher).chmod(0o755)
    for hidden in ("gitignore", "gitattributes"):
        (folder / hidden).rename(folder / f".{hidden}")
    if empty:
        shutil.copytree(_SKELETON / "empty", folder, dirs_exist_ok=True)
        shutil.copy(bundled("starter") / "mkdocs.yml", folder / "mkdocs.yml")
        for name in ("procedures", "processes", "manual/registers"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        return
    for name in (*STARTER, LEDGER) if demo else STARTER:
        source = bundled("starter") / name
        if source.is_dir():
            shutil.copytree(source, folder / name, dirs_exist_ok=True, ignore=_NOT_STARTER)
        else:
            shutil.copy(source, folder / name)
    if not demo:
        _first_editions(folder)


def _first_editions(folder: Path) -> None:
    """Put each text back to the wording of its version 1.0, as it was released in the demonstration."""
    for entry in read_journal(bundled("starter")).entries:
        text = folder / str(entry.details.get("path", ""))
        if entry.files and entry.version == FIRST and text.is_file():
            text.write_bytes(read_release(bundled("starter"), entry.reference, FIRST)[SOURCE])
