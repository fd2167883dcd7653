"""Who must read what, who has read what (cases 15 to 19 and 31 of the domain)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.acceptance.centre import PATH, PROCEDURE, Centre
from tests.houses import ORGANISATION, an_organisation, write_house

PEOPLE = ["a.martin", "b.durand", "c.leroy"]
NEW = "  - {id: d.petit, name: Dany Petit, roles: [infirmier], units: [soins], from: 2026-05-04}\n"


def document(centre: Centre, *options: object, reference: str = PROCEDURE) -> dict[str, Any]:
    """The readings of one document."""
    [found] = centre.done("readings", reference, "--format", "json", *options).data["documents"]
    return dict(found)


def to_read(centre: Centre, person: str, *options: object) -> list[dict[str, Any]]:
    """What one person has to read."""
    [found] = centre.done("readings", "--person", person, "--format", "json", *options).data["people"]
    return list(found["to_read"])


PATHS = """paths:
  - {role: infirmier, stages: [{title: Jour 1, days: 1, documents: [PR-R1-001]}]}
"""


def people(centre: Centre, typed: str) -> Centre:
    """Other people in organisation.yml."""
    write_house(centre.root, {"manual/organisation.yml": an_organisation(people=typed)})
    return centre


def confirmed(centre: Centre, *readers: str) -> Centre:
    for person in readers:
        centre.done("confirm", PROCEDURE, "--person", person)
    return centre


def second(centre: Centre, version: str, change: str, before: str, after: str) -> Centre:
    """The next version, released."""
    centre.next_version(version, change, "Un détail de l'accueil est corrigé à l'étape 1.")
    return centre.replace(before, after).released()


def test_a_new_document_is_to_be_read_by_its_whole_audience_within_the_days_of_its_kind(centre: Centre) -> None:
    centre.released()

    assert document(centre) == {
        "reference": PROCEDURE,
        "version": "1.0",
        "audience": PEOPLE,
        "confirmed": [],
        "carried": [],
        "missing": PEOPLE,
    }
    assert to_read(centre, "b.durand") == [
        {"reference": PROCEDURE, "version": "1.0", "due": "2026-04-11", "minutes": 1}
    ]


def test_writing_or_signing_is_not_reading(centre: Centre) -> None:
    centre.released()

    assert "b.durand" in document(centre)["missing"]


def test_a_draft_asks_nobody(centre: Centre) -> None:
    centre.approved()

    assert centre.done("readings", "--format", "json").data["documents"] == []


def test_a_text_for_information_asks_nobody(centre: Centre) -> None:
    centre.write(reading="information").released()

    assert document(centre)["audience"] == []
    assert to_read(centre, "b.durand") == []


# 15


def test_a_typo_does_not_ask_everyone_to_read_again(centre: Centre) -> None:
    centre.write(body=centre.text().split("---\n", 2)[2].replace("patient et", "pattient et")).released()
    confirmed(centre, "a.martin", "b.durand")

    second(centre, "1.0.1", "editorial", "pattient", "patient")

    found = document(centre)
    assert (found["version"], found["carried"], found["missing"]) == ("1.0.1", ["a.martin", "b.durand"], ["c.leroy"])
    assert "couvre 1.0.1, lu en 1.0" in " ".join(centre.done("readings", PROCEDURE, "--format", "csv").out.split())


def test_an_editorial_version_adds_no_task_and_puts_no_deadline_off(centre: Centre) -> None:
    centre.write(body=centre.text().split("---\n", 2)[2].replace("patient et", "pattient et")).released()

    second(centre.at("2026-04-01"), "1.0.1", "editorial", "pattient", "patient")

    assert to_read(centre, "c.leroy")[0]["due"] == "2026-04-11"


# 16


def test_a_major_version_asks_again_those_who_had_confirmed_and_the_old_confirmation_stays(centre: Centre) -> None:
    confirmed(centre.released(), "b.durand")

    second(centre, "2.0", "major", "1. Saluer le patient", "1. Saluer à deux le patient")

    assert document(centre)["missing"] == PEOPLE
    assert document(centre, "--as-of", "2026-03-12")["version"] == "2.0"
    assert to_read(centre, "b.durand")[0]["version"] == "2.0"


def test_a_minor_version_asks_nobody_but_the_roles_that_it_names(centre: Centre) -> None:
    confirmed(centre.released(), "a.martin", "b.durand")
    centre.replace("owner:", "reread: [infirmier]\nowner:")

    second(centre, "1.1", "minor", "1. Saluer le patient", "1. Saluer à deux le patient")

    found = document(centre)
    assert (found["carried"], found["missing"]) == (["a.martin"], ["b.durand", "c.leroy"])


# 17


def test_a_newcomer_is_asked_what_is_in_force_by_the_days_of_the_path(centre: Centre) -> None:
    confirmed(centre.released(), *PEOPLE)
    path = "paths:\n  - {role: infirmier, stages: [{title: Semaine 1, days: 7, documents: [PR-R1-001]}]}\n"
    text = an_organisation(people=ORGANISATION["people"] + NEW, paths=path)
    write_house(centre.root, {"manual/organisation.yml": text})

    centre.at("2026-05-04")

    assert document(centre)["missing"] == ["d.petit"]
    assert to_read(centre, "d.petit")[0]["due"] == "2026-05-11"


def test_nobody_is_asked_before_their_arrival(centre: Centre) -> None:
    people(centre.released(), ORGANISATION["people"] + NEW).at("2026-05-03")

    assert "d.petit" not in document(centre)["audience"]


# 18


def test_a_leave_suspends_the_deadline(centre: Centre) -> None:
    away = ORGANISATION["people"].replace(
        "units: [soins], from: 2020-01-06}\n  - {id: c",
        "units: [soins], from: 2020-01-06, leaves: [{from: 2026-03-22, until: 2026-06-30}]}\n  - {id: c",
    )
    people(centre.released(), away)

    assert to_read(centre, "b.durand")[0]["due"] == "2026-07-21"


def test_a_leave_without_an_end_leaves_no_deadline(centre: Centre) -> None:
    away = ORGANISATION["people"].replace("roles: [infirmier],", "roles: [infirmier], leaves: [{from: 2026-03-20}],")
    people(centre.released(), away)

    assert to_read(centre, "b.durand")[0]["due"] is None
    assert "après" in centre.done("readings", PROCEDURE).out


def test_on_return_only_the_latest_version_is_asked(centre: Centre) -> None:
    second(centre.released(), "2.0", "major", "1. Saluer le patient", "1. Saluer à deux le patient")

    assert [each["version"] for each in to_read(centre, "b.durand")] == ["2.0"]


def test_a_change_of_role_keeps_what_was_confirmed_and_asks_once(centre: Centre) -> None:
    confirmed(centre.write(audience="{roles: [infirmier, direction]}").released(), "b.durand")
    people(centre, ORGANISATION["people"].replace("roles: [infirmier]", "roles: [direction, infirmier]"))

    assert document(centre)["confirmed"] == ["b.durand"]
    assert to_read(centre, "b.durand") == []


def test_an_audience_that_widens_asks_only_those_whom_it_adds(centre: Centre) -> None:
    confirmed(centre.write(audience="{roles: [infirmier]}").released(), "b.durand").at("2026-04-01")
    centre.replace("{roles: [infirmier]}", "{roles: [infirmier, direction]}")

    second(centre, "1.1", "minor", "1. Saluer le patient", "1. Saluer à deux le patient")

    found = document(centre)
    assert (found["carried"], found["missing"]) == (["b.durand"], ["c.leroy"])
    assert to_read(centre, "c.leroy")[0]["due"] == "2026-05-01"


def test_a_text_that_is_suspended_or_withdrawn_asks_nobody(centre: Centre) -> None:
    centre.released().done("suspend", PROCEDURE, "--reason", "Un doute", by="a.martin")

    assert to_read(centre, "b.durand") == []

    centre.done("withdraw", PROCEDURE, "--reason", "Plus utile", by="a.martin")
    assert centre.done("readings", "--format", "json").data["documents"] == []


# 19


def test_confirming_an_old_copy_is_recorded_for_that_version_and_told(centre: Centre) -> None:
    second(centre.released(), "2.0", "major", "1. Saluer le patient", "1. Saluer à deux le patient")

    said = centre.done("confirm", PROCEDURE, "--person", "b.durand", "--version", "1.0")

    assert "RD016" in said.err
    assert "b.durand" in document(centre)["missing"]


# as of a day


def test_a_past_day_tells_who_had_to_read_and_who_had_read(centre: Centre) -> None:
    confirmed(centre.released(), "b.durand").at("2026-04-02")
    confirmed(centre, "c.leroy")
    people(centre, ORGANISATION["people"].replace("[infirmier], units: [soins]", "[infirmier], units: []") + NEW)
    centre.at("2026-06-01")

    found = document(centre, "--as-of", "2026-03-20")

    assert found["audience"] == PEOPLE
    assert (found["confirmed"], found["missing"]) == (["b.durand"], ["a.martin", "c.leroy"])


def test_a_day_to_come_is_refused(centre: Centre) -> None:
    assert centre.released().run("readings", PROCEDURE, "--as-of", "2030-01-01").code == 2


# 31


def test_an_audience_that_resolves_to_nobody_is_a_finding(centre: Centre) -> None:
    write_house(
        centre.root,
        {"manual/organisation.yml": an_organisation(units=ORGANISATION["units"] + "  - {id: nuit, title: Nuit}\n")},
    )
    centre.write(audience="{units: [nuit]}")

    assert "OR019" in centre.codes()


# what a release asks


def test_the_plan_of_a_release_says_how_much_reading_it_asks_for(centre: Centre) -> None:
    said = centre.approved().done("release", PROCEDURE, "--dry-run", by="a.martin")

    assert "Cette diffusion demande 3 min de lecture à 3 personnes." in said.out


def test_the_plan_of_a_minor_version_counts_the_roles_that_it_names(centre: Centre) -> None:
    centre.released().replace("owner:", "reread: [infirmier]\nowner:")
    centre.next_version("1.1", "minor", "Deux personnes accueillent.")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").approved()

    said = centre.done("release", PROCEDURE, "--dry-run", by="a.martin")

    assert "Cette diffusion demande 1 min de lecture à 1 personne." in said.out


# lists and reminders


@pytest.mark.parametrize("option", [["--person", "x.inconnu"], ["--unit", "nuit"], ["PR-R9-999"]])
def test_a_name_that_nobody_has_is_refused_with_those_that_exist(centre: Centre, option: list[str]) -> None:
    assert centre.released().run("readings", *option).code == 2


def test_a_reminder_is_one_message_a_person_and_the_same_is_not_written_twice(centre: Centre) -> None:
    centre.released()

    first = centre.done("remind", "-o", centre.root / "rappels", "--format", "json").data
    again = centre.done("remind", "-o", centre.root / "rappels", "--format", "json").data

    assert (first["sent"], again["sent"]) == (PEOPLE, [])
    message = (centre.root / "rappels/b.durand.eml").read_text("utf-8")
    assert "Saluer" not in message
    assert PROCEDURE in message


def test_reminders_open_in_a_spreadsheet_with_those_whom_no_message_reaches(centre: Centre) -> None:
    people(centre.released(), ORGANISATION["people"].replace(", email: c.leroy@example.org", ""))

    said = centre.done("remind", "--dry-run", "--format", "csv").out

    assert [line.split(";")[:4] for line in said.strip().splitlines()[1:]] == [
        ["a.martin", "Alix Martin", "a.martin@example.org", "1"],
        ["b.durand", "Maud Durand", "b.durand@example.org", "1"],
        ["c.leroy", "Camille Leroy", "pas d'adresse", ""],
    ]


def test_the_status_tells_who_answers_for_a_text_that_readers_are_late(centre: Centre) -> None:
    confirmed(centre.released(), "a.martin", "c.leroy")

    said = " ".join(centre.at("2026-04-12").done("status").out.split())

    assert "Lecteurs en retard" in said
    assert "1 lecteur en retard : Maud Durand" in said


def test_a_reminder_leaves_those_on_leave_in_peace(centre: Centre) -> None:
    away = ORGANISATION["people"].replace("roles: [infirmier],", "roles: [infirmier], leaves: [{from: 2026-03-01}],")
    people(centre.released(), away)

    sent = centre.done("remind", "-o", centre.root / "rappels", "--format", "json").data["sent"]

    assert sent == ["a.martin", "c.leroy"]


def test_a_path_of_the_text_is_not_its_identity(centre: Centre) -> None:
    confirmed(centre.released(), "b.durand")

    (centre.root / PATH).rename(centre.root / "procedures/deplace.md")

    assert document(centre)["confirmed"] == ["b.durand"]


def test_a_new_reference_keeps_what_was_confirmed(centre: Centre) -> None:
    confirmed(centre.released(), "b.durand").done("renumber", PROCEDURE, "--to", "PR-S1-001", by="a.martin")

    assert document(centre, reference="PR-S1-001")["confirmed"] == ["b.durand"]


def test_a_newcomer_s_days_count_from_the_arrival_even_when_a_minor_version_came_since(centre: Centre) -> None:
    centre.released()
    typed = an_organisation(people=ORGANISATION["people"] + NEW) + PATHS
    write_house(centre.root, {"manual/organisation.yml": typed})

    second(centre.at("2026-05-20"), "1.1", "minor", "Saluer le patient", "Saluer chaque patient")

    [task] = to_read(centre, "d.petit")
    assert (task["version"], task["due"]) == ("1.1", "2026-05-05")
