"""A rule's page as HTML for the site: its own words, with its examples as code."""

from __future__ import annotations

from functools import cache

import markdown
from markupsafe import Markup


@cache
def rule_html(body: str) -> Markup:
    """The body of a rule's page. It is ours, not typed by a user of the house; its headings become level 4."""
    lowered = "\n".join(f"##{line}" if line.startswith("## ") else line for line in body.split("\n"))
    return Markup(_converter().reset().convert(lowered))


@cache
def _converter() -> markdown.Markdown:
    plain = {"pymdownx.superfences": {"css_class": "highlight"}}
    return markdown.Markdown(extensions=["pymdownx.superfences", "tables"], extension_configs=plain)
