"""What changed between a text and the one that was signed or released, in words."""

from __future__ import annotations

from classeur.model.comparison import compare
from classeur.model.documents import Document
from classeur.model.journal import JournalEntry
from classeur.model.length import shortened

MOST_SHOWN = 3
"""How many changes a message names; the comparison shows them all."""
_LONGEST = 80


def change_since_submission(document: Document, submitted: JournalEntry) -> str:
    """The first words that changed since a submission: « 5 mg » → « 50 mg »."""
    before = submitted.details.get("body")
    if not isinstance(before, str):
        return "–"
    changes = [change for change in compare(before, document.body).changes if change.before != change.after]
    pairs = [[shortened(text, _LONGEST) for text in (change.before, change.after)] for change in changes[:MOST_SHOWN]]
    shown = [f"« {before} » → « {after} »" for before, after in pairs]
    more = f" (+{len(changes) - MOST_SHOWN})" if len(changes) > MOST_SHOWN else ""
    return " ; ".join(shown) + more if shown else "–"
