"""How long a text takes to read. Reading lists add these minutes up: they are an order of size, not a measure."""

from __future__ import annotations

import math
import re

from classeur.model.outline import Outline

WORDS_PER_MINUTE = 200
"""Sentences: adults read French prose in silence at about 200 words a minute, instructions no faster."""
TABLE_WORDS_PER_MINUTE = 130
"""Words in tables: the eye goes back to the line's and the column's head."""
SECONDS_PER_PICTURE = 15
"""A picture, a plan, a photograph of a gesture."""
SECONDS_PER_DIAGRAM = 30
"""A diagram: boxes and arrows are followed one by one."""

_WORD = re.compile(r"\w+")
_DIAGRAMS = frozenset({"mermaid"})


def reading_minutes(text: Outline) -> int:
    """Whole minutes to read a text once, rounded up, one at least; addresses of links are not read."""
    diagrams = sum(fence.language in _DIAGRAMS for fence in text.fences)
    prose = max(0, text.words - text.table_words - sum(len(_WORD.findall(link.target)) for link in text.links))
    minutes = (
        prose / WORDS_PER_MINUTE
        + text.table_words / TABLE_WORDS_PER_MINUTE
        + (len(text.pictures) * SECONDS_PER_PICTURE + diagrams * SECONDS_PER_DIAGRAM) / 60
    )
    return max(1, math.ceil(minutes))
