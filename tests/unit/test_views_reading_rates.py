"""How many have read: counts, and how much of them the site may say."""

from __future__ import annotations

import datetime as dt

import pytest

from classeur.model.organisation import Organisation, ReadingsShown, Size
from classeur.views.reading_rates import SiteReadings, house_rate, reading_rates
from tests.readings_made import a_reading

DAY = dt.date(2026, 3, 20)


def test_a_rate_counts_what_is_carried_as_read_and_leaves_volunteers_out() -> None:
    found = a_reading(confirmed=("a",), carried=("b",), missing=("c", "d"), volunteers=("z",))

    [rate] = reading_rates([found], DAY)

    assert (rate.asked, rate.read, rate.carried, rate.missing, rate.volunteers) == (4, 2, 1, 2, 1)


def test_a_reading_due_today_is_not_late() -> None:
    [rate] = reading_rates([a_reading(missing=("c", "d"), due={"c": DAY, "d": dt.date(2026, 3, 19)})], DAY)

    assert rate.late == 1


def test_a_document_that_asks_nobody_has_no_rate() -> None:
    assert reading_rates([a_reading(volunteers=("z",))], DAY) == ()


def test_the_rate_of_the_house_is_rounded_down() -> None:
    rates = reading_rates([a_reading(confirmed=("a", "b"), missing=("c",)), a_reading(confirmed=("a",))], DAY)

    assert (house_rate(rates).percent, house_rate(rates).read_by_all) == (75, 1)
    assert house_rate(reading_rates([a_reading(missing=("c",)), a_reading(confirmed=("a", "b"))], DAY)).percent == 66
    assert house_rate(()).percent is None


@pytest.mark.parametrize(
    ("size", "typed", "shown"),
    [
        (Size.SINGLE, None, ReadingsShown.PEOPLE),
        (Size.TEAM, None, ReadingsShown.PEOPLE),
        (Size.LARGE, None, ReadingsShown.ROLES),
        (Size.LARGE, ReadingsShown.PEOPLE, ReadingsShown.PEOPLE),
        (Size.TEAM, ReadingsShown.NONE, ReadingsShown.NONE),
    ],
)
def test_a_large_house_shows_counts_unless_it_says_otherwise(
    size: Size, typed: ReadingsShown | None, shown: ReadingsShown
) -> None:
    assert Organisation(size=size, readings=typed).readings_shown is shown


def test_a_house_that_shows_no_counts_gives_its_site_no_rate() -> None:
    found = a_reading(confirmed=("a",))

    told = {mode: SiteReadings(mode, DAY, {found.reference: found}).rates for mode in ReadingsShown}

    assert [mode for mode, rates in told.items() if rates] == [ReadingsShown.PEOPLE, ReadingsShown.ROLES]
