"""A reader's proposal has waited for its answer beyond the delay of the house."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.proposals import Proposal
from classeur.rules.registry import Problem, at, rule


@rule("RG045", "proposal-without-answer", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Proposals without a day of answer, older than the commitment."""
    limit = binder.organisation.commitments.proposal_days
    for proposal in binder.registers.of(Proposal):
        days = proposal.days_waited(binder.today)
        if proposal.answered_on is None and days > limit and "answered_on" not in proposal.refused_keys:
            place = proposal.place_of("received_on")
            yield at(place, number=proposal.number, document=proposal.document or "–", days=days, limit=limit)
