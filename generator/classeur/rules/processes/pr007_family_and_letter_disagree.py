"""The letter of a process code tells another family than the one typed."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.processes import FAMILY_LETTERS
from classeur.model.references import PROCESS_CODE
from classeur.rules.registry import Problem, at, rule


@rule("PR007", "family-and-letter-disagree", Severity.NOTE)
def check(binder: Binder) -> Iterator[Problem]:
    """Codes such as R1 in the family of support processes."""
    for document, header in binder.sheets:
        if header.family is None or not PROCESS_CODE.fullmatch(header.code):
            continue
        letter = FAMILY_LETTERS[header.family]
        if header.code[0] != letter:
            yield at(
                document.place("family"),
                process=header.code,
                letter=letter,
                family=header.family,
                reference=document.reference,
            )
