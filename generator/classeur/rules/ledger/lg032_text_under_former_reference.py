"""A text bears a reference that its document left when it was renumbered."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule


@rule("LG032", "text-under-former-reference", Severity.ERROR, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """Texts with an abandoned reference: it is never used again."""
    moved = binder.ledger.renumbered
    for document in binder.documents if moved else ():
        present = binder.ledger.present(document.reference)
        if present != document.reference:
            yield at(document.place("reference"), reference=document.reference, present=present)
