"""A template of the house that cannot be laid out: told with its place, as any text of the house is."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.wording.translator import Translator

FOLDER = "site_templates"
"""Where a house keeps its own."""
_TEMPLATES = (".j2", ".html", ".md", ".xml")


@contextmanager
def faults_told(folder: Path, own: Path, words: Translator) -> Iterator[None]:
    """Tell what goes wrong in a template of the house; what goes wrong in a shipped one is raised as it is.

    Args:
        folder: where the templates are read: `own`, or a copy of it among shipped ones.
        own: the folder of the house's templates, `site_templates/…`.

    Raises:
        ClasseurError: a template of the house cannot be laid out.
    """
    try:
        yield
    except ClasseurError:
        raise
    except Exception as error:
        place = _place_of(error)
        name = Path(place[0]).relative_to(folder) if place and Path(place[0]).is_relative_to(folder) else None
        if place is None or name is None or not (own / name).is_file():
            raise
        file = (Path(own.parent.name) / own.name / name).as_posix()
        raise ClasseurError(
            words("{file}, line {line}: this template of yours cannot be laid out.", file=file, line=place[1]),
            remedy=words(
                "Correct it, or delete the file: the one shipped with classeur is then used. The template engine says: "
                "{detail}",
                detail=str(error).partition(" in search paths")[0] or type(error).__name__,
            ),
        ) from error


def _place_of(error: Exception) -> tuple[str, int] | None:
    """The file and the line of the template in which it happened; None when it was in no template."""
    from jinja2 import TemplateSyntaxError  # loaded with the first template: nobody waits for it before

    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next(((f.filename, f.lineno or 1) for f in frames if f.filename.endswith(_TEMPLATES)), None)
