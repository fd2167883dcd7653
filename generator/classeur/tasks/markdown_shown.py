"""What a piece of Markdown shows in a house, as HTML: two writings of one thing are then alike."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from classeur.wording.translator import Translator
from classeur.writers.site.dialect import TextLinks
from classeur.writers.site.engine import MkDocsEngine


def shown_in(root: Path, words: Translator) -> Callable[[str], str]:
    """The renderer of a house; addresses stay as they are typed."""
    dialect = MkDocsEngine(root, words).dialect
    links = TextLinks(lambda target: target, lambda reference: None)

    def render(markdown: str) -> str:
        rendered = dialect.render(markdown, links)
        parts = []
        for section in rendered.sections:
            level = section.level
            parts.append(f"<h{level}>{html.escape(section.heading)}</h{level}>" if level else "")
            parts.append(section.html)
        return "".join(parts)

    return render
