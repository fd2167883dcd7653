"""How the document that a rule looks at is written."""

from __future__ import annotations

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.kinds import Style, style_of


def style(binder: Binder, document: Document) -> Style:
    """The style of the document's kind; a plain text when the organisation does not know the kind."""
    kind = binder.kind_of(document)
    return style_of(kind.code) if kind else Style.TEXT
