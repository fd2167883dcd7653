"""A complaint waits for its answer beyond the promised day."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.complaints import Complaint
from classeur.rules.registry import Problem, at, rule


@rule("RG037", "complaint-late", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Complaints without answer whose day has passed."""
    limit = binder.organisation.commitments.answer_days
    for complaint in binder.registers.of(Complaint):
        if complaint.is_late(limit, binder.today) and "answered_on" not in complaint.refused_keys:
            days = complaint.days_to_answer(binder.today)
            yield at(complaint.place_of("received_on"), number=complaint.number, days=days, limit=limit)
