"""Who may sign: holders of the right and those they delegate to; several steps in one hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from classeur.model.circuit import CumulFault, able_signers, cumul_of
from classeur.model.journal import SignStep
from classeur.model.organisation import Circuit, Cumul, Delegation, Person, Size
from tests.ledgers import ORGANISATION, a_binder, a_document, a_release, an_entry

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
        (Size.SINGLE, Cumul.MOTIVATED, REASON, None),
        (Size.SINGLE, Cumul.MOTIVATED, "", ("b.durand", ALL, False)),
        (Size.SINGLE, Cumul.FORBIDDEN, REASON, ("b.durand", ALL, True)),
    ],
)
def test_all_three_steps_are_for_one_person_alone_only(size: Size, cumul: Cumul, reason: str, told: object) -> None:
    assert fault(cumul, "b.durand", "b.durand", size, reason) == told


def test_for_a_leaver_the_present_holders_sign_and_those_they_delegate_to() -> None:
    left = Person(id="c.leroy", name="Camille Leroy", roles=("direction",), until=DAY - dt.timedelta(days=1))
    holder = Person(id="d.roux", name="Dany Roux", roles=("direction",))
    people = (*ORGANISATION.people[:2], left, holder)
    typed = {"from_person": "d.roux", "to_person": "b.durand", "steps": ["approve"], "from": DAY, "until": DAY}
    given = Delegation.model_validate(typed)
    house = replace(ORGANISATION, people=people, delegations=(given,))

    assert able_signers(house, a_document(), SignStep.APPROVAL, DAY) == {"d.roux": "", "b.durand": "d.roux"}
    assert able_signers(house, a_document(), SignStep.APPROVAL, DAY + dt.timedelta(days=1)) == {"d.roux": ""}


def test_other_texts_leave_what_a_ledger_tells_of_its_entries() -> None:
    text = a_document()
    ledger = a_binder(a_release("2026-03-02", text), an_entry("renumber", "2026-03-03", to="PR-R1-009")).ledger
    told = {name: getattr(ledger, name) for name in ("is_empty", "renumbered", "by_reference", "histories")}

    other = ledger.with_texts({})

    assert ledger.with_texts(dict(ledger.texts)) is ledger
    assert (other.texts, other.entries, other.head) == ({}, ledger.entries, ledger.head)
    assert all(vars(other)[name] is kept for name, kept in told.items())
    assert "last_instant" not in vars(other)
