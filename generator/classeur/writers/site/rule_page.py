"""A rule's page as HTML for the site: its own words, with its examples as code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import markdown
from markupsafe import Markup


_FENCE = re.compile(r"(`{3,})(?:\S+)?(?: +(\S+))?.*")
"""The start of an example: its kind, then the file that it stands for, if it is not the usual one."""


@cache
def rule_html(body: str) -> Markup:
    """The body of a rule's page. It is ours, not typed by a user of the house; its headings become level 4."""
    return Markup(_converter().reset().convert("\n".join(_lines(body))))


def _lines(body: str) -> Iterator[str]:
    """The body with lower headings; above an example, the file that it stands for."""
    fence = ""
    for line in body.split("\n"):
        opened = _FENCE.fullmatch(line)
        if fence:
            fence = "" if line.rstrip() == fence else fence
            yield line
        elif opened:
            fence = opened[1]
            yield from (f"`{opened[2]}`", "") if opened[2] else ()
            yield fence
        else:
            yield f"##{line}" if line.startswith("## ") else line


@cache
def _converter() -> markdown.Markdown:
    plain = {"pymdownx.superfences": {"css_class": "highlight"}}
    return markdown.Markdown(extensions=["pymdownx.superfences", "tables"], extension_configs=plain)
