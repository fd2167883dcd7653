"""« Ma liste de lecture », opened from a folder: one chooses once, and the browser keeps the choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.axe import obstacles
from tests.browser.chromium import Readers, Visit, darken
from tests.browser.contrast import contrast
from tests.browser.starter import built
from tests.reading_house import DOCUMENT, READER_NAME, reading_house

pytestmark = pytest.mark.xdist_group("readings")

MY_LIST = "ma-liste/index.html"
KINDS = {
    "my list": MY_LIST,
    "by document": "lectures/index.html",
    "units": "lectures/unites/index.html",
    "one unit": "lectures/unites/soins/index.html",
    "time asked": "lectures/temps/index.html",
    "newcomers": "parcours/index.html",
    "one newcomer": "parcours/n.nouveau/index.html",
    "document": f"d/{DOCUMENT}/index.html",
    "desk": "a-faire/index.html",
}
"""The kinds of page that readings add or change."""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a team, which names its readers."""
    folder = tmp_path_factory.mktemp("named")
    return built(reading_house(folder / "house"), folder / "site")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a house that shows counts only."""
    folder = tmp_path_factory.mktemp("counted")
    return built(reading_house(folder / "house", "roles"), folder / "site")


@pytest.fixture
def team(readers: Readers, named: Path) -> Iterator[Visit]:
    """Somebody of the team, who never came before."""
    with readers.visit(named) as visit:
        yield visit


def chosen(page: Page, name: str) -> None:
    """Choose a name, and wait for the list."""
    page.get_by_label("Mon nom").select_option(label=name)
    expect(page.locator(".cl-mine__list h2")).to_be_visible()


def test_choosing_a_name_shows_what_is_to_be_read_the_most_urgent_first(team: Visit) -> None:
    page = team.open(MY_LIST)

    chosen(page, "Maud Durand")

    expect(page.locator(".cl-mine__list h2")).to_have_text("À lire : 4 (en tout 4 min)")
    expect(page.locator(".cl-mine__tasks .cl-ref")).to_have_text(["FP-R1", DOCUMENT, "PR-R1-002", "PR-R1-003"])
    first = page.locator(".cl-mine__tasks > li").first
    expect(first.locator(".cl-late")).to_have_text("en retard : à lire avant le 3 juin 2026")


def test_each_line_says_what_changes_for_the_reader(team: Visit) -> None:
    page = team.open(MY_LIST)

    chosen(page, "Sacha Tresse")

    line = page.locator(".cl-mine__tasks > li").filter(has_text=DOCUMENT)
    expect(line.locator(".cl-mine__change")).to_contain_text("L'ordre des étapes est plus clair.")
    expect(line.locator(".cl-mine__facts")).to_contain_text("lu par 3 / 6")


def test_what_an_earlier_version_covers_is_not_asked_again(team: Visit) -> None:
    page = team.open(MY_LIST)

    chosen(page, READER_NAME)
    page.get_by_text("Déjà lus : 2").click()

    expect(page.locator(".cl-mine__done li").first).to_contain_text("version 1.1 · couvert : lu en version 1.0")


def test_the_name_is_chosen_once(team: Visit) -> None:
    chosen(team.open(MY_LIST), "Maud Durand")

    team.open("index.html")
    page = team.open(MY_LIST)

    expect(page.get_by_label("Mon nom")).to_have_value("b.durand")
    expect(page.locator(".cl-mine__tasks > li")).to_have_count(4)


def test_a_choice_can_be_taken_back(team: Visit) -> None:
    page = team.open(MY_LIST)
    chosen(page, "Maud Durand")

    page.get_by_label("Mon nom").select_option("")

    expect(page.locator(".cl-mine__list h2")).to_have_count(0)
    expect(team.open(MY_LIST).get_by_label("Mon nom")).to_have_value("")


def test_a_line_opens_the_e_mail_that_confirms_it(team: Visit) -> None:
    page = team.open(MY_LIST)
    chosen(page, "Maud Durand")

    address = page.get_by_role("link", name=f"J'ai lu : {DOCUMENT}").get_attribute("href") or ""

    assert urlsplit(address).path == "a.martin@example.org"
    [subject] = parse_qs(urlsplit(address).query)["subject"]
    own = team.open(f"d/{DOCUMENT}/index.html").get_by_role("link", name="J'ai lu").get_attribute("href") or ""
    assert parse_qs(urlsplit(own).query)["subject"] == [subject]


def test_a_page_built_before_the_last_day_says_on_the_day_after_that_it_is_late(team: Visit) -> None:
    page = team.page
    page.clock.set_fixed_time(dt.datetime(2026, 12, 3, 12, tzinfo=dt.UTC))
    team.open(MY_LIST)

    chosen(page, "Noé Nouveau")

    expect(page.locator(".cl-mine__tasks > li").filter(has_text="PR-R1-002").locator(".cl-late")).to_have_count(1)


def test_where_nobody_is_named_one_chooses_a_role_and_a_unit(readers: Readers, counted: Path) -> None:
    with readers.visit(counted) as visit:
        page = visit.open(MY_LIST)

        page.get_by_label("Ma fonction et mon unité").select_option(label="Secrétaire – Accueil")

        expect(page.locator(".cl-mine__tasks .cl-ref")).to_have_text(["FP-R1", DOCUMENT, "PR-R1-002"])
        expect(page.locator(".cl-mine__done")).to_have_count(0)


def test_the_readers_of_a_document_are_a_click_away(team: Visit) -> None:
    page = team.open(f"d/{DOCUMENT}/index.html")

    page.get_by_text("À lire par : tous · lu par 3 / 6").click()

    expect(page.locator(".cl-readers")).to_contain_text("Camille Leroy 12 novembre 2026")


@dataclass(frozen=True)
class Shown:
    """What the pages of readings showed to one reader: by address, but for what was asked and complained of."""

    obstacles: list[str]
    faint: dict[str, list[str]]
    hidden: dict[str, int]
    outside: list[str]
    errors: list[str]


@pytest.fixture(scope="module", params=[chromium.WIDE, chromium.PHONE], ids=["wide", "phone"])
def shown(request: pytest.FixtureRequest, browser: Browser, named: Path) -> Shown:
    """Each kind of page, opened once at a desk and once on a phone, then made dark."""
    found: list[str] = []
    faint, hidden = {}, {}
    with chromium.visit(browser, named, request.param) as reader:
        for address in KINDS.values():
            page = reader.open(address)
            hidden[address] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if address == MY_LIST:
                chosen(page, "Maud Durand")
            found += obstacles(page, "all but contrast")
            light = contrast(page).faint
            darken(page)
            faint[address] = [*light, *contrast(page).faint]
        return Shown(found, faint, hidden, reader.outside(), reader.errors)


def test_no_page_of_readings_holds_an_obstacle(shown: Shown) -> None:
    assert shown.obstacles == []


def test_no_page_of_readings_is_wider_than_its_window(shown: Shown) -> None:
    assert {address: hidden for address, hidden in shown.hidden.items() if hidden > 0} == {}


def test_on_a_phone_each_cell_of_a_unit_has_room_for_its_words(browser: Browser, named: Path) -> None:
    with chromium.visit(browser, named, chromium.PHONE) as visit:
        widths = visit.open(KINDS["one unit"]).evaluate(
            "[...document.querySelectorAll('.cl-sortable tbody td')].map((cell) => cell.offsetWidth)"
        )

    assert widths
    assert min(widths) > 100


def test_no_page_of_readings_asks_anything_of_the_network_or_complains(shown: Shown) -> None:
    assert (shown.outside, shown.errors) == ([], [])


def test_every_text_of_readings_stands_out_in_light_and_in_dark(shown: Shown) -> None:
    assert {address: faint for address, faint in shown.faint.items() if faint} == {}
