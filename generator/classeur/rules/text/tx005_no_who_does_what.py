"""A procedure does not say who does what."""

import re
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Location, Severity
from classeur.model.kinds import Style
from classeur.model.references import folded
from classeur.rules.registry import Problem, at, rule
from classeur.rules.text.kinds import style
from classeur.rules.text.tx013_text_without_content import says_too_little

_WHO = re.compile(
    r"qui (?:fait|intervient)|responsab|(?:fonction|personne)s? concern|(?:role|acteur|mission|intervenant)s?\b"
)
_COLUMN = re.compile(r"\|\s*[*_]*(?:qui|responsables?|acteurs?|fonctions?|roles?)[*_]*\s*(?=\|)")


@rule("TX005", "no-who-does-what", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Procedures, protocols and work instructions with neither a heading nor a table column that names roles."""
    for document in binder.documents:
        if style(binder, document) is not Style.STEPS or says_too_little(binder, document):
            continue
        if not _names_roles(document):
            yield at(Location(document.path), reference=document.reference)


def _names_roles(document: Document) -> bool:
    outline = document.outline
    if any(_WHO.search(folded(heading.text)) for heading in outline.headings):
        return True
    return any(_COLUMN.search(folded(line)) for line in outline.prose if "|" in line)
