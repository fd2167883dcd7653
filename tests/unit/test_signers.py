"""Who may sign a text that day, and which steps one person may hold together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from classeur.model.circuit import able_signers, cumul_of
from classeur.model.journal import SignStep
from classeur.model.organisation import Circuit, Cumul, Delegation, Organisation, Size, Step
from tests.ledgers import ORGANISATION, a_document

TEXT = a_document()
DAY = dt.date(2026, 3, 12)
LEAVER = ORGANISATION.people[0].model_copy(update={"until": dt.date(2026, 3, 1)})


def a_house(**changes: Any) -> Organisation:
    return replace(ORGANISATION, **changes)


def delegating(**changes: Any) -> Organisation:
    """Camille Leroy lets Maud Durand approve in March."""
    days: dict[str, Any] = {"from_": dt.date(2026, 3, 1), "until": dt.date(2026, 3, 31)} | changes
    given = Delegation(from_person="c.leroy", to_person="b.durand", steps=(Step.APPROVE,), **days)
    return a_house(delegations=(given,))


def test_the_people_named_in_the_text_sign_for_themselves() -> None:
    assert able_signers(ORGANISATION, TEXT, SignStep.VALIDATION, DAY) == {"a.martin": ""}
    assert able_signers(ORGANISATION, TEXT, SignStep.APPROVAL, DAY) == {"c.leroy": ""}


def test_a_named_person_without_the_right_signs_nothing() -> None:
    assert able_signers(ORGANISATION, a_document(approver="b.durand"), SignStep.APPROVAL, DAY) == {}


def test_a_delegate_signs_for_who_delegated_on_the_days_and_steps_that_were_given() -> None:
    assert able_signers(delegating(), TEXT, SignStep.APPROVAL, DAY) == {"c.leroy": "", "b.durand": "c.leroy"}
    assert able_signers(delegating(), TEXT, SignStep.VALIDATION, DAY) == {"a.martin": ""}
    over = delegating(until=dt.date(2026, 3, 11))
    assert able_signers(over, TEXT, SignStep.APPROVAL, DAY) == {"c.leroy": ""}


def test_a_delegate_who_left_keeps_nobody_else_from_signing() -> None:
    gone = Delegation(from_person="c.leroy", to_person="z.inconnu", steps=(Step.APPROVE,), from_=DAY, until=DAY)
    house = replace(delegating(), delegations=(gone, *delegating().delegations))

    assert able_signers(house, TEXT, SignStep.APPROVAL, DAY) == {"c.leroy": "", "b.durand": "c.leroy"}


def test_a_delegate_who_is_no_longer_there_signs_nothing() -> None:
    gone = ORGANISATION.person["b.durand"].model_copy(update={"until": dt.date(2026, 3, 11)})
    house = replace(delegating(), people=tuple(gone if each.id == gone.id else each for each in ORGANISATION.people))

    assert able_signers(house, TEXT, SignStep.APPROVAL, DAY) == {"c.leroy": ""}


def test_a_delegate_of_somebody_whom_the_text_does_not_name_signs_nothing() -> None:
    rights = tuple(role.model_copy(update={"may": frozenset(Step)}) for role in ORGANISATION.roles)
    house = replace(delegating(), roles=rights)

    assert able_signers(house, a_document(approver="a.martin"), SignStep.APPROVAL, DAY) == {"a.martin": ""}


def test_a_delegate_signs_no_step_that_was_not_given() -> None:
    named = a_document(validator="c.leroy")

    assert able_signers(delegating(), named, SignStep.VALIDATION, DAY) == {"c.leroy": ""}


def test_a_delegate_of_somebody_named_signs_for_them_before_anybody_else() -> None:
    rights = tuple(role.model_copy(update={"may": frozenset(Step)}) for role in ORGANISATION.roles)
    given = delegating().delegations[0]
    other = given.model_copy(update={"from_person": "a.martin"})
    house = replace(delegating(), roles=rights, delegations=(other, given))

    able = able_signers(house, a_document(approver="[c.leroy, z.inconnu]"), SignStep.APPROVAL, DAY)

    assert able["b.durand"] == "c.leroy"


def test_a_delegate_whose_name_is_on_the_text_signs_for_herself() -> None:
    rights = tuple(role.model_copy(update={"may": frozenset(Step)}) for role in ORGANISATION.roles)
    both = a_document(approver="[b.durand, c.leroy]")

    able = able_signers(replace(delegating(), roles=rights), both, SignStep.APPROVAL, DAY)

    assert able == {"b.durand": "", "c.leroy": ""}


def test_for_one_who_has_left_the_present_holders_of_the_right_sign() -> None:
    people = (LEAVER, *ORGANISATION.people[1:])

    assert able_signers(a_house(people=people), TEXT, SignStep.VALIDATION, DAY) == {"c.leroy": ""}
    unknown = a_document(validator="z.inconnu")
    assert able_signers(ORGANISATION, unknown, SignStep.VALIDATION, DAY) == {"a.martin": "", "c.leroy": ""}


def test_a_delegation_ends_with_the_presence_of_who_gave_it() -> None:
    gone = ORGANISATION.person["c.leroy"].model_copy(update={"until": dt.date(2026, 3, 1)})
    house = replace(delegating(), people=tuple(gone if each.id == "c.leroy" else each for each in ORGANISATION.people))

    assert able_signers(house, TEXT, SignStep.APPROVAL, DAY) == {}


def test_for_one_who_has_left_a_delegate_of_a_present_holder_signs_by_delegation() -> None:
    unknown = a_document(approver="z.inconnu")

    assert able_signers(delegating(), unknown, SignStep.APPROVAL, DAY) == {"c.leroy": "", "b.durand": "c.leroy"}


# several steps by one person

MOTIVATED, FORBIDDEN, FREE = (Circuit(validation=1, approval=1, cumul=cumul) for cumul in
                              (Cumul.MOTIVATED, Cumul.FORBIDDEN, Cumul.FREE))  # fmt: skip
TWICE: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: ("b.durand",), SignStep.APPROVAL: ("c.leroy",)}
THRICE: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: ("b.durand",), SignStep.APPROVAL: ("b.durand",)}
REASONED = a_document(cumul_reason="Équipe de deux personnes.")


def test_different_people_hold_no_steps_together() -> None:
    apart: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: ("a.martin",), SignStep.APPROVAL: ("c.leroy",)}

    assert cumul_of(ORGANISATION, TEXT, FORBIDDEN, apart) is None


def test_writing_and_validating_needs_the_circuit_to_allow_it() -> None:
    fault = cumul_of(ORGANISATION, TEXT, FORBIDDEN, TWICE)

    assert fault is not None
    assert (fault.person, fault.steps, fault.is_forbidden) == ("b.durand", ("writing", "validation"), True)
    assert cumul_of(ORGANISATION, TEXT, FREE, TWICE) is None
    assert cumul_of(ORGANISATION, TEXT, FREE, THRICE) is None


def test_a_reason_allows_two_steps_where_the_circuit_asks_for_one() -> None:
    fault = cumul_of(ORGANISATION, TEXT, MOTIVATED, TWICE)

    assert fault is not None
    assert not fault.is_forbidden
    assert cumul_of(ORGANISATION, REASONED, MOTIVATED, TWICE) is None


def test_all_three_steps_are_for_who_works_alone() -> None:
    fault = cumul_of(ORGANISATION, REASONED, MOTIVATED, THRICE)

    assert fault is not None
    assert (fault.is_forbidden, fault.steps) == (True, ("writing", "validation", "approval"))
    assert cumul_of(a_house(size=Size.SINGLE), REASONED, MOTIVATED, THRICE) is None


def test_each_person_is_looked_at_not_the_writer_only() -> None:
    both: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: ("a.martin",), SignStep.APPROVAL: ("a.martin",)}

    fault = cumul_of(ORGANISATION, TEXT, FORBIDDEN, both)

    assert fault is not None
    assert (fault.person, fault.steps) == ("a.martin", ("validation", "approval"))


def test_one_step_signed_twice_is_no_cumul() -> None:
    twice: dict[SignStep, tuple[str, ...]] = {SignStep.VALIDATION: ("a.martin", "a.martin")}

    assert cumul_of(ORGANISATION, TEXT, FORBIDDEN, twice) is None
