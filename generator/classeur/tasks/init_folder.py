"""Creating a quality system: the starter texts, or an empty skeleton."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.resources import bundled
from classeur.wording.translator import Translator

STARTER = ("manual", "procedures", "processes", "mkdocs.yml")
_SKELETON = Path(__file__).parent / "skeleton"
_NOT_STARTER = shutil.ignore_patterns(".*", "*~", "~$*", "confirmations")


def init_folder(target: Path, words: Translator, empty: bool = False) -> tuple[Path, ...]:
    """Create a house in a folder that does not exist or is empty; returns the files written, relative to it.

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
            _fill(made, empty)
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
                "{path} cannot be written: {problem}.", path=error.filename or target, problem=error.strerror or error
            ),
            remedy=words("Choose another folder, free some space, or ask for the right to write there."),
        ) from error
    return written


def _fill(folder: Path, empty: bool) -> None:
    shutil.copytree(_SKELETON / "common", folder, dirs_exist_ok=True)
    for hidden in ("gitignore", "gitattributes"):
        (folder / hidden).rename(folder / f".{hidden}")
    if empty:
        shutil.copytree(_SKELETON / "empty", folder, dirs_exist_ok=True)
        shutil.copy(bundled("starter") / "mkdocs.yml", folder / "mkdocs.yml")
        for name in ("procedures", "processes", "manual/registers"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        return
    for name in STARTER:
        source = bundled("starter") / name
        if source.is_dir():
            shutil.copytree(source, folder / name, dirs_exist_ok=True, ignore=_NOT_STARTER)
        else:
            shutil.copy(source, folder / name)
