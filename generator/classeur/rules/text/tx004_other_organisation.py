"""A text speaks in the name of another organisation."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location, Severity
from classeur.rules.registry import Problem, at, rule

_KINDS = (
    "EHPAD", "Ehpad", "Clinique", "Polyclinique", "Centre hospitalier", "Résidence", "Association", "MSP", "Foyer",
)  # fmt: skip
_ARTICLE = r"(?: (?:de la|de|du|des|les|la|le))?(?: (?:de )?(?:d|l)['’]| )"
_NOUN = r"[A-ZÀÂÉÈÎÔ][\w-]+(?: [A-ZÀÂÉÈÎÔ][\w-]+)*"
_HOUSE = re.compile(rf"(?<!\w)(?:{'|'.join(_KINDS)}){_ARTICLE}{_NOUN}")
_BLANK = re.compile(r"(?:Votre (?:établissement|structure)|Nom de (?:l['’]établissement|la structure))", re.IGNORECASE)


@rule("TX004", "other-organisation", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Another house in the title, or twice in a text that never names our own: elsewhere it is a partner."""
    ours = _proper_words(binder.organisation.name)
    for document in binder.documents:
        yield from _others(document, ours)


def _others(document: Document, ours: set[str]) -> Iterator[Problem]:
    title = document.header.title
    in_title = _BLANK.search(title) or (_HOUSE.search(title) if ours else None)
    if in_title and not _proper_words(in_title[0]) & ours:
        yield at(document.place("title"), other=in_title[0], reference=document.reference)
        return
    if not ours or not any(kind in document.body for kind in _KINDS) or any(word in document.body for word in ours):
        return
    met: dict[str, Location] = {}
    told: set[str] = set()
    for number, line in enumerate(document.outline.prose, 1):
        for house in _HOUSE.finditer(line):
            name = house[0]
            if name in met and name not in told:
                told.add(name)
                yield at(met[name], other=name, reference=document.reference)
            met.setdefault(name, document.in_body(number, house.start() + 1))


def _proper_words(name: str) -> set[str]:
    """The words by which a name is known: those with a capital letter after the first, or the long ones."""
    first, *others = name.split() or [""]
    capitals = {word for word in others if word[0].isupper()}
    return capitals or {word for word in others if len(word) > 3} or {first} - {""}
