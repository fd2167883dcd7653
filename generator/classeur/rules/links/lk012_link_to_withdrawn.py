"""A link or a citation refers to a document that was withdrawn and that nothing replaces."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.links.referrals import referrals
from classeur.rules.registry import Problem, at, rule


@rule("LK012", "link-to-withdrawn", Severity.WARNING, of_one_text=True)
def check(binder: Binder) -> Iterator[Problem]:
    """References to withdrawn documents; those that have a replacement are LK006's."""
    withdrawals = {
        reference: history.withdrawal
        for reference, history in binder.ledger.histories.items()
        if history.withdrawal and not history.withdrawal.replaced_by
    }
    for document, where, cited in referrals(binder) if withdrawals else ():
        if cited in withdrawals:
            withdrawal = withdrawals[cited]
            reference = document.reference
            yield at(where, reference=reference, cited=cited, on=withdrawal.on, reason=withdrawal.reason)
