"""Several steps of a circuit in one hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from classeur.model.circuit import CumulFault, cumul_of
from classeur.model.journal import SignStep
from classeur.model.organisation import Circuit, Cumul, Size
from tests.ledgers import ORGANISATION, a_document

REASON = "Seule ce jour-là."
DAY = dt.date(2026, 11, 22)
BOTH = ("writing", "validation")
ALL = ("writing", "validation", "approval")


def fault(cumul: Cumul, validator: str, approver: str, size: Size = Size.TEAM, reason: str = "") -> object:
    """Whether a text of Maud Durand has a fault, signed by these people."""
    signed: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: (validator,), SignStep.APPROVAL: (approver,)}
    circuit = Circuit(validation=1, approval=1, cumul=cumul)
    found = cumul_of(replace(ORGANISATION, size=size), a_document(cumul_reason=reason or '""'), circuit, signed)
    return (found.person, found.steps, found.is_forbidden) if isinstance(found, CumulFault) else None


def test_three_people_have_no_fault() -> None:
    assert fault(Cumul.FORBIDDEN, "a.martin", "c.leroy") is None


@pytest.mark.parametrize(
    ("cumul", "reason", "told"),
    [
        (Cumul.FORBIDDEN, "", ("b.durand", BOTH, True)),
        (Cumul.FORBIDDEN, REASON, ("b.durand", BOTH, True)),
        (Cumul.MOTIVATED, "", ("b.durand", BOTH, False)),
        (Cumul.MOTIVATED, REASON, None),
        (Cumul.FREE, "", None),
    ],
)
def test_two_steps_in_one_hand_are_as_the_circuit_says(cumul: Cumul, reason: str, told: object) -> None:
    assert fault(cumul, "b.durand", "c.leroy", reason=reason) == told


def test_a_person_who_validates_and_approves_holds_two_steps_too() -> None:
    assert fault(Cumul.MOTIVATED, "a.martin", "a.martin") == ("a.martin", ("validation", "approval"), False)


@pytest.mark.parametrize(
    ("size", "cumul", "reason", "told"),
    [
        (Size.TEAM, Cumul.MOTIVATED, REASON, ("b.durand", ALL, True)),
        (Size.TEAM, Cumul.FREE, "", None),
        (Size.SINGLE, Cumul.MOTIVATED, REASON, None),
        (Size.SINGLE, Cumul.MOTIVATED, "", ("b.durand", ALL, False)),
        (Size.SINGLE, Cumul.FORBIDDEN, REASON, ("b.durand", ALL, True)),
    ],
)
def test_all_three_steps_are_for_one_person_alone_only(size: Size, cumul: Cumul, reason: str, told: object) -> None:
    assert fault(cumul, "b.durand", "b.durand", size, reason) == told


def test_each_person_is_looked_at_not_the_writer_only() -> None:
    assert fault(Cumul.FORBIDDEN, "a.martin", "a.martin") == ("a.martin", ("validation", "approval"), True)


def test_one_step_signed_twice_is_no_cumul() -> None:
    twice: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: ("a.martin", "a.martin")}
    circuit = Circuit(validation=1, approval=1, cumul=Cumul.FORBIDDEN)

    assert cumul_of(ORGANISATION, a_document(), circuit, twice) is None
