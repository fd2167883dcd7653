"""Two versions of a text compared, as a reader sees them: blocks, steps, words, figures, header."""

from __future__ import annotations

from classeur.model.comparison.blocks import BlockKind
from classeur.model.comparison.changes import Change, ChangeKind, Comparison, EditKind, WordEdit, compare, word_edits
from classeur.model.comparison.figures import Figure, figures
from classeur.model.comparison.headers import HeaderChange, compare_headers

__all__ = [
    "BlockKind",
    "Change",
    "ChangeKind",
    "Comparison",
    "EditKind",
    "Figure",
    "HeaderChange",
    "WordEdit",
    "compare",
    "compare_headers",
    "figures",
    "word_edits",
]
