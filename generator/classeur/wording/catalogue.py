"""A catalogue of translated messages (.po), read as it is: nothing to compile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}


def messages_of(lines: Iterable[str]) -> Mapping[str, str | tuple[str, ...]]:
    """The translated text of each message; of a message with a plural, by its singular, each of its forms.

    A message without a translation, or whose translation is marked as fuzzy, is left out.
    """
    found: dict[str, str | tuple[str, ...]] = {}
    entry: dict[str, str] = {}
    is_fuzzy, keyword = False, ""
    for line in (*lines, "#"):
        if line.startswith('"'):
            entry[keyword] += _unquoted(line)
            continue
        if line.startswith(("#", "msgid ")) and "msgid" in entry:
            if not is_fuzzy:
                found |= _message(entry)
            entry, is_fuzzy = {}, False
        if line.startswith("#,"):
            is_fuzzy |= "fuzzy" in line
        elif line.startswith("msg"):
            keyword, _, said = line.partition(" ")
            entry[keyword] = _unquoted(said)
    return found


def _message(entry: Mapping[str, str]) -> dict[str, str | tuple[str, ...]]:
    name = entry["msgid"]
    if not name:  # the head of the catalogue
        return {}
    if "msgid_plural" in entry:
        return {name: tuple(said for keyword, said in entry.items() if keyword.startswith("msgstr["))}
    return {name: entry["msgstr"]} if entry.get("msgstr") else {}


def _unquoted(said: str) -> str:
    text = said.strip()[1:-1]
    return _ESCAPED.sub(lambda escaped: _MEANT.get(escaped[1], escaped[1]), text) if "\\" in text else text
