"""A meeting of the year's calendar has not been held."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.meetings import Meeting
from classeur.rules.registry import Problem, at, rule


@rule("RG040", "meeting-not-held", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Meetings whose day has passed without being held, put off or cancelled."""
    for meeting in binder.registers.of(Meeting):
        if meeting.is_missed(binder.today) and not meeting.refused_keys & {"held_on", "moved_to"}:
            days = (binder.today - meeting.day).days
            yield at(meeting.place_of("planned_on"), number=meeting.number, meeting=meeting.kind.value, days=days)
