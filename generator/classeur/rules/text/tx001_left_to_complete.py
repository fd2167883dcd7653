"""A passage that somebody meant to write later."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Severity
from classeur.model.kinds import Style
from classeur.rules.registry import Problem, at, rule
from classeur.rules.text.kinds import style

_BLANKS = (
    "nom", "prénom", "date", "titre", "fonction", "service", "numéro", "n°", "adresse", "téléphone", "établissement",
    "structure", "référence", "à compléter", "à définir", "à préciser", "à renseigner", "insérer", "votre", "compléter",
)  # fmt: skip
_LATER_WORDS = ("à compléter", "à définir", "à renseigner", "à préciser", "à rédiger")
_LATER = rf"(?:reste )?(?:{'|'.join(_LATER_WORDS)})"
_ALONE = rf"(?:^\s*(?:[-*+]|\d+[.)])?|[|:\[])\s*[*_]*{_LATER}[*_]*\s*\.?\s*(?=[|\]]|$)"
_BRACKETS = rf"\[(?:{'|'.join(map(re.escape, _BLANKS))})(?!\w)[^\[\]]{{0,50}}\](?![(\[:])"
_DOTS = r"(?:^\s*(?:[-*+]\s|\d+[.)]\s)?|\|)\s*(?:\.{3,}|…+)\s*(?=\||$)"
_NOTES = r"(?<!\w)(?:(?-i:TODO|FIXME)|x{3,})(?!\w)|(?<!\w)insére[rz] ici(?!\w)"
_ANYWHERE = re.compile(_NOTES, re.IGNORECASE)
_IN_A_TEXT = re.compile(f"{_NOTES}|{_ALONE}|{_BRACKETS}|{_DOTS}", re.IGNORECASE)
_SIGNS = ("todo", "fixme", "xxx", "insére", "...", "…", *_LATER_WORDS)
_BLANK = re.compile(_BRACKETS)


@rule("TX001", "left-to-complete", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Marks such as « à définir » alone, [nom], XXX or TODO; in a form, whose cells are to be filled, the last two."""
    for document in binder.documents:
        mark = _ANYWHERE if style(binder, document) is Style.FORM else _IN_A_TEXT
        yield from _left(document, mark)


def _left(document: Document, mark: re.Pattern[str]) -> Iterator[Problem]:
    lowered = document.body.lower()
    if not any(sign in lowered for sign in _SIGNS) and not _BLANK.search(lowered):
        return
    for number, line in enumerate(document.outline.prose, 1):
        if line and (left := mark.search(line)):
            text = left[0].strip(" \t|:-*+[]")
            column = left.start() + left[0].index(text) + 1
            yield at(document.in_body(number, column), text=text, reference=document.reference)
