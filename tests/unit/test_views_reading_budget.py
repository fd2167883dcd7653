"""How much reading is asked of each role, and in which month."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from classeur.model.binder import Binder
from classeur.model.history import Release
from classeur.model.ledger import Ledger
from classeur.model.organisation import Organisation, Role
from classeur.views.reading_budget import MONTHS, reading_budget
from tests.readings_made import a_release

BOTH = {"roles": ["infirmier", "direction"], "units": None}
ROLES = (Role(id="direction", title="Direction"), Role(id="infirmier", title="Infirmier"))


def a_house(*releases: Release, today: dt.date = dt.date(2026, 3, 20)) -> Binder:
    """A house with these versions, whose roles are the direction and the nurses."""
    entries = tuple(
        replace(release.entry, sequence=number, hash=f"{number:064}") for number, release in enumerate(releases, 1)
    )
    return Binder(today=today, organisation=Organisation(roles=ROLES), ledger=Ledger(entries, "0" * 64))


def asked(binder: Binder) -> dict[str, int]:
    return {role.title: role.total for role in reading_budget(binder).roles}


def test_a_major_version_asks_every_role_of_its_audience() -> None:
    alone = a_release("PR-R1-002", "1.0", audience={"roles": ["infirmier"], "units": None}, minutes=7)

    assert asked(a_house(a_release(audience=BOTH), alone)) == {"Direction": 4, "Infirmier": 11}


def test_an_audience_without_roles_is_every_role() -> None:
    release = a_release(audience={"roles": None, "units": ["soins"]})

    assert asked(a_house(release)) == {"Direction": 4, "Infirmier": 4}


def test_a_minor_version_asks_the_roles_that_it_names() -> None:
    minor = a_release(version="2.1", audience=BOTH, change="minor", reread=["infirmier"], minutes=2)

    assert asked(a_house(a_release(audience=BOTH), minor)) == {"Direction": 4, "Infirmier": 6}


def test_an_editorial_version_and_one_for_information_ask_nothing() -> None:
    editorial = a_release(version="2.0.1", audience=BOTH, change="editorial")
    told = a_release("PR-R1-002", audience=BOTH, reading="information")

    assert asked(a_house(editorial, told)) == {}


def test_the_page_shows_a_year_the_latest_month_first() -> None:
    budget = reading_budget(a_house(a_release(audience=BOTH)))

    assert (budget.months[0], budget.months[-1], len(budget.months)) == ((2026, 3), (2025, 4), MONTHS)
    assert budget.roles[0].minutes[:2] == (4, 0)


def test_what_is_asked_in_a_month_to_come_is_shown() -> None:
    later = a_release(audience=BOTH, effective_from="2026-05-01")

    assert reading_budget(a_house(later)).months[0] == (2026, 5)


def test_what_was_asked_more_than_a_year_ago_is_over() -> None:
    assert asked(a_house(a_release(audience=BOTH), today=dt.date(2027, 3, 1))) == {}
