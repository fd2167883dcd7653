"""The person who reported an event has had no answer in the delay of the house."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.later import later
from classeur.model.registers.events import Event
from classeur.rules.registry import Problem, at, rule


@rule("RG035", "event-without-feedback", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Events known for longer than the commitment, without a day of feedback."""
    limit = binder.organisation.commitments.feedback_days
    for event in binder.registers.of(Event):
        if event.feedback_on is None and "feedback_on" not in event.refused_keys:
            days = (binder.today - event.known_on).days
            if later(event.known_on, limit) < binder.today:
                yield at(event.place_of("number"), number=event.number, days=days, limit=limit)
