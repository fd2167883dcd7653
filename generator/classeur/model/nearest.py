"""The known words that a person may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from classeur.model.references import folded

_FEW = 10
"""As many words as a sentence can show when none is near."""


def nearest(typed: str, known: Mapping[str, str]) -> str:
    """The known words nearest to a typed one, joined by commas; all of them when they are few, else a dash.

    Args:
        known: the words, each with the name that people say for it: `m.durand` is meant by "Maud Durand".
    """
    meant = [word for word, name in known.items() if folded(typed) in (folded(word), folded(name))]
    words = meant or difflib.get_close_matches(typed, known, n=3, cutoff=0.6)
    return ", ".join(words or (known if len(known) <= _FEW else ())) or "–"


def alike(typed: str, known: Iterable[str]) -> str:
    """Up to three known references that a slip of the pen makes of a typed one, joined by commas, else a dash.

    They begin with the same two letters: comparing with every reference of a large house takes seconds.
    """
    begins = typed[:2].casefold()
    near = [name for name in known if name[:2].casefold() == begins]
    return ", ".join(difflib.get_close_matches(typed, near, n=3, cutoff=0.8)) or "–"
