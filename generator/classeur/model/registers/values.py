"""How the values of registers are typed: as people write them in a spreadsheet, in French, never guessed.

A day is written in one of three ways; a percentage keeps its sign; a list is cut at its commas or at its lines.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from classeur.model.references import folded

GRADES = range(1, 6)
"""Severity, frequency: from 1 to 5."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SPELT = re.compile(r"(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})")
_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_SHORT = {"janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTH = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT
_PERCENTAGE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)(%?)")
_ONE_LINE_LIST = re.compile(r"[,;\n]")
_SENTENCES = re.compile(r"\n|\s;\s|;$")
_DAY_FORMS = "12/03/2026, 12 mars 2026, 2026-03-12"


def day_of(text: str) -> dt.date | None:
    """The day that a text says: 12/03/2026, 12 mars 2026 or 2026-03-12; None when it says none.

    The day always comes before the month. A year of two figures is no year.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match[1], match[2], match[3]
    elif match := _SLASHED.fullmatch(text):
        year, month, day = match[4], match[3], match[1]
    elif (match := _SPELT.fullmatch(folded(text))) and match[2] in _MONTH:
        year, month, day = match[3], str(_MONTH[match[2]]), match[1]
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _day(typed: Any) -> Any:
    if typed is None or isinstance(typed, dt.date):
        return typed
    day = day_of(typed) if isinstance(typed, str) else None
    if day is None:
        raise PydanticCustomError("bad_date", "a day is expected", {"choices": _DAY_FORMS})
    return day


def _percent(typed: Any) -> Any:
    if typed is None or isinstance(typed, (int, float)):
        return typed
    match = _PERCENTAGE.fullmatch(re.sub(r"[\s\u00a0\u202f]", "", typed)) if isinstance(typed, str) else None
    value = float(match[1].replace(",", ".")) if match else -1.0
    if match is None or value > 100 or (0 < value <= 1 and not match[2]):  # 0,85 may mean 85 %: nobody guesses
        raise PydanticCustomError("bad_number", "a percentage is expected", {"choices": "85 %"})
    return value


def _count(typed: Any) -> Any:
    if typed is None or isinstance(typed, int):
        return typed
    text = re.sub(r"[\s\u00a0\u202f]", "", typed) if isinstance(typed, str) else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise PydanticCustomError("bad_number", "a whole number is expected", {"choices": "12"})
    return int(text)


def _grade(typed: Any) -> Any:
    grade = _count(typed)
    if grade is not None and grade not in GRADES:
        raise PydanticCustomError("bad_number", "a grade is expected", {"choices": "1, 2, 3, 4, 5"})
    return grade


def _cut(pattern: re.Pattern[str], typed: Any) -> tuple[str, ...]:
    pieces = pattern.split(typed) if isinstance(typed, str) else typed
    if pieces is None:
        return ()
    if not isinstance(pieces, (list, tuple)) or not all(isinstance(item, str) or item is None for item in pieces):
        raise PydanticCustomError("expected_list", "a list of texts is expected")
    return tuple(item.strip() for item in pieces if item and item.strip())


def _names(typed: Any) -> tuple[str, ...]:
    return _cut(_ONE_LINE_LIST, typed)


def _sentences(typed: Any) -> tuple[str, ...]:
    return _cut(_SENTENCES, typed)


_LIST = WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})

RegisterDay = Annotated[dt.date, BeforeValidator(_day)]
"""A day, in one of the three ways of writing it."""

Percent = Annotated[float, BeforeValidator(_percent)]
"""A percentage between 0 and 100: `85` or `85 %`; `0,85` without its sign is refused."""

Count = Annotated[int, BeforeValidator(_count)]
"""How many."""

Grade = Annotated[int, BeforeValidator(_grade), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5})]
"""From 1 to 5."""

Names = Annotated[tuple[str, ...], BeforeValidator(_names), _LIST]
"""People, documents, numbers: a list, or a text cut at its commas."""

Sentences = Annotated[tuple[str, ...], BeforeValidator(_sentences), _LIST]
"""Sentences: a list, or a text cut at its lines (or at ` ; `)."""


class Worded(StrEnum):
    """A fixed value that people may also type with its French words: `in_progress` or « En cours »."""

    french: str

    def __new__(cls, value: str, french: str = "") -> Self:
        """A value, with its French words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.french = french
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        typed = folded(str(value)).strip()
        return next((member for member in cls if typed in (folded(member.french), folded(member.value))), None)
