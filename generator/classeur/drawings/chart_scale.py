"""Scales of charts: round marks on an axis, short words of periods, which of them there is room for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from babel.dates import get_month_names

from classeur.drawings import letters
from classeur.wording.translator import Translator

_ROUND = (1, 2, 2.5, 5, 10)


def marks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Round values at equal distances that enclose a range; `most` steps at the most, or one more."""
    if high <= low:
        low, high = low - 1, high + 1
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in _ROUND if times * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(place * step, 10) for place in range(first, last + 1))


def bounds(values: Sequence[float], is_share: bool) -> tuple[float, ...]:
    """The marks of an axis for these values: from zero when they are near it, never over 100 % nor under 0 %."""
    low, high = min(values), max(values)
    if 0 <= low <= 0.4 * high:
        low = 0
    pad = (high - low) * 0.06
    found = marks(low - pad if low else 0, high + pad)
    if is_share:
        found = tuple(mark for mark in found if 0 <= mark <= 100) if low >= 0 and high <= 100 else found
    elif low >= 0:
        found = tuple(mark for mark in found if mark >= 0)
    return found


def short_period(period: str, words: Translator) -> tuple[str, str]:
    """A period in few letters, and its year: « juil. », « T3 », or nothing before the year of a whole one."""
    year, _, part = period.partition("-")
    if not part:
        return "", year
    if part.startswith("Q"):
        return words("Q{quarter}", quarter=part[1:]), year
    return _month_names(words.language)[int(part)], year


@cache
def _month_names(language: str) -> Mapping[int, str]:
    return {number: str(name) for number, name in get_month_names("abbreviated", locale=language).items()}


def axis_labels(
    periods: Sequence[str], step: float, size: float, words: Translator
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The periods that are written below an axis, `step` units apart: as many as there is room for.

    The year stands below the first one and below each first one of a year.
    """
    shorts = [short_period(period, words) for period in periods]
    widest = max((letters.width(text or year, size) for text, year in shorts), default=0.0)
    every = max(1, math.ceil((widest + 7) / step)) if step > 0 else 1
    every = next((each for each in (1, 2, 3, 4, 6, 12, 24) if each >= every), every)
    found: list[tuple[int, tuple[str, ...]]] = []
    told = ""
    for place in range(0, len(periods), every):
        text, year = shorts[place]
        if not text:
            found.append((place, (year,)))
            continue
        found.append((place, (text, year) if year != told else (text,)))
        told = year
    return tuple(found)
