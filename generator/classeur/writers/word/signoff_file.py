"""Sheets to sign as Word files: a document's, a unit's, a newcomer's path. `confirm import` reads them filled in."""

from __future__ import annotations

from classeur.model.sheet_marks import ORGANISATION_PROPERTY
from classeur.views.newcomer_path import Path
from classeur.views.signoff_sheet import SignOffSheet
from classeur.wording.reading_tables import duration
from classeur.wording.signoff_sheet import ON_A_PATH, ON_PAPER, attestation, path_table, signoff_table
from classeur.wording.translator import Translator
from classeur.writers.word.list_file import ToFill, list_file
from classeur.writers.word.template import Completed

_DAY, _SIGNATURE = 1300, 2200
"""Room for a day and for a signature, in twentieths of a point."""


def signoff_file(template: Completed, sheet: SignOffSheet, words: Translator) -> bytes:
    """The sheet of a document or of a unit; the same sheet gives the same bytes."""
    told = _to_fill(words("Sign-off sheet"), (attestation(words), sheet.code), sheet.code, sheet.organisation, ON_PAPER)
    return list_file(template, signoff_table(sheet, words), words, told)


def path_file(template: Completed, path: Path, organisation: str, words: Translator) -> bytes:
    """The sheet of one newcomer: what is to be read first, with room for the day and the signature of each."""
    came = words("arrived on {day}", day=words.date(path.arrived)) if path.arrived else ""
    lines = (", ".join((*path.roles, *([came] if came else []))), duration(path.minutes, words), attestation(words))
    code = f"{path.person} {path.as_of:%Y-%m-%d}"
    told = _to_fill(words("Newcomer's path"), lines, code, organisation, ON_A_PATH)
    return list_file(template, path_table(path, organisation, words), words, told)


def _to_fill(kind: str, lines: tuple[str, ...], code: str, organisation: str, columns: tuple[str, ...]) -> ToFill:
    room = {columns.index("read_on"): _DAY, columns.index("signature"): _SIGNATURE}
    return ToFill(kind, lines, code, room, {ORGANISATION_PROPERTY: organisation})
