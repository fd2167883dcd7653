"""What a summary of changes tells its reader."""

from __future__ import annotations

import re

from classeur.model.references import folded

CREATION = "Création du document."
"""What stands in a fresh text until its writer says better."""

_WORD = re.compile(r"\w+")
_CREATION = frozenset(_WORD.findall(folded(CREATION))) | {"of", "the"}


def news_of(summary: str) -> str:
    """The summary; nothing where it only says that the document was created, which its version says already."""
    return "" if _CREATION.issuperset(_WORD.findall(folded(summary))) else summary
