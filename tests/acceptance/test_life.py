"""Texts suspended, taken over, given up; and what is told of all this."""

from __future__ import annotations

from tests.acceptance.centre import PROCEDURE, Centre


def test_a_suspended_text_applies_again_when_it_is_resumed(centre: Centre) -> None:
    centre.released().done("suspend", PROCEDURE, "--reason", "Lot rappelé", by="c.leroy")
    assert centre.status()["state"] == "suspended"

    centre.done("resume", PROCEDURE, "--reason", "Nouveau lot", by="c.leroy")

    assert centre.status()["state"] == "applicable"


def test_versions_approved_on_paper_are_taken_over_since_their_day(centre: Centre) -> None:
    said = centre.done(
        *("adopt", PROCEDURE, "FP-R1", "--approved-on", "2025-01-15", "--by", "c.leroy"),
        *("--evidence", "Classeur 3", "--format", "json"),
        by="a.martin",
    )

    assert [row["act"] for row in said.data] == ["adopt", "adopt"]
    assert centre.status()["effective_from"] == "2025-01-15"
    [version] = centre.done("history", PROCEDURE, "--format", "json").data["versions"]
    assert (version["is_adopted"], version["approved_on"]) == (True, "2025-01-15")
    assert centre.done("log", PROCEDURE, "--format", "json").data[0]["assurance"] == "claimed"
    assert "repris de" in centre.done("history", PROCEDURE).out


def test_three_hundred_procedures_approved_on_paper_are_in_force_on_day_one(centre: Centre) -> None:
    references = [f"PR-R1-{number:03}" for number in range(2, 302)]
    for reference in references:
        centre.write(f"procedures/{reference}.md", reference=reference, title=f"Préparer la visite {reference[-3:]}")

    said = centre.done(
        *("adopt", *references, "--approved-on", "2025-01-15", "--by", "c.leroy"),
        *("--evidence", "Classeurs 1 à 12", "--format", "json"),
        by="a.martin",
    )

    assert len(said.data) == 300
    assert len(centre.done("as-of", "2026-03-12", "--format", "json").data) == 300


def test_a_text_given_up_leaves_what_is_in_force(centre: Centre) -> None:
    centre.released().next_version("2.0", "major", "Deux personnes accueillent.")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").done("submit", PROCEDURE, by="b.durand")

    centre.done("abandon", PROCEDURE, "--reason", "Une seule personne suffit", by="b.durand")

    row = centre.status()
    assert (row["version_in_force"], row["state_in_progress"]) == ("1.0", "abandoned")


def test_what_was_in_force_on_a_day_can_be_listed(centre: Centre) -> None:
    centre.released().at("2026-06-01").next_version("2.0", "major", "Deux personnes accueillent.")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").released()

    told = {
        day: [(row["reference"], row["version_in_force"]) for row in centre.done("as-of", day, "--format", "json").data]
        for day in ("2026-03-11", "2026-03-12", "2026-06-01")
    }

    assert told == {"2026-03-11": [], "2026-03-12": [(PROCEDURE, "1.0")], "2026-06-01": [(PROCEDURE, "2.0")]}


def test_the_day_of_a_state_may_be_in_the_past(centre: Centre) -> None:
    centre.released().at("2026-06-01").done("withdraw", PROCEDURE, "--reason", "Inutile", by="a.martin")

    assert centre.status(PROCEDURE, "--today", "2026-05-01")["version_in_force"] == "1.0"
    assert centre.status()["state"] == "withdrawn"


def test_a_difference_is_told_in_words_with_its_figures(centre: Centre) -> None:
    centre.released().next_version("2.0", "major", "Le délai passe à 24 h.")
    centre.replace("Le délai d'attente est relevé chaque mois.", "Le délai d'attente de 24 h est relevé chaque mois.")

    said = centre.done("diff", PROCEDURE)

    assert "texte en cours de rédaction" in said.out
    assert "24 h" in said.out
    data = centre.done("diff", PROCEDURE, "--format", "json").data
    assert [change["kind"] for change in data["changes"]] == ["changed"]
