"""The interface's words, passed as a value: no global, no install."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from classeur.wording.catalogue import messages_of

LANGUAGES = ("fr", "en")
LOCALES: Mapping[str, str] = {"fr": "fr-FR", "en": "en-GB"}
"""The language and the country of a text, as Word and screen readers name them."""
_LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Translator:
    """Turns the messages of the code (written in English) into the reader's language.

    The catalogues are `wording/locale/<language>/LC_MESSAGES/classeur.po`, read as they are: nothing to compile.
    """

    language: str = "fr"
    catalogue: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, message: str, /, **values: object) -> str:
        """The sentence in the reader's language, with its values put in."""
        found = self.catalogue.get(message) or message
        text = found if isinstance(found, str) else found[0]
        return text.format(**values) if values else text

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The sentence that agrees with a number; `{n}` is the number itself. In French 0 and 1 are singular."""
        is_one = number in (0, 1) if self.language == "fr" else number == 1
        found = self.catalogue.get(one) or (one, many)
        text = found if isinstance(found, str) else found[0 if is_one else -1] or (one if is_one else many)
        return text.format(n=number, **values)

    def date(self, day: dt.date | None) -> str:
        """A day in words, such as « 12 mars 2026 » or « 1er janvier 2027 »; a dash when there is none."""
        if day is None:
            return "–"
        if day.day == 1 and self.language == "fr":
            return f"1er {_day(day, 'MMMM y', self.language)}"
        return _day(day, "d MMMM y", self.language)

    def month(self, year: int, month: int) -> str:
        """A month in words, such as « mars 2026 »."""
        return _day(dt.date(year, month, 1), "MMMM y", self.language)

    def number(self, value: float | None) -> str:
        """A number as people of the language write it: 12,5 in French; a dash when there is none."""
        return "–" if value is None else _number(float(value), self.language)


@cache
def translator(language: str = "fr") -> Translator:
    """The translator of a language; French for one that we do not have."""
    chosen = language if language in LANGUAGES else "fr"
    return Translator(chosen, _catalogue(chosen))


@lru_cache(maxsize=4096)
def _day(day: dt.date, pattern: str, language: str) -> str:
    """A day as babel writes it: the same few hundred days come back on every page."""
    from babel.dates import format_date  # takes longer to load than most commands need to answer

    return format_date(day, pattern, locale=language)


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    from babel.numbers import format_decimal  # as above

    return format_decimal(value, locale=language)


def _catalogue(language: str) -> Mapping[str, str | tuple[str, ...]]:
    path = _LOCALE / language / "LC_MESSAGES" / "classeur.po"
    if not path.exists():  # English is the language of the code
        return {}
    with open(path, encoding="utf-8") as lines:
        return messages_of(lines)
