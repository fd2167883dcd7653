"""The newcomer's path: stages, last days, each document once, and only what is in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from classeur.model.binder import Binder
from classeur.model.ledger import Ledger
from classeur.model.organisation import NewcomerPath, Organisation, Person, Role
from classeur.model.readings import DocumentReadings
from classeur.views.newcomer_path import STILL_NEW, newcomers, person_path, role_paths
from tests.readings_made import a_reading, a_release

CAME = dt.date(2026, 3, 16)
_FIRST = {"title": "Jour 1", "days": "1", "documents": ["PR-R1-001"]}
_WEEK = {"title": "Semaine 1", "days": "7", "documents": ["PR-R1-002", "PR-R1-001"]}
_MONTH = {"title": "Mois 1", "days": "30", "documents": ["PR-R1-002", "PR-R1-009"]}
PATHS = ({"role": "infirmier", "stages": [_FIRST, _MONTH]}, {"role": "referent", "stages": [_WEEK]})


def a_house(
    *roles: str, today: dt.date = dt.date(2026, 3, 20), came: dt.date | None = CAME, references: int = 2
) -> Binder:
    """A house where d.petit holds these roles; PR-R1-009 was never released."""
    released = [a_release(f"PR-R1-{number:03}", "1.0").entry for number in range(1, references + 1)]
    entries = tuple(replace(entry, sequence=n, hash=f"{n:064}") for n, entry in enumerate(released, 1))
    paths = tuple(NewcomerPath.model_validate(path) for path in PATHS)
    petit = Person.model_validate({"id": "d.petit", "name": "Dany Petit", "roles": list(roles)})
    organisation = Organisation(
        people=(petit.model_copy(update={"from_": came}),),
        roles=(Role(id="infirmier", title="Infirmier"), Role(id="referent", title="Référent")),
        paths=paths,
    )
    return Binder(today=today, organisation=organisation, ledger=Ledger(entries, "0" * 64))


def stages(binder: Binder, read: Mapping[str, DocumentReadings] | None = None) -> list[tuple[str, list[str]]]:
    path = person_path(binder, "d.petit", read or {})
    return [(part.title, [each.reference for each in part.documents]) for part in path.parts]


def test_a_document_that_is_not_in_force_is_left_out() -> None:
    assert stages(a_house("infirmier")) == [("Jour 1", ["PR-R1-001"]), ("Mois 1", ["PR-R1-002"])]


def test_somebody_with_two_roles_reads_each_document_once_in_its_earliest_stage() -> None:
    assert stages(a_house("infirmier", "referent")) == [("Jour 1", ["PR-R1-001"]), ("Semaine 1", ["PR-R1-002"])]


def test_the_last_days_count_from_the_arrival() -> None:
    path = person_path(a_house("infirmier"), "d.petit", {})

    assert [part.by for part in path.parts] == [dt.date(2026, 3, 17), dt.date(2026, 4, 15)]
    assert (path.documents, path.minutes) == (2, 8)


def test_without_a_day_of_arrival_no_last_day_is_said() -> None:
    path = person_path(a_house("infirmier", came=None), "d.petit", {})

    assert (path.arrived, [part.by for part in path.parts]) == (None, [None, None])


def test_what_is_read_already_bears_its_day() -> None:
    read = {"PR-R1-001": a_reading(confirmed=("d.petit",)), "PR-R1-002": a_reading("PR-R1-002", carried=("d.petit",))}

    parts = person_path(a_house("infirmier"), "d.petit", read).parts

    assert [(d.read_on, d.covered_by) for part in parts for d in part.documents] == [
        (dt.date(2026, 3, 15), ""),
        (None, "1.0"),
    ]


@pytest.mark.parametrize(("after", "are_new"), [(0, ["d.petit"]), (30 + STILL_NEW, ["d.petit"]), (31 + STILL_NEW, [])])
def test_somebody_is_new_for_a_while_after_the_last_day(after: int, are_new: list[str]) -> None:
    binder = a_house("infirmier", today=CAME + dt.timedelta(days=after))

    assert [path.person for path in newcomers(binder, {})] == are_new


def test_nobody_is_new_without_a_path_or_a_day_of_arrival() -> None:
    assert newcomers(a_house("direction"), {}) == ()
    assert newcomers(a_house("infirmier", came=None), {}) == ()


def test_a_role_has_its_own_path_when_something_of_it_is_in_force() -> None:
    assert [path.title for path in role_paths(a_house("infirmier"))] == ["Infirmier", "Référent"]
    assert role_paths(a_house("infirmier", references=0)) == ()
