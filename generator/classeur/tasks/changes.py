"""What changed between a text and the one that was signed or released, in words."""

from __future__ import annotations

from classeur.model.comparison import compare
from classeur.model.documents import Document
from classeur.model.journal import JournalEntry

MOST_SHOWN = 3
"""How many changes a message names; the comparison shows them all."""


def change_since_submission(document: Document, submitted: JournalEntry) -> str:
    """The first words that changed since a submission: « 5 mg » → « 50 mg »."""
    before = submitted.details.get("body")
    if not isinstance(before, str):
        return "–"
    changes = [change for change in compare(before, document.body).changes if change.before != change.after]
    shown = [f"« {_short(change.before)} » → « {_short(change.after)} »" for change in changes[:MOST_SHOWN]]
    more = f" (+{len(changes) - MOST_SHOWN})" if len(changes) > MOST_SHOWN else ""
    return " ; ".join(shown) + more if shown else "–"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:79] + "…"
