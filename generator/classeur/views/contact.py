"""Whom to ask about the quality system."""

from __future__ import annotations

from classeur.model.binder import Binder
from classeur.model.organisation import Person, Step


def contact(binder: Binder) -> Person | None:
    """The person to write to: who may release, and rather the référent than the direction, which approves."""
    house = binder.organisation
    able = [
        person
        for person in house.people
        if person.email and person.is_present(binder.today) and house.may(person.id, Step.RELEASE, binder.today)
    ]
    first = sorted(able, key=lambda person: house.may(person.id, Step.APPROVE, binder.today))
    return first[0] if first else None
