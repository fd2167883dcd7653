"""An event of severity 4 or 5, or of unacceptable criticality, has not been analysed."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.registers.events import Event
from classeur.rules.registry import Problem, at, rule


@rule("RG034", "severe-event-not-analysed", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Events that must be analysed, without a day of analysis or without causes."""
    for event in binder.registers.of(Event):
        if event.must_be_analysed and not event.is_analysed:
            missing = "causes" if event.analysed_on else "analysed_on"
            if missing not in event.refused_keys:
                criticality = event.criticality or "–"
                place = event.place_of("severity")
                yield at(place, number=event.number, severity=event.severity, criticality=criticality, missing=missing)
