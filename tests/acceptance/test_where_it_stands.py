"""What a person is told of one document: where it stands, why, and who does what next."""

from __future__ import annotations

import pytest

from tests.acceptance.centre import PROCEDURE, Centre


def test_the_status_of_a_document_names_who_acts_next(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")

    said = centre.done("status", PROCEDURE)

    assert f"à valider : classeur sign {PROCEDURE} --step validation" in said.out
    assert "À valider — Alix Martin (depuis aujourd'hui)" in said.out


def test_the_status_of_a_refused_text_gives_the_reason(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.done("sign", PROCEDURE, "--step", "validation", "--refuse", "Dire qui accueille.", by="a.martin")

    said = centre.done("status", PROCEDURE)

    assert "Dire qui accueille." in said.out
    assert f"à corriger, puis : classeur submit {PROCEDURE}" in said.out


def test_the_status_of_a_text_that_changed_names_the_signatures_that_fell(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.done("sign", PROCEDURE, "--step", "validation", by="a.martin")
    centre.replace("Saluer le patient", "Saluer chaque patient")

    said = centre.done("status", PROCEDURE)

    assert "Visas tombés : Alix Martin." in said.out


def test_the_status_of_a_text_that_changed_before_any_signature_says_so(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.replace("Saluer le patient", "Saluer chaque patient")

    said = centre.done("status", PROCEDURE)

    assert "Le texte a changé depuis qu'il a été soumis." in said.out


def test_the_status_of_a_suspended_text_gives_the_reason(centre: Centre) -> None:
    centre.released().done("suspend", PROCEDURE, "--reason", "Matériel en panne", by="a.martin")

    said = centre.done("status", PROCEDURE)

    assert "Suspendu le 12 mars 2026 par Alix Martin : Matériel en panne" in said.out


def test_the_status_of_a_former_reference_is_that_of_the_present_one(centre: Centre) -> None:
    centre.released().done("renumber", PROCEDURE, "--to", "PR-R1-090", by="a.martin")

    assert centre.status(PROCEDURE)["reference"] == "PR-R1-090"


def test_a_history_names_who_released(centre: Centre) -> None:
    said = centre.released().done("history", PROCEDURE)

    assert "Alix Martin (Référent qualité) diffuse PR-R1-001 1.0" in said.out


def test_a_history_says_until_when_an_emergency_edition_holds(centre: Centre) -> None:
    centre.write(urgent="true").released(validator="")

    said = centre.done("history", PROCEDURE)

    assert "(édition" in said.out
    assert "avril 2026)" in said.out


def test_somebody_without_the_right_is_told_who_has_it(centre: Centre) -> None:
    centre.approved()

    said = centre.refused("WF032", "release", PROCEDURE, by="b.durand")

    assert "Peuvent le faire aujourd'hui : Alix Martin" in said.err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["renumber", PROCEDURE], "Il manque quelque chose : --to."),
        (["sign", PROCEDURE, "--step", "approbation"], "--step doit être l'un de : validation, approval."),
    ],
    ids=["missing", "wrong"],
)
def test_an_option_is_named_as_it_is_typed(centre: Centre, typed: list[str], told: str) -> None:
    said = centre.run(*typed, by="a.martin")

    assert said.code == 2
    assert told in said.err


def test_an_option_that_must_be_given_is_marked_in_the_language_of_the_help(centre: Centre) -> None:
    said = centre.done("renumber", "--help")

    assert "[obligatoire]" in said.out


def test_a_day_before_the_journal_is_not_said_to_have_been_without_procedures(centre: Centre) -> None:
    centre.done(
        "adopt", PROCEDURE, "--approved-on", "2025-01-15", "--by", "c.leroy", "--evidence", "Classeur 3", by="a.martin"
    )

    before, after = (centre.done("as-of", day).out for day in ("2025-06-01", "2026-03-12"))

    assert "Le journal commence le 12 mars 2026 : il ne dit rien du 1er juin 2025." in before
    assert PROCEDURE in after
