"""Whom to ask about the quality system."""

from __future__ import annotations

import datetime as dt

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation, Person, Step


def contact(binder: Binder) -> Person | None:
    """The person to write to: who may release, and rather the référent than the direction, which approves."""
    house, today = binder.organisation, binder.today
    return binder.kept.of("contact", "", (house, today), lambda: _contact(house, today))


def _contact(house: Organisation, today: dt.date) -> Person | None:
    able = [
        person
        for person in house.people
        if person.email and person.is_present(today) and house.may(person.id, Step.RELEASE, today)
    ]
    first = sorted(able, key=lambda person: house.may(person.id, Step.APPROVE, today))
    return first[0] if first else None
