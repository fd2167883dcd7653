"""Made-up Word files as the import reads them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from classeur.importers.word.draft import Desk, Draft, draft_of
from classeur.importers.word.markdown import body_of
from classeur.importers.word.reader import WordText, read_word
from classeur.reading.folder import read_folder
from classeur.wording.translator import translator
from tests.houses import TODAY, write_house
from tests.word_files import docx

FILE = PurePosixPath("procedure.docx")


def read(data: bytes) -> WordText:
    """A file that nothing stops."""
    text = read_word(data, FILE)
    assert text.faults == ()
    return text


def markdown(*body: str, **more: object) -> str:
    """What a file with these blocks says."""
    return body_of(read(docx(*body, **more)).blocks)  # type: ignore[arg-type]


def refusal(data: bytes) -> str:
    """The rule that refuses a file."""
    [fault] = read_word(data, FILE).faults
    return fault.code


def draft(tmp_path: Path, data: bytes, name: str = "procedure.docx") -> Draft:
    """The draft that a house makes of a file."""
    binder, _ = read_folder(write_house(tmp_path), TODAY)
    return draft_of(read_word(data, PurePosixPath(name)), Desk(binder, translator("fr")))


def codes(made: Draft) -> set[str]:
    """The rules that a draft is told of."""
    return {fault.code for fault in made.faults}
