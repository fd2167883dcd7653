"""Who may sign what, and what a later change does to a visa (cases 1 to 8 of the domain)."""

from __future__ import annotations

import unicodedata

import pytest

from tests.acceptance.centre import PATH, PROCEDURE, Centre
from tests.houses import BODY, ORGANISATION, an_organisation, write_house

KINDS = ORGANISATION["kinds"]


def with_kinds(centre: Centre, cumul: str, size: str = "team") -> Centre:
    """Change what the house thinks of one person holding two steps."""
    organisation = ORGANISATION["organisation"].replace("size: team", f"size: {size}")
    kinds = KINDS.replace("cumul: forbidden", f"cumul: {cumul}")
    write_house(centre.root, {"manual/organisation.yml": an_organisation(organisation=organisation, kinds=kinds)})
    return centre


def with_people(centre: Centre, people: str) -> Centre:
    """Add lines to the people of the house."""
    text = (centre.root / "manual/organisation.yml").read_text("utf-8")
    (centre.root / "manual/organisation.yml").write_text(text.replace("roles:\n", f"{people}roles:\n", 1), "utf-8")
    return centre


def delegated(centre: Centre, to: str, first: str, last: str) -> Centre:
    """A dated delegation of the approval by Camille Leroy."""
    line = (
        f"delegations:\n  - {{from_person: c.leroy, to_person: {to}, steps: [approve], from: {first}, until: {last}}}\n"
    )
    text = (centre.root / "manual/organisation.yml").read_text("utf-8")
    (centre.root / "manual/organisation.yml").write_text(text + line, "utf-8")
    return centre


# 1 and 2: one person, several steps


def test_the_writer_may_not_approve_where_cumul_is_forbidden(centre: Centre) -> None:
    centre.write(writer="c.leroy")

    said = centre.refused("WF001", "submit", PROCEDURE, by="c.leroy")

    assert f"{PATH}:" in said.err


def test_the_writer_may_not_approve_without_a_reason_where_one_is_asked(centre: Centre) -> None:
    with_kinds(centre, "motivated").write(writer="c.leroy")

    centre.refused("WF001", "submit", PROCEDURE, by="c.leroy")


def test_the_writer_approves_with_a_reason_that_the_ledger_keeps(centre: Centre) -> None:
    with_kinds(centre, "motivated").write(writer="c.leroy", cumul_reason="Équipe de deux personnes.")

    centre.released(writer="c.leroy")

    entry = centre.done("log", PROCEDURE, "--format", "json").data[-1]
    assert entry["details"]["cumul_reason"] == "Équipe de deux personnes."
    assert centre.status()["version_in_force"] == "1.0"


def test_one_person_may_hold_the_three_steps_only_in_a_house_of_one(centre: Centre) -> None:
    with_kinds(centre, "motivated").write(writer="c.leroy", validator="c.leroy", cumul_reason="Seule.")
    centre.refused("WF004", "submit", PROCEDURE, by="c.leroy")

    with_kinds(centre, "motivated", size="single")

    centre.released(writer="c.leroy", validator="c.leroy")


# 3: a leaver


def test_a_past_visa_keeps_the_name_and_role_of_its_day(centre: Centre) -> None:
    centre.released()
    text = (centre.root / "manual/organisation.yml").read_text("utf-8")
    gone = text.replace(
        "name: Camille Leroy, email: c.leroy@example.org, roles: [direction]", "name: Camille Roy, roles: [infirmier]"
    )
    (centre.root / "manual/organisation.yml").write_text(gone, "utf-8")

    [version] = centre.done("history", PROCEDURE, "--format", "json").data["versions"]

    approval = version["signatures"][1]
    assert (approval["name"], approval["role"]) == ("Camille Leroy", "Direction")


def test_what_waits_for_a_leaver_goes_to_the_present_holder_of_the_role(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.done("sign", PROCEDURE, "--step", "validation", by="a.martin")
    text = (centre.root / "manual/organisation.yml").read_text("utf-8")
    text = text.replace(
        "units: [soins], from: 2020-01-06}\nroles:", "units: [soins], from: 2020-01-06, until: 2026-03-01}\nroles:"
    )
    (centre.root / "manual/organisation.yml").write_text(text, "utf-8")
    with_people(
        centre, "  - {id: d.noel, name: Dominique Noël, roles: [direction], units: [soins], from: 2026-03-01}\n"
    )

    said = centre.run("sign", PROCEDURE, "--step", "approval", by="d.noel")

    assert said.code == 0, said.err


def test_a_step_whose_role_nobody_holds_any_more_is_refused(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.done("sign", PROCEDURE, "--step", "validation", by="a.martin")
    text = (centre.root / "manual/organisation.yml").read_text("utf-8")
    text = text.replace(
        "units: [soins], from: 2020-01-06}\nroles:", "units: [soins], from: 2020-01-06, until: 2026-03-01}\nroles:"
    )
    (centre.root / "manual/organisation.yml").write_text(text, "utf-8")

    centre.refused("WF023", "sign", PROCEDURE, "--step", "approval", by="a.martin")


def test_all_that_a_leaver_owned_is_given_on_in_one_command(centre: Centre) -> None:
    centre.released().write("procedures/visite.md", reference="PR-R1-002", title="Préparer une visite")

    said = centre.done("reassign", "--from", "a.martin", "--to", "b.durand", "--format", "json", by="c.leroy")

    assert {row["reference"] for row in said.data} == {"PR-R1-001", "PR-R1-002", "FP-R1"}
    assert centre.status()["owner"] == "b.durand"
    assert centre.status()["state_in_progress"] is None
    assert "owner: b.durand" in centre.text()


# 4: a delegate


def test_a_delegate_signs_inside_the_dates_by_delegation(centre: Centre) -> None:
    delegated(centre, "a.martin", "2026-03-01", "2026-03-31").write(validator="b.durand", writer="a.martin")
    with_kinds(centre, "free")
    delegated(centre, "a.martin", "2026-03-01", "2026-03-31")
    centre.done("submit", PROCEDURE, by="a.martin")
    centre.done("sign", PROCEDURE, "--step", "validation", by="b.durand")

    centre.done("sign", PROCEDURE, "--step", "approval", by="a.martin")

    assert "par délégation de Camille Leroy" in centre.done("log", PROCEDURE).out


def test_a_delegate_signs_no_more_once_the_delegation_is_over(centre: Centre) -> None:
    delegated(centre, "a.martin", "2026-02-01", "2026-03-11")
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.done("sign", PROCEDURE, "--step", "validation", by="a.martin")

    centre.refused("WF022", "sign", PROCEDURE, "--step", "approval", by="a.martin")


def test_a_delegate_who_wrote_the_text_may_not_approve_it(centre: Centre) -> None:
    delegated(centre, "b.durand", "2026-03-01", "2026-03-31")
    centre.done("submit", PROCEDURE, by="b.durand")
    centre.done("sign", PROCEDURE, "--step", "validation", by="a.martin")

    centre.refused("WF026", "sign", PROCEDURE, "--step", "approval", by="b.durand")


# 5 to 7: changed after approval


def test_a_comma_after_approval_drops_the_visas_and_is_shown(centre: Centre) -> None:
    centre.released().next_version("2.0", "major", "L'accueil se fait à deux.")
    centre.replace("1. Saluer le patient", "1. Saluer à deux le patient").approved()
    centre.replace("Saluer à deux le patient et demander", "Saluer à deux le patient, et demander")

    said = centre.refused("WF030", "release", PROCEDURE, by="a.martin")

    assert "patient, et demander" in said.err
    assert centre.status()["state_in_progress"] == "draft"
    assert centre.status()["version_in_force"] == "1.0"


@pytest.mark.parametrize(
    "stored",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
    ],
    ids=["crlf", "bom", "final-newline", "nfd"],
)
def test_how_a_computer_stores_a_text_drops_no_visa(centre: Centre, stored: object) -> None:
    centre.approved()
    (centre.root / PATH).write_bytes(stored(centre.text()))  # type: ignore[operator]

    centre.done("release", PROCEDURE, by="a.martin")

    assert centre.status()["version_in_force"] == "1.0"


@pytest.mark.parametrize(
    ("key", "value", "falls"),
    [
        ("title", "Recevoir un patient", True),
        ("audience", "{roles: [infirmier]}", True),
        ("effective_from", "2026-04-01", True),
        ("keywords", "[accueil]", False),
        ("synonyms", "[réception]", False),
        ("owner", "b.durand", False),
    ],
)
def test_what_is_typed_above_the_text_drops_the_visas_or_not(centre: Centre, key: str, value: str, falls: bool) -> None:
    centre.approved()
    centre.write(**{key: value})

    said = centre.run("release", PROCEDURE, by="a.martin")

    assert (said.code, "WF030" in said.err) == ((1, True) if falls else (0, False))


def test_a_picture_replaced_under_the_same_name_drops_the_visas(centre: Centre) -> None:
    body = BODY + "\n![Le plan de la salle](plan.png)\n"
    (centre.root / "procedures/plan.png").write_bytes(b"\x89PNG un")
    centre.write(body=body).approved()
    (centre.root / "procedures/plan.png").write_bytes(b"\x89PNG deux")

    centre.refused("WF030", "release", PROCEDURE, by="a.martin")


# 8: two texts, one reference


@pytest.mark.parametrize("other", ["procedures/accueil (copie en conflit).md", "procedures/soins/accueil.md"])
def test_of_two_drafts_of_one_reference_neither_goes_on(centre: Centre, other: str) -> None:
    centre.released().next_version("2.0", "major", "Deux personnes accueillent.")
    centre.write(other, summary="Une autre façon d'accueillir.", version="2.0")

    said = centre.run("submit", PROCEDURE, by="b.durand")

    assert said.code != 0
    assert other in said.err
    assert PATH in said.err
    told = [finding["path"] for finding in centre.findings() if finding["code"] == "FM013"]
    assert {PATH, other} <= set(told)
    rows = centre.done("status", PROCEDURE, "--format", "json").data
    assert {row["version_in_force"] for row in rows} == {"1.0"}


def test_a_text_may_be_refused_with_a_reason_that_its_writer_sees(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")

    said = centre.done("sign", PROCEDURE, "--step", "validation", "--refuse", "L'étape 2 est floue.", by="a.martin")

    assert centre.status()["state"] == "refused"
    assert "L'étape 2 est floue." in centre.done("log", PROCEDURE).out
    assert "Maud Durand — à corriger, puis : classeur submit PR-R1-001" in said.out


def test_each_reference_is_done_in_its_turn_and_a_refused_one_stops_nobody(centre: Centre) -> None:
    centre.done("submit", PROCEDURE, by="b.durand")

    said = centre.run("submit", PROCEDURE, "FP-R1", "--format", "json", by="b.durand")

    assert said.code == 1
    assert [row["reference"] for row in said.data] == ["FP-R1"]
    assert "WF028" in said.err


def test_an_unknown_reference_stops_the_command_before_anything_is_done(centre: Centre) -> None:
    before = centre.written()

    said = centre.run("submit", PROCEDURE, "PR-R9-999", by="b.durand")

    assert (said.code, centre.written()) == (2, before)


def test_a_trial_says_what_would_be_done_and_writes_nothing(centre: Centre) -> None:
    before = centre.written()

    said = centre.done("submit", PROCEDURE, "--dry-run", by="b.durand")

    assert "Essai : rien n'a été écrit." in said.out
    assert centre.written() == before


def test_nobody_acts_on_another_day_than_the_present_one(centre: Centre) -> None:
    said = centre.run("--today", "2026-01-01", "submit", PROCEDURE, by="b.durand")

    assert said.code == 2
    assert "--today" in said.err


def test_who_acts_is_asked_when_no_account_says_it(centre: Centre) -> None:
    said = centre.run("submit", PROCEDURE)

    assert said.code == 2
    assert "--as" in said.err


def test_an_account_of_the_organisation_says_who_acts(centre: Centre) -> None:
    text = (centre.root / "manual/organisation.yml").read_text("utf-8")
    (centre.root / "manual/organisation.yml").write_text(
        text + "accounts:\n  - {account: inconnu, person: b.durand}\n", "utf-8"
    )

    centre.done("submit", PROCEDURE)

    assert centre.done("log", PROCEDURE, "--format", "json").data[-1]["assurance"] == "attributed"


def test_the_text_of_a_stranger_is_not_submitted(centre: Centre) -> None:
    centre.refused("WF021", "submit", PROCEDURE, by="c.leroy")
