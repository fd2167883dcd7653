"""Numbers and texts packed for a script that a browser reads quickly, also over file://."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

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
    packed = []
    before = ""
    for word in words:
        shared, most = 0, min(len(word), len(before), 25)
        while shared < most and word[shared] == before[shared]:
            shared += 1
        packed.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return packed


def script(call: str, data: object, *arguments: int) -> bytes:
    """A script in plain ASCII that hands the data, as one JSON string, to a function of the page."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    literal = text.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\x3c").replace("\x7f", "\\x7f")
    ascii_literal = _BEYOND_16_BITS.sub(_in_two_halves, literal).encode("ascii", "backslashreplace").decode("ascii")
    before = "".join(f"{argument}," for argument in arguments)
    return f"window.{call}({before}'{ascii_literal}');\n".encode("ascii")


def _in_two_halves(found: re.Match[str]) -> str:
    """A character as a script counts it: in two units of 16 bits."""
    units = found[0].encode("utf-16-be")
    return "".join(chr(int.from_bytes(units[place : place + 2])) for place in (0, 2))
