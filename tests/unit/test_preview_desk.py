"""The desk of the preview: a click shows the plan, a second one runs the same task as the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from classeur.model.states import State
from classeur.tasks.house import open_house
from tests.acts import ACCUEIL, approved, released, rewritten, submitted
from tests.houses import TODAY, write_house
from tests.previews import Answer, Previewed, previewed

REFERENCE = "PR-R1-001"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return write_house(tmp_path)


def state_of(root: Path) -> State | None:
    return open_house(root, TODAY).binder.standing(REFERENCE).in_progress


def planned(preview: Previewed, click: str, reason: str = "") -> Answer:
    preview.enter()
    form = preview.get("/_apercu/a-faire").hidden("form")
    typed = {"form": form, "click": click, "reference": REFERENCE, "reason": reason}
    return preview.post("/_apercu/plan", typed)


def confirmed(preview: Previewed, plan: Answer) -> Answer:
    return preview.post(
        "/_apercu/faire", {n: plan.hidden(n) for n in ("form", "reference", "click", "digest", "reason")}
    )


def test_a_plan_writes_nothing_and_its_confirmation_submits(house: Path) -> None:
    with previewed(house, "b.durand") as preview:
        plan = planned(preview, "submit")
        assert state_of(house) is State.DRAFT

        done = confirmed(preview, plan)

    assert "C&#39;est fait." in done.body
    assert state_of(house) is State.IN_VALIDATION


def test_a_plan_names_the_text_and_offers_one_way_to_do_nothing(house: Path) -> None:
    with previewed(house, "b.durand") as preview:
        plan = planned(preview, "submit")

    words = ("Accueillir un patient", "Ne rien faire", "Revenir à ce qui est à faire")
    assert [plan.body.count(each) for each in words] == [1, 1, 0]


def test_the_whole_circuit_is_clicked_and_the_version_is_in_force(house: Path) -> None:
    for person, click in (
        ("b.durand", "submit"),
        ("a.martin", "validate"),
        ("c.leroy", "approve"),
        ("a.martin", "release"),
    ):
        with previewed(house, person) as preview:
            confirmed(preview, planned(preview, click))

    found = open_house(house, TODAY).binder.standing(REFERENCE)
    assert found.in_force is not None
    assert [s.actor.id for s in found.in_force.signatures] == ["a.martin", "c.leroy"]


def test_a_refusal_needs_its_reason_and_keeps_it(house: Path) -> None:
    submitted(house)
    with previewed(house, "a.martin") as preview:
        without = planned(preview, "refuse")
        done = confirmed(preview, planned(preview, "refuse", "Le délai manque."))

    assert "Un refus demande son motif" in without.body
    assert "Le délai manque." in done.body
    assert state_of(house) is State.REFUSED


def test_a_text_that_changed_since_the_plan_is_not_signed(house: Path) -> None:
    submitted(house)
    with previewed(house, "a.martin") as preview:
        plan = planned(preview, "validate")
        rewritten(house, ACCUEIL, "Saluer le patient", "Recevoir le patient")

        answer = confirmed(preview, plan)

    assert "a changé depuis" in answer.body
    assert not open_house(house, TODAY).binder.standing(REFERENCE).signatures


def test_what_the_circuit_forbids_is_refused_with_its_remedy(house: Path) -> None:
    approved(house)
    with previewed(house, "b.durand") as preview:
        answer = planned(preview, "release")

    assert "rien n&#39;a été écrit" in answer.body
    assert "WF032" in answer.body


def test_the_desk_offers_only_what_waits_for_the_person(house: Path) -> None:
    submitted(house)
    with previewed(house, "c.leroy") as preview:
        preview.enter()
        desk = preview.get("/_apercu/a-faire").body

    assert REFERENCE in desk
    assert "<button" not in desk
    assert "Alix Martin" in desk


def test_somebody_unknown_is_told_how_to_say_who_they_are(house: Path) -> None:
    with previewed(house) as preview:
        preview.enter()
        desk = preview.get("/_apercu/a-faire").body

    assert "--as" in desk


def test_two_versions_stand_side_by_side_once_one_is_in_force(house: Path) -> None:
    released(house)
    rewritten(house, ACCUEIL, "Saluer", "Accueillir", version="1.1", change="minor")
    with previewed(house, "b.durand", is_watching=True) as preview:
        preview.enter()
        page = preview.get(f"/_apercu/cote-a-cote?reference={REFERENCE}")
        unknown = preview.get("/_apercu/cote-a-cote?reference=PR-R9-999")

    assert f'src="/d/{REFERENCE}/index.html"' in page.body
    assert f'src="/d/{REFERENCE}/brouillon/index.html"' in page.body
    assert unknown.status == 404
