"""The parts of a staged page that are ready HTML: set aside while the engine reads the page as Markdown.

A template puts such a part between `<!-- ready -->` and `<!-- /ready -->`. Nobody else can: comments typed in a text
are dropped, and values are escaped. An engine that does not know the marks shows the same page, more slowly.
"""

from __future__ import annotations

import re

READY = re.compile(r"^<!-- ready -->\n(.*?)\n<!-- /ready -->$", re.M | re.S)
"""A ready part with its marks; the group is the part."""
_PLACE = re.compile(r"<div>classeur-ready-(\d+)</div>")


def set_aside(page: str) -> tuple[str, tuple[str, ...]]:
    """The page with a short mark in the place of each ready part, and these parts."""
    parts = tuple(READY.findall(page))
    numbers = iter(range(len(parts)))
    return READY.sub(lambda _: f"<div>classeur-ready-{next(numbers)}</div>", page), parts


def put_back(rendered: str, parts: tuple[str, ...]) -> str:
    """The rendered page with its ready parts in their places."""
    return _PLACE.sub(lambda mark: parts[int(mark[1])] if int(mark[1]) < len(parts) else mark[0], rendered)
