"""A released text, or one on its way, refers to a document that was never released."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.states import State
from classeur.rules.links.referrals import referrals
from classeur.rules.registry import Problem, at, rule


@rule("LK013", "link-to-unreleased", Severity.NOTE, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """The first referral of each text to each document that readers cannot open yet; plain drafts are left in peace."""
    if binder.ledger.is_empty:
        return
    told: set[tuple[PurePosixPath, str]] = set()
    for document, where, cited in referrals(binder):
        reference = document.reference
        if cited not in binder.by_reference or (document.path, cited) in told or cited == reference:
            continue
        if not binder.standing(cited).history.releases and binder.standing(reference).state is not State.DRAFT:
            told.add((document.path, cited))
            yield at(where, reference=reference, cited=cited)
