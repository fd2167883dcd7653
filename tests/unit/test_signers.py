"""Who may sign a text that day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from classeur.model.circuit import able_signers
from classeur.model.journal import SignStep
from classeur.model.organisation import Delegation, Organisation, Person, Step
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


def test_for_a_leaver_the_present_holders_sign_and_those_they_delegate_to() -> None:
    left = Person(id="c.leroy", name="Camille Leroy", roles=("direction",), until=DAY - dt.timedelta(days=1))
    holder = Person(id="d.roux", name="Dany Roux", roles=("direction",))
    people = (*ORGANISATION.people[:2], left, holder)
    typed = {"from_person": "d.roux", "to_person": "b.durand", "steps": ["approve"], "from": DAY, "until": DAY}
    given = Delegation.model_validate(typed)
    house = replace(ORGANISATION, people=people, delegations=(given,))

    assert able_signers(house, a_document(), SignStep.APPROVAL, DAY) == {"d.roux": "", "b.durand": "d.roux"}
    assert able_signers(house, a_document(), SignStep.APPROVAL, DAY + dt.timedelta(days=1)) == {"d.roux": ""}
