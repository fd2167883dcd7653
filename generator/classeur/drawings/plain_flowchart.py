"""The flowcharts so plain that they are drawn for sure: a check need not try them."""

from __future__ import annotations

import re

_MOST_LINES, _MOST_CHARACTERS = 40, 5000
_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ÿŒœ"
_QUOTED = rf"[{_LETTER}](?:[{_LETTER} '’,.;?!:/%+«»°…()]|-(?!-)){{0,250}}"
_UNQUOTED = rf"(?!(?i:end|default|style|click|class)\b)[{_LETTER}][{_LETTER} ,'’]{{0,40}}"
_NODE = rf"[A-Za-z][0-9]{{0,2}}(?:\[\"{_QUOTED}\"\]|\{{\"{_QUOTED}\"\}})?"
_HEAD = re.compile(r"(?:flowchart|graph) (?:TD|TB|LR)")
ABOUT = re.compile(rf" *acc(?:Title|Descr): {_QUOTED}")
STEP = re.compile(rf" *{_NODE} (?:-->|-->\|{_UNQUOTED}\||-- {_UNQUOTED} -->) {_NODE}")


def is_plain_flowchart(text: str) -> bool:
    """Whether a Mermaid source holds only a direction, a title, a description, and steps told in simple words.

    Drawing such a source never fails: the tests draw many of them. Of any other source, only drawing it tells.
    """
    head, *lines = text.rstrip().split("\n")
    if not _HEAD.fullmatch(head) or len(lines) > _MOST_LINES or len(text) > _MOST_CHARACTERS:
        return False
    steps = [line for line in lines if not ABOUT.fullmatch(line)]
    return bool(steps) and all(map(STEP.fullmatch, steps))
