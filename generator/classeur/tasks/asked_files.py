"""Files that a person asked for: of a format that is known, written whole or not at all."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterable
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.wording.disk_troubles import disk_trouble
from classeur.wording.translator import Translator


def format_of(name: str, formats: Iterable[str], words: Translator) -> str:
    """The suffix that says how a list is wanted, in small letters.

    Raises:
        ClasseurError: it is none of `formats`.
    """
    suffix, known = Path(name).suffix.lower(), tuple(formats)
    if suffix not in known:
        raise ClasseurError(
            words("{file} does not say in which format the list is wanted.", file=name),
            remedy=words("End the name with one of these: {suffixes}.", suffixes=", ".join(known)),
        )
    return suffix


def put_file(target: Path, content: bytes, words: Translator, shown: object = None) -> None:
    """Put a file in its place at once, so that a failure leaves the earlier one whole; `shown` is its name on screen.

    Raises:
        ClasseurError: the folder does not exist, or the file cannot be written.
    """
    beside = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise ClasseurError(
            words("{path} cannot be written: {problem}.", path=shown or target, problem=disk_trouble(error, words)),
            remedy=words("Choose a folder that exists and where you may write, and close the file if it is open."),
        ) from error
