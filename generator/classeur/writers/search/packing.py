"""Numbers and texts packed for a script that a browser reads quickly, also over file://."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

ALPHABET = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "\"'\\<&")
"""The characters that a number is written with: none needs an escape in JSON or in a script."""

LAST = 45
"""The first 45 characters end a number, the others say that more follows."""

_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")
_MORE = len(ALPHABET) - LAST


def pack_number(value: int) -> str:
    """A number as one to a few characters, small numbers shortest."""
    if value < LAST:
        return ALPHABET[value]
    packed = ALPHABET[value % LAST]
    value //= LAST
    while value:
        value -= 1
        packed = ALPHABET[LAST + value % _MORE] + packed
        value //= _MORE
    return packed


def pack_numbers(values: Iterable[int]) -> str:
    """Several numbers, one after the other."""
    return "".join(map(pack_number, values))


def pack_words(words: Sequence[str]) -> list[str]:
    """Each word as a capital that says how many letters it shares with the one before (A none), then its own end."""
    return list(map(_packed_after, chain(("",), words), words))


@lru_cache(maxsize=100_000)  # a program that lives packs nearly the same words at each save
def _packed_after(before: str, word: str) -> str:
    shared, most = 0, min(len(word), len(before), 25)
    while shared < most and word[shared] == before[shared]:
        shared += 1
    return chr(ord("A") + shared) + word[shared:]


def script(call: str, literal: str, *arguments: int) -> bytes:
    """A script in plain ASCII that hands data, as one JSON string, to a function of the page.

    Args:
        literal: made by `as_literal`, or by `members` of such.
    """
    before = "".join(f"{argument}," for argument in arguments)
    return f"window.{call}({before}'{literal}');\n".encode("ascii")


def as_literal(data: object) -> str:
    """Data as JSON, escaped for a text between quotes in a script of plain ASCII."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    literal = text.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\x3c").replace("\x7f", "\\x7f")
    if literal.isascii():
        return literal
    return _BEYOND_16_BITS.sub(_in_two_halves, literal).encode("ascii", "backslashreplace").decode("ascii")


def members(literals: Mapping[str, str]) -> str:
    """A JSON object of what `as_literal` made, by names of plain letters."""
    return "{" + ",".join(f'"{name}":{literals[name]}' for name in sorted(literals)) + "}"


def _in_two_halves(found: re.Match[str]) -> str:
    """A character as a script counts it: in two units of 16 bits."""
    units = found[0].encode("utf-16-be")
    return "".join(chr(int.from_bytes(units[place : place + 2])) for place in (0, 2))
