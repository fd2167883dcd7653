"""What the checker says of a house that has released texts: its ledger is made by the acts themselves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from classeur.model.findings import Severity
from classeur.model.journal import ReviewOutcome, SignStep
from classeur.tasks.lifecycle import plan_review, plan_withdraw
from classeur.tasks.release import plan_release
from classeur.tasks.renumber import plan_renumber
from classeur.tasks.sign import plan_sign
from classeur.tasks.submit import plan_submit
from classeur.wording.rule_pages import told as in_words
from tests.acts import ACCUEIL, codes, done, planned, released, rewritten, submitted, told
from tests.houses import TODAY, an_organisation
from tests.rules.two_procedures import SECOND, the, two_procedures

YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Two procedures that name no other text, and a process sheet; nothing released."""
    return two_procedures(tmp_path)


# --- the text that follows a release


def test_a_house_whose_texts_are_in_force_has_no_fault(house: Path) -> None:
    for reference in ("PR-R1-001", "PR-R1-002", "FP-R1"):
        released(house, reference)

    assert told(house) == ()


def test_a_text_changed_after_its_release_needs_a_higher_version_and_is_told_which_are_free(house: Path) -> None:
    released(house)
    rewritten(house, old="pièce officielle", new="carte")

    found = the("WF018", told(house))

    assert found.severity is Severity.ERROR
    assert found.where.line == 5
    assert (found.values["major"], found.values["minor"], found.values["editorial"]) == ("2.0", "1.1", "1.0.1")
    assert codes(planned(house, plan_submit, "PR-R1-001", by="b.durand")) == ["WF018"]


def test_a_higher_version_with_a_new_summary_may_be_submitted(house: Path) -> None:
    released(house)
    rewritten(house, old="pièce officielle", new="carte", version="1.1", change="minor", summary="Une carte suffit.")

    submitted(house)


def test_a_summary_that_still_tells_the_last_version_is_a_warning(house: Path) -> None:
    released(house)
    rewritten(house, old="pièce officielle", new="carte", version="1.1", change="minor")

    assert the("WF020", told(house)).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("version", "change", "refused"),
    [("1.1", "minor", False), ("2.0", "major", False), ("2.1", "minor", True), ("1.1.1", "editorial", True)],
)
def test_the_class_says_how_far_the_number_may_go(house: Path, version: str, change: str, refused: bool) -> None:
    released(house)
    rewritten(house, version=version, change=change, summary="Le délai d'attente est précisé.")

    found = [finding.values for finding in told(house) if finding.code == "WF041"]
    assert bool(found) is refused
    for values in found:
        assert (values["minor"], values["editorial"], values["major"]) == ("1.1", "1.0.1", "2.0")


def test_a_released_text_is_judged_by_the_circuit_of_its_day(house: Path) -> None:
    released(house)
    stricter = an_organisation().replace("validation: 1, approval: 1", "validation: 2, approval: 2")
    (house / "manual/organisation.yml").write_text(stricter, "utf-8")

    assert [finding for finding in told(house) if finding.reference == "PR-R1-001"] == []


# --- the guard on editorial changes


def a_waiver(house: Path, person: str) -> None:
    row = {"code": "WF019", "reference": "PR-R1-001", "reason": "Le métier a changé de nom.", "person": person}
    fields = ", ".join(f"{key}: {value}" for key, value in row.items())
    (house / "manual/waivers.yml").write_text(f"- {{{fields}, until: 2026-12-31}}\n", "utf-8")


def test_a_typing_error_may_be_corrected_as_an_editorial_change(house: Path) -> None:
    rewritten(house, old="Saluer le patient et demander", new="Saluer le pacient et demander")
    released(house)
    rewritten(
        house, old="pacient", new="patient", version="1.0.1", change="editorial", summary="Une faute est corrigée."
    )

    assert told(house) == ()


def test_a_dose_is_never_an_editorial_change(house: Path) -> None:
    rewritten(house, old="chaque mois.", new="chaque mois.\n\nDonner 5 mg au coucher.")
    released(house)
    rewritten(house, old="5 mg", new="50 mg", version="1.0.1", change="editorial", summary="La forme est revue.")

    found = the("WF019", told(house))

    line = (house / ACCUEIL).read_text("utf-8").split("\n").index("Donner 50 mg au coucher.") + 1
    assert (found.severity, found.where.line) == (Severity.ERROR, line)
    assert "50 mg" in in_words(found, "fr").message
    assert codes(planned(house, plan_submit, "PR-R1-001", by="b.durand")) == ["WF019"]


def test_a_text_whose_release_is_lost_cannot_be_called_editorial(house: Path) -> None:
    released(house)
    (house / "releases/PR-R1-001/1.0/source.md").unlink()
    rewritten(house, version="1.0.1", change="editorial", summary="La forme est revue.")

    found = the("WF019", told(house))

    assert {found.values[name] for name in ("doubt", "before", "after", "sentence")} == {"–"}


def test_a_title_with_another_sense_is_no_editorial_change(house: Path) -> None:
    released(house)
    said = "Le titre est revu aujourd'hui."
    rewritten(house, title="Accueillir deux patients", version="1.0.1", change="editorial", summary=said)

    assert {(f.code, f.where.line) for f in told(house)} == {("WF019", 3)}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("purpose", "Donner à chacun un bon rendez-vous en 5 jours."),
        ("pilot", "c.leroy"),
        ("deputy", "c.leroy"),
        ("customers", "Les familles"),
        ("inputs", "[{what: demande écrite, from: Patients}]"),
        ("outputs", "[{what: rendez-vous, to: Familles}]"),
        ("risks", "[Attente trop longue]"),
        ("resources", "[Une salle de plus]"),
    ],
)
def test_a_line_of_a_process_sheet_with_another_sense_is_no_editorial_change(
    house: Path, field: str, value: str
) -> None:
    sheet = "processes/R1-accueillir.md"
    released(house, "FP-R1")
    said = "La forme de la fiche est revue."
    rewritten(house, sheet, version="1.0.1", change="editorial", summary=said, **{field: value})

    lines = (house / sheet).read_text("utf-8").split("\n")
    told_at = {lines[found.where.line - 1].split(":")[0] for found in told(house) if found.code == "WF019"}
    assert told_at == {field}


@pytest.mark.parametrize(("person", "counts"), [("c.leroy", True), ("b.durand", False)])
def test_only_an_approver_may_answer_for_an_editorial_change_in_doubt(house: Path, person: str, counts: bool) -> None:
    released(house)
    rewritten(
        house, old="Secrétaire", new="Agent d'accueil", version="1.0.1", change="editorial", summary="Mot revu ici."
    )
    a_waiver(house, person)

    found = told(house)

    assert {f.severity for f in found if f.code == "WF019"} == {Severity.NOTE if counts else Severity.ERROR}
    assert ("RG007" in codes(found)) is not counts


def test_the_approvers_reason_is_kept_with_the_release(house: Path) -> None:
    released(house)
    rewritten(
        house, old="Secrétaire", new="Agent d'accueil", version="1.0.1", change="editorial", summary="Mot revu ici."
    )
    a_waiver(house, "c.leroy")

    after = released(house)

    release = after.binder.ledger.history("PR-R1-001").last
    assert release is not None
    assert release.detail("override") == "Le métier a changé de nom."
    assert release.detail("override_by") == "Camille Leroy"


# --- people who leave


def test_a_leaver_keeps_past_signatures_and_only_what_is_owned_is_to_be_handed_over(house: Path) -> None:
    rewritten(house, owner="b.durand")
    released(house)
    people = an_organisation().replace("{id: b.durand,", "{id: b.durand, until: 2026-11-21,")
    (house / "manual/organisation.yml").write_text(people, "utf-8")

    found = [f for f in told(house) if f.reference == "PR-R1-001"]

    assert [(f.code, f.values["field"]) for f in found] == [("OR005", "owner")]
    assert "classeur reassign --from b.durand --to" in in_words(found[0], "fr").remedy


# --- emergency editions


def an_emergency(house: Path, day: dt.date) -> None:
    rewritten(house, urgent="true", validator="")
    submitted(house, day=day)
    done(house, plan_sign, "PR-R1-001", SignStep.APPROVAL, by="c.leroy", day=day)
    done(house, plan_release, "PR-R1-001", by="a.martin", day=day)


def test_an_emergency_edition_needs_one_approval_and_is_to_be_regularised(house: Path) -> None:
    an_emergency(house, TODAY)

    [found] = told(house)

    assert (found.code, found.severity, found.values["until"]) == ("WF042", Severity.WARNING, "2026-12-22")


def test_an_emergency_edition_is_to_be_regularised_until_its_last_day(house: Path) -> None:
    an_emergency(house, TODAY - dt.timedelta(days=30))

    assert the("WF042", told(house)).values["until"] == TODAY.isoformat()
    assert "WF043" in codes(told(house, TODAY + dt.timedelta(days=1)))


def test_an_emergency_edition_that_nobody_regularised_has_lapsed(house: Path) -> None:
    an_emergency(house, TODAY - dt.timedelta(days=40))

    assert the("WF043", told(house)).severity is Severity.WARNING


def test_a_regularised_emergency_edition_is_forgotten(house: Path) -> None:
    an_emergency(house, YESTERDAY)
    rewritten(house, urgent="", validator="a.martin", version="1.1", change="minor", summary="La relecture est faite.")
    released(house)

    assert told(house) == ()


# --- reviews


def test_a_review_that_keeps_a_text_moves_its_next_date(house: Path) -> None:
    old = dt.date(2024, 10, 1)
    released(house, day=old)
    assert the("RV001", told(house)).reference == "PR-R1-001"

    done(house, plan_review, "PR-R1-001", ReviewOutcome.KEPT, by="a.martin", reason="Relu en équipe.")

    assert told(house) == ()


def test_the_draft_of_a_new_version_does_not_hide_an_overdue_review(house: Path) -> None:
    released(house, day=dt.date(2024, 10, 1))
    rewritten(house, review_date="2028-01-01", version="2.0", summary="Le délai d'attente est précisé.")

    assert "RV001" in codes(told(house))


def test_a_withdrawn_text_is_not_reviewed(house: Path) -> None:
    released(house, day=dt.date(2024, 10, 1))
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Acte arrêté.")

    assert "RV001" not in codes(told(house))


# --- withdrawn, renumbered, never released


def test_the_text_of_a_withdrawn_document_is_told_until_it_goes_or_is_raised(house: Path) -> None:
    released(house)
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Acte arrêté.")
    found = the("LG031", told(house))
    assert (found.severity, found.reference, found.values["replacement"]) == (Severity.WARNING, "PR-R1-001", "–")

    rewritten(house, version="2.0", summary="Le délai d'attente est précisé.")

    assert "LG031" not in codes(told(house))


def test_a_link_to_a_withdrawn_text_is_told(house: Path) -> None:
    rewritten(house, SECOND, old="Aucun.", new="La suite de PR-R1-001.")
    for reference in ("PR-R1-001", "PR-R1-002", "FP-R1"):
        released(house, reference)
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Acte arrêté.")

    found = [f for f in told(house) if f.code == "LK012"]

    assert {f.reference for f in found} == {"PR-R1-002", "FP-R1"}


def test_a_link_to_a_withdrawn_text_that_has_a_replacement_says_which(house: Path) -> None:
    released(house)
    released(house, "PR-R1-002")
    done(house, plan_withdraw, "PR-R1-001", by="a.martin", reason="Réuni.", replaced_by=["PR-R1-002"])

    found = the("LK006", told(house))

    assert (found.reference, found.values["replacement"]) == ("FP-R1", "PR-R1-002")


def test_a_text_on_its_way_that_refers_to_a_draft_is_noted(house: Path) -> None:
    rewritten(house, old="Aucun.", new="La suite est dans FP-R1.")
    released(house)

    found = the("LK013", told(house))

    assert (found.reference, found.values["cited"], found.severity) == ("PR-R1-001", "FP-R1", Severity.NOTE)


def test_links_to_a_renumbered_text_are_told_and_its_old_reference_is_never_used_again(house: Path) -> None:
    for reference in ("PR-R1-001", "PR-R1-002", "FP-R1"):
        released(house, reference)
    before = (house / ACCUEIL).read_text("utf-8")
    done(house, plan_renumber, "PR-R1-001", "PR-R1-009", by="a.martin")

    assert codes(told(house)) == ["LK006"]

    (house / "procedures/copie.md").write_text(before, "utf-8")
    assert the("LG032", told(house)).values["present"] == "PR-R1-009"


def test_a_text_may_replace_a_document_that_is_no_longer_in_the_folder(house: Path) -> None:
    released(house, "PR-R1-002")
    (house / SECOND).unlink()
    rewritten(house, supersedes="[PR-R1-002]")

    assert "WF015" not in codes(told(house))


def test_a_damaged_journal_is_told_at_the_ledger(house: Path) -> None:
    released(house)
    entry = sorted((house / "releases/journal").iterdir())[1]
    entry.write_bytes(entry.read_bytes().replace(b"b.durand", b"c.leroy"))

    found = the("LG030", told(house))

    assert (str(found.where), found.severity) == ("releases:1:1", Severity.ERROR)
