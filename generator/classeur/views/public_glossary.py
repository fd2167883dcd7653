"""The glossary of a site for people outside the house: no word that only confidential texts say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from classeur.model.documents import Document
from classeur.model.glossary import Term
from classeur.model.references import folded

_WORD = re.compile(r"\w+")


def public_glossary(
    glossary: Iterable[Term], told_texts: Iterable[Document], hidden_texts: Iterable[Document], is_all_read: bool
) -> tuple[Term, ...]:
    """The terms that people outside may read, without the names that only confidential texts use.

    Args:
        is_all_read: every confidential text could be read. If not, doubt leaves out: a name that no told text uses
            may stand in the one that could not be read.
    """
    told, hidden = _said(told_texts), _said(hidden_texts)

    def is_told(name: str) -> bool:
        spoken = _spoken(name)
        return spoken in told or (is_all_read and spoken not in hidden)

    return tuple(_with_names(term, is_told) for term in glossary if _may_stay(term, is_told))


def _may_stay(term: Term, is_told: Callable[[str], bool]) -> bool:
    return is_told(term.term) and (not term.means or any(map(is_told, term.means)))


def _with_names(term: Term, is_told: Callable[[str], bool]) -> Term:
    means, synonyms, misspellings = (
        tuple(filter(is_told, names)) for names in (term.means, term.synonyms, term.misspellings)
    )
    return replace(term, means=means, synonyms=synonyms, misspellings=misspellings)


def _said(texts: Iterable[Document]) -> str:
    """All the words of these texts in a row, folded, a space around each."""
    headers = ((text, text.header) for text in texts)
    return " ".join(
        _spoken(" ".join((head.title, *head.keywords, *head.synonyms, head.summary, text.body)))
        for text, head in headers
    )


def _spoken(text: str) -> str:
    return f" {' '.join(_WORD.findall(folded(text)))} "
