"""A summary of changes that tells the reader nothing."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.references import folded
from classeur.model.versions import Version
from classeur.rules.registry import Problem, at, in_each_text, rule

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[vn]?\d+")
_LONGEST = 100
"""A longer sentence says something."""

_CREATION = ("creation", "document")
_HOLLOW = frozenset(
    word
    for line in (
        "a actualisation ajout ajouts amelioration ameliorations an and apres au aux change changed changement",
        "changements changes complet complete correction corrections creation d dans de des divers diverse diverses",
        "document du en et fiche first forme general generale init initial initiale jour l la le les maj majeure",
        "mineure mineures mineurs minor mise mises modification modifications n new nouveau nouvelle numero of ou",
        "page petit petite petites petits plusieurs premiere procedure protocole quelques redaction refonte relecture",
        "remise revision revue some suite sur texte the this to un une update updated v various version versions",
    )
    for word in line.split()
)
"""Words without accents that, alone together, say that something changed and never what."""


@rule("WF011", "hollow-summary", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Summaries of fewer than three words, of hollow words only, or that repeat the title."""
    return in_each_text(binder, _hollow)


def _hollow(document: Document) -> Iterator[Problem]:
    summary = document.header.summary
    if summary and len(summary) <= _LONGEST and _is_hollow(document):
        yield at(document.place("summary"), reference=document.reference, summary=summary)


def _is_hollow(document: Document) -> bool:
    words = _WORD.findall(folded(document.header.summary))
    if document.version == Version(1) and set(_CREATION) <= set(words):
        return False
    if len(words) < 3 or words == _WORD.findall(folded(document.header.title)):
        return True
    return all(word in _HOLLOW or _NUMBER.fullmatch(word) for word in words)
