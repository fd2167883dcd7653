"""What the acts refuse, and in which words."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from classeur.model.findings import Finding
from classeur.model.journal import ReviewOutcome, SignStep
from classeur.tasks.act import ActPlan
from classeur.tasks.adopt import plan_adopt
from classeur.tasks.lifecycle import plan_resume, plan_review, plan_suspend, plan_withdraw
from classeur.tasks.release import plan_release
from classeur.tasks.renumber import plan_renumber
from classeur.tasks.sign import plan_sign
from classeur.tasks.submit import plan_submit
from classeur.wording.rule_pages import told as in_words
from tests.acts import approved, codes, done, planned, released, rewritten, submitted, told
from tests.houses import BODY, TODAY, a_text, an_organisation, house_files, write_house

LAST_YEAR = dt.date(2025, 11, 24)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two procedures that name no other text, and a process sheet; nothing released."""
    alone = BODY.replace("La fiche du processus : FP-R1.", "Aucun.")
    second = a_text(alone, reference="PR-R1-002", title="Raccompagner un patient")
    return write_house(
        tmp_path, house_files(**{"procedures/accueil.md": a_text(alone), "procedures/sortie.md": second})
    )


def refusal_of(house: Path, *plan: Any, by: str, **more: Any) -> tuple[Finding, ...]:
    made = planned(house, *plan, by=by, **more)
    assert not isinstance(made, ActPlan)
    return made


def test_every_refusal_is_told_in_words_of_the_reader(house: Path) -> None:
    def refused(code: str, *plan: Any, by: str, **more: Any) -> None:
        [finding] = refusal_of(house, *plan, by=by, **more)
        assert finding.code == code
        for language in ("fr", "en"):
            said = in_words(finding, language)
            assert "–" not in said.message
            assert "{" not in said.message + said.remedy
            assert "_" not in said.message

    refused("WF021", plan_submit, "PR-R1-001", by="c.leroy")
    refused("WF029", plan_sign, "PR-R1-001", SignStep.VALIDATION, by="a.martin")
    refused("WF035", plan_withdraw, "PR-R1-001", by="a.martin", reason="Erreur.")
    submitted(house)
    refused("WF028", plan_submit, "PR-R1-001", by="b.durand")
    refused("WF022", plan_sign, "PR-R1-001", SignStep.VALIDATION, by="c.leroy")
    refused("WF025", plan_sign, "PR-R1-001", SignStep.APPROVAL, by="c.leroy")
    refused("WF031", plan_release, "PR-R1-001", by="a.martin")
    refused("WF032", plan_release, "PR-R1-001", by="b.durand")
    done(house, plan_sign, "PR-R1-001", SignStep.VALIDATION, by="a.martin")
    rewritten(house, old="chaque mois", new="chaque semaine")
    refused("WF030", plan_sign, "PR-R1-001", SignStep.APPROVAL, by="c.leroy")
    released(house)
    refused("WF040", plan_submit, "PR-R1-001", by="b.durand")
    refused("WF033", plan_suspend, "PR-R1-001", by="b.durand", reason="Doute.")
    refused("WF036", plan_suspend, "PR-R1-001", by="a.martin", reason="")
    refused("WF028", plan_resume, "PR-R1-001", by="a.martin", reason="Levé.")
    refused("WF037", plan_withdraw, "PR-R1-001", by="a.martin", reason="Réuni.", replaced_by=["PR-R1-099"])
    refused("WF037", plan_withdraw, "PR-R1-001", by="a.martin", reason="Réuni.", replaced_by=["PR-R1-001"])
    refused("WF038", plan_renumber, "PR-R1-001", "pr-r1-002", by="a.martin")
    later = TODAY + dt.timedelta(days=3)
    refused("WF034", plan_review, "PR-R1-001", ReviewOutcome.KEPT, by="a.martin", reason="Relu.", on=later)


def test_states_and_steps_are_told_in_french(house: Path) -> None:
    submitted(house)

    [again] = refusal_of(house, plan_submit, "PR-R1-001", by="b.durand")
    [missing] = refusal_of(house, plan_release, "PR-R1-001", by="a.martin")

    assert in_words(again, "fr").message == "On ne peut pas soumettre PR-R1-001 maintenant ; son état : en validation."
    assert "1 validation, 1 approbation" in in_words(missing, "fr").message


def test_a_version_on_paper_is_adopted_once_with_its_evidence(house: Path) -> None:
    paper = partial(plan_adopt, approved_on=LAST_YEAR, approved_by="c.leroy")
    assert codes(planned(house, paper, "PR-R1-001", by="a.martin", evidence="")) == ["WF045"]
    done(house, paper, "PR-R1-001", by="a.martin", evidence="Classeur rouge")

    [again] = refusal_of(house, paper, "PR-R1-001", by="a.martin", evidence="Classeur rouge")

    assert (again.code, again.values["free"]) == ("WF039", "2.0")


def test_a_delegate_who_left_signs_nothing(house: Path) -> None:
    dany = "{id: d.roux, name: Dany Roux, roles: [infirmier], units: [soins], until: 2026-11-20}"
    delegation = "{from_person: c.leroy, to_person: d.roux, steps: [approve], from: 2026-11-01, until: 2026-11-30}"
    organisation = an_organisation(delegations=f"delegations:\n  - {delegation}\n")
    organisation = organisation.replace("\nroles:", f"\n  - {dany}\nroles:")
    (house / "manual/organisation.yml").write_text(organisation, "utf-8")
    submitted(house)
    done(house, plan_sign, "PR-R1-001", SignStep.VALIDATION, by="a.martin")

    assert codes(planned(house, plan_sign, "PR-R1-001", SignStep.APPROVAL, by="d.roux")) == ["WF022"]


def test_nothing_is_asked_of_a_text_whose_circuit_is_finished(house: Path) -> None:
    approved(house)

    assert told(house) == ()
