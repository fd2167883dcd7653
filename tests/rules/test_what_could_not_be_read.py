"""A name in a register is unknown only when all that could hold it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acts import told
from tests.houses import INDICATORS, ORGANISATION, a_text, an_organisation, house_files, write_house

ORGANISATION_FILE = "manual/organisation.yml"
ACTIONS = "manual/registers/actions.yml"
AUDITS = "manual/registers/audits.yml"
POINTING = {
    ACTIONS: "- {number: A-001, action: Trier, pilot: z.inconnu, process: R9, indicator: R9-1, due: 2027-03-01,"
    " documents: [PR-Z9-999]}\n",
    AUDITS: "- {number: AU-1, topic: Le tri, date: 2027-01-10, actions: [A-999]}\n",
}
EVERYTHING = {"z.inconnu", "R9", "R9-1", "PR-Z9-999", "A-999"}
HALF_A_LIST = "- {number: "


def unknown(root: Path, **files: str) -> set[str]:
    """The names told as unknown in a house where these files hold something else."""
    found = told(write_house(root, house_files(**{**POINTING, **files})))
    return {finding.values["typed"] for finding in found if finding.code == "RG044"}


def test_every_name_that_nothing_bears_is_told(tmp_path: Path) -> None:
    assert unknown(tmp_path) == EVERYTHING


@pytest.mark.parametrize(
    ("path", "text", "silent"),
    [
        (ORGANISATION_FILE, "people: personne\n", {"z.inconnu"}),
        ("procedures/casse.md", "---\nreference: [\n---\n", {"R9", "R9-1", "PR-Z9-999"}),
        ("processes/R1-indicators.yml", HALF_A_LIST, {"R9-1"}),
        ("manual/registers/external.yml", HALF_A_LIST, {"PR-Z9-999"}),
        ("manual/registers/standards/iso.yml", HALF_A_LIST, {"PR-Z9-999"}),
        (ACTIONS, HALF_A_LIST, EVERYTHING),
    ],
    ids=["people", "a text", "indicators", "external documents", "a standard", "actions"],
)
def test_a_name_is_not_told_unknown_when_what_could_hold_it_was_not_read(
    tmp_path: Path, path: str, text: str, silent: set[str]
) -> None:
    assert unknown(tmp_path, **{path: text}) == EVERYTHING - silent


STRANGER = "z.inconnu"
NAMING_A_STRANGER = {
    "manual/registers/external.yml": f"- {{reference: DE-004, title: Déchets, edition: 2021, owner: {STRANGER}}}\n",
    "procedures/accueil.md": a_text(validator=STRANGER),
}
TOLD_OF_STRANGERS = {"OR001", "OR007", "OR012", "RG010"}


@pytest.mark.parametrize(
    ("people", "expected"), [(ORGANISATION["people"], TOLD_OF_STRANGERS), ("people: personne\n", set())]
)
def test_nobody_is_told_unknown_when_the_people_were_not_read(tmp_path: Path, people: str, expected: set[str]) -> None:
    more = (
        f"delegations:\n  - {{from_person: a.martin, to_person: {STRANGER}, steps: [validate],"
        f" from: 2026-11-01, until: 2026-12-01}}\naccounts:\n  - {{account: inconnu, person: {STRANGER}}}\n"
    )
    organisation = an_organisation(people=people, more=more)

    found = told(write_house(tmp_path, house_files(**NAMING_A_STRANGER, **{ORGANISATION_FILE: organisation})))

    assert {finding.code for finding in found} & TOLD_OF_STRANGERS == expected


def test_an_alert_is_not_compared_when_the_direction_is_not_one(tmp_path: Path) -> None:
    odd = INDICATORS.replace("direction: down", "direction: bas")

    found = told(write_house(tmp_path, house_files(**{"processes/R1-indicators.yml": odd})))

    assert "PR013" not in {finding.code for finding in found}


def test_a_day_at_the_end_of_the_calendar_makes_no_rule_fall(tmp_path: Path) -> None:
    files = {
        "procedures/accueil.md": a_text(effective_from="9999-12-31"),
        "manual/registers/complaints.yml": "- {number: P-1, received_on: 9999-12-31, topic: attente}\n",
        "manual/registers/events.yml": "- {number: E-1, date: 9999-12-31, type: fall}\n",
        ACTIONS: "- {number: A-1, action: Trier, pilot: a.martin, done_on: 9999-12-31, progress: done}\n",
    }

    found = told(write_house(tmp_path, house_files(**files)))

    assert "IN001" not in {finding.code for finding in found}
