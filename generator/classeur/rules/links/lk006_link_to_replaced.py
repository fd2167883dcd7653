"""A link or a citation refers to a document that another one replaces."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.links.referrals import referrals, replacements_of
from classeur.rules.registry import Problem, at, rule


@rule("LK006", "link-to-replaced", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """References to a replaced, split, merged or renumbered document, except in the one that replaces it."""
    if not binder.replacements and binder.ledger.is_empty:
        return
    for document, where, cited in referrals(binder):
        replacements = replacements_of(binder, cited)
        if replacements and document.reference not in replacements and not replacements_of(binder, document.reference):
            yield at(where, replaced=cited, replacement=", ".join(replacements), reference=document.reference)
