"""What is in force, and until when (cases 9 to 15, 21 to 24, 29, 31 and 32 of the domain)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from classeur.ledger.problems import VersionTaken
from classeur.model.journal import Assurance
from classeur.tasks.act import ActPlan, Who, carry_out
from classeur.tasks.house import SOURCE, house_at
from classeur.tasks.release import plan_release
from classeur.wording.translator import translator
from tests.acceptance.centre import PATH, PROCEDURE, Centre
from tests.houses import BODY, ORGANISATION, an_organisation, write_house

WORDS = translator("fr")


# 9: two people at once


def test_of_two_people_who_release_at_once_one_succeeds_and_the_other_is_told_the_free_number(centre: Centre) -> None:
    centre.approved()
    one, other = house_at(centre.root, centre.clock[0]), house_at(centre.root, centre.clock[0])
    plans = [
        plan_release(house, PROCEDURE, Who(person, Assurance.CLAIMED), centre.clock[0], WORDS)
        for house, person in ((one, "a.martin"), (other, "c.leroy"))
    ]
    first, second = (plan for plan in plans if isinstance(plan, ActPlan))
    carry_out(first, one, WORDS)

    with pytest.raises(VersionTaken) as refusal:
        carry_out(replace(second, files={SOURCE: b"un autre texte\n"}), other, WORDS)

    assert str(refusal.value.next_free) == "2.0"
    assert len([e for e in house_at(centre.root, centre.clock[0]).binder.ledger.entries if e.files]) == 1


def test_a_released_version_is_not_released_again(centre: Centre) -> None:
    centre.released()

    centre.refused("WF040", "release", PROCEDURE, by="a.martin")


def test_a_number_that_was_released_is_refused_and_the_free_ones_are_named(centre: Centre) -> None:
    centre.released().replace("Saluer le patient", "Saluer chaque patient")

    said = centre.refused("WF018", "submit", PROCEDURE, by="b.durand")

    assert "2.0" in said.err


# 10: withdrawn


def test_a_version_withdrawn_the_same_day_has_consumed_its_number(centre: Centre) -> None:
    centre.released().next_version("2.0", "major", "Deux personnes accueillent.")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").released()

    centre.done("withdraw", PROCEDURE, "--reason", "Une erreur grave", by="a.martin")

    assert (centre.status()["state"], centre.status()["version_in_force"]) == ("withdrawn", None)
    centre.replace("Saluer à deux le patient", "Saluer ensemble le patient")
    centre.refused("WF018", "submit", PROCEDURE, by="b.durand")


def test_the_version_before_comes_back_only_when_somebody_decides_it(centre: Centre) -> None:
    centre.released().next_version("2.0", "major", "Deux personnes accueillent.")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").released()

    centre.done("withdraw", PROCEDURE, "--reason", "Une erreur grave", "--restore", "1.0", by="a.martin")

    assert (centre.status()["state"], centre.status()["version_in_force"]) == ("applicable", "1.0")


def test_a_withdrawal_needs_its_reason(centre: Centre) -> None:
    centre.released()

    centre.refused("WF036", "withdraw", PROCEDURE, by="a.martin")


def test_a_text_may_not_be_replaced_by_one_that_does_not_exist(centre: Centre) -> None:
    centre.released()

    centre.refused("WF037", "withdraw", PROCEDURE, "--reason", "x", "--replaced-by", "PR-R9-001", by="a.martin")


# 11: emergency


def an_emergency(centre: Centre) -> Centre:
    centre.released().next_version("2.0", "major", "L'entrée change dès aujourd'hui.")
    centre.replace(
        "---\n\n## But" if "---\n\n## But" in centre.text() else "---\n## But", "urgent: true\n---\n\n## But"
    )
    centre.replace("1. Saluer le patient", "1. Saluer le patient à l'entrée de service").approved(validator="")
    centre.done("release", PROCEDURE, by="a.martin")
    return centre


def test_an_emergency_edition_needs_one_approval_and_ends_after_thirty_days(centre: Centre) -> None:
    an_emergency(centre)

    version = centre.done("history", PROCEDURE, "--format", "json").data["versions"][-1]

    assert (version["version"], version["until"]) == ("2.0", "2026-04-11")
    assert [signature["step"] for signature in version["signatures"]] == ["approval"]


def test_an_emergency_edition_waits_for_its_regularisation(centre: Centre) -> None:
    an_emergency(centre)

    assert "WF042" in centre.codes()


def test_an_emergency_edition_that_nobody_regularised_lapses_at_its_date(centre: Centre) -> None:
    an_emergency(centre)

    assert centre.status(PROCEDURE, "--today", "2026-04-11")["version_in_force"] == "2.0"
    assert centre.status(PROCEDURE, "--today", "2026-04-12")["version_in_force"] == "1.0"


def test_a_full_circuit_regularises_an_emergency_edition(centre: Centre) -> None:
    an_emergency(centre).replace("urgent: true\n", "").next_version("2.1", "minor", "L'entrée de service est gardée.")
    centre.replace("entrée de service", "entrée de service, ouverte à 8 h").released()

    assert "WF042" not in centre.codes()
    assert centre.status(PROCEDURE, "--today", "2026-06-01")["version_in_force"] == "2.1"


# 12 to 14: reviews


def test_a_text_whose_review_is_overdue_stays_in_force_and_is_told(centre: Centre) -> None:
    centre.released()

    late = centre.status(PROCEDURE, "--today", "2028-06-01")

    assert (late["state"], late["review_date"]) == ("applicable", "2028-03-12")
    assert "RV001" in centre.codes("--today", "2028-06-01")


def test_a_review_that_keeps_the_text_counts_the_next_date_from_its_day(centre: Centre) -> None:
    before = centre.released().status()

    centre.at("2027-03-01").done("review", PROCEDURE, "--kept", "--reason", "Rien n'a changé", by="a.martin")

    after = centre.status()
    assert after["review_date"] == "2029-03-01"
    assert {**after, "review_date": None} == {**before, "review_date": None}


@pytest.mark.parametrize(
    ("code", "by", "options"),
    [
        ("WF033", "b.durand", ["--kept", "--reason", "Relu"]),
        ("WF034", "a.martin", ["--kept", "--reason", "Relu", "--on", "2026-03-13"]),
        ("WF036", "a.martin", ["--kept"]),
    ],
    ids=["without-the-role", "in-the-future", "without-a-reason"],
)
def test_a_review_out_of_order_is_refused(centre: Centre, code: str, by: str, options: list[str]) -> None:
    centre.released()

    centre.refused(code, "review", PROCEDURE, *options, by=by)


def test_what_is_not_in_force_is_not_reviewed(centre: Centre) -> None:
    centre.refused("WF035", "review", PROCEDURE, "--kept", "--reason", "Relu", by="a.martin")


# 15: the guard


def test_a_typing_error_is_an_editorial_version(centre: Centre) -> None:
    centre.write(body=BODY.replace("Saluer le patient et", "Saluer le pattient et")).released()
    centre.next_version("1.0.1", "editorial", "Une faute de frappe est corrigée à l'étape 1.")
    centre.replace("pattient", "patient").released()

    assert centre.status()["version_in_force"] == "1.0.1"


@pytest.mark.parametrize(
    ("before", "after"), [("Donner 5 mg", "Donner 50 mg"), ("Ne pas donner à jeun", "Donner à jeun")]
)
def test_a_dose_or_a_negation_is_never_editorial(centre: Centre, before: str, after: str) -> None:
    centre.write(body=BODY + f"\n## Traitement\n\n{before} de ce produit au patient.\n").released()
    centre.next_version("1.0.1", "editorial", "Une faute de frappe est corrigée dans le traitement.")
    centre.replace(before, after)

    said = centre.refused("WF019", "submit", PROCEDURE, by="b.durand")

    assert after.split()[-1] in said.err


# 21 and 22: days


def test_a_version_approved_for_january_leaves_the_old_one_in_force_until_then(centre: Centre) -> None:
    centre.released().at("2026-12-01").next_version("2.0", "major", "Deux personnes accueillent.")
    centre.replace("owner:", "effective_from: 2027-01-01\nowner:")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").released()

    assert centre.status(PROCEDURE, "--today", "2026-12-31")["version_in_force"] == "1.0"
    assert centre.status(PROCEDURE, "--today", "2027-01-01")["version_in_force"] == "2.0"


def test_a_day_is_that_of_the_organisation_and_an_instant_that_of_the_world(centre: Centre) -> None:
    centre.approved().at("2026-03-12", 23, 30)

    centre.done("release", PROCEDURE, by="a.martin")

    entry = centre.done("log", PROCEDURE, "--format", "json").data[-1]
    assert entry["at"] == "2026-03-12T23:30:00Z"
    assert centre.status()["effective_from"] == "2026-03-13"
    assert "2026-03-13 00:30+01:00" in centre.done("log", PROCEDURE).out


def test_the_night_of_the_time_change_keeps_two_instants_apart(centre: Centre) -> None:
    centre.at("2026-10-25", 0, 30).done("submit", PROCEDURE, by="b.durand")
    centre.at("2026-10-25", 1, 30).done("sign", PROCEDURE, "--step", "validation", by="a.martin")

    told = centre.done("log", PROCEDURE).out

    assert "02:30+02:00" in told
    assert "02:30+01:00" in told


def test_the_twenty_ninth_of_february_has_its_reviews(centre: Centre) -> None:
    centre.at("2028-02-29").released()

    assert centre.status()["review_date"] == "2030-02-28"


def test_approval_does_not_come_before_validation(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")

    centre.refused("WF025", "sign", PROCEDURE, "--step", "approval", by="c.leroy")


def test_a_clock_behind_the_journal_is_told_and_nothing_is_put_in_another_order(centre: Centre) -> None:
    centre.approved().at("2026-03-01")

    said = centre.done("release", PROCEDURE, by="a.martin")

    assert "LG010" in said.err
    assert [e["kind"] for e in centre.done("log", PROCEDURE, "--format", "json").data][-1] == "release"


def test_a_text_that_is_not_approved_is_not_released(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")

    centre.refused("WF031", "release", PROCEDURE, by="a.martin")


# 23 and 24: moved, renumbered, split


def test_a_renamed_file_is_the_same_document(centre: Centre) -> None:
    before = centre.released().status()
    (centre.root / "procedures/accueil").mkdir()
    (centre.root / PATH).rename(centre.root / "procedures/accueil/recevoir.md")

    after = centre.status()

    assert after == {**before, "path": "procedures/accueil/recevoir.md"}


def test_a_new_reference_takes_the_history_along_and_flags_the_links_to_the_old_one(centre: Centre) -> None:
    centre.released()

    centre.done("renumber", PROCEDURE, "--to", "PR-R1-009", by="a.martin")

    assert "reference: PR-R1-009" in centre.text()
    history = centre.done("history", "PR-R1-009", "--format", "json").data
    assert (history["former"], len(history["versions"])) == (["PR-R1-001"], 1)
    row = centre.status("PR-R1-009")
    assert (row["version_in_force"], row["state_in_progress"]) == ("1.0", None)
    assert any(f["path"] == "processes/R1-accueillir.md" and f["code"].startswith("LK") for f in centre.findings())


def test_a_reference_that_was_given_up_is_never_used_again(centre: Centre) -> None:
    centre.released().done("renumber", PROCEDURE, "--to", "PR-R1-009", by="a.martin")
    centre.write("procedures/visite.md", reference="PR-R1-002", title="Préparer une visite")

    centre.refused("WF038", "renumber", "PR-R1-002", "--to", "PR-R1-001", by="a.martin")


def test_a_text_split_in_two_is_replaced_by_its_children(centre: Centre) -> None:
    centre.released()
    for number, title in (("002", "Accueillir sur place"), ("003", "Accueillir au téléphone")):
        reference = f"PR-R1-{number}"
        centre.write(f"procedures/{number}.md", reference=reference, title=title, supersedes="[PR-R1-001]")
        centre.released(reference)

    assert centre.status()["state"] == "superseded"
    assert {centre.status(f"PR-R1-{number}")["state"] for number in ("002", "003")} == {"applicable"}


# 29, 31, 32


@pytest.mark.parametrize("alike", ["pr-r1-001", "PR-R1-00É"])
def test_references_that_differ_by_case_or_accent_only_are_refused(centre: Centre, alike: str) -> None:
    centre.released().write("procedures/autre.md", reference=alike, title="Préparer une visite")

    said = centre.run("submit", alike, by="b.durand")

    assert said.code != 0
    assert centre.codes() & {"FM011", "FM015"}


def test_an_audience_that_nobody_belongs_to_is_told(centre: Centre) -> None:
    write_house(
        centre.root, {"manual/organisation.yml": an_organisation(units=ORGANISATION["units"] + "  - {id: nuit}\n")}
    )
    centre.write(audience="{units: [nuit]}")

    assert "OR019" in centre.codes()


def test_a_kind_that_needs_the_council_is_refused_without_its_date(centre: Centre) -> None:
    kinds = ORGANISATION["kinds"].replace("review_months: 24}", "review_months: 24, requires: [cvs]}")
    write_house(centre.root, {"manual/organisation.yml": an_organisation(kinds=kinds)})

    centre.refused("WF012", "submit", PROCEDURE, by="b.durand")

    centre.write(consulted="{cvs: 2026-02-10}").released()
