"""A site of releases, opened on the day it was built and on later days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from classeur.tasks.as_of import build_as_of
from classeur.tasks.build_site import build_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.browser import chromium
from tests.browser.chromium import Readers, Visit
from tests.houses import BODY, a_text, house_files, write_house
from tests.released import REFERENT, Acts

pytestmark = pytest.mark.xdist_group("releases")

EVE = dt.date(2026, 12, 31)
NOON_OF_THE_EVE = "2026-12-31T12:00:00Z"
JUST_AFTER_MIDNIGHT_IN_PARIS = "2026-12-31T23:30:00Z"
SECRET = "Motsecret"
DOCUMENT = "d/PR-R1-001/index.html"
NEW_VERSION = "d/PR-R1-001/2.0/index.html"
MASTER_LIST = "liste-des-documents/index.html"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house of which one version applies on 1 January, and in which three drafts hold a word of their own."""
    link = "\nVoir [la suite](suite.md) et [le brouillon](jamais.md).\n"
    files = house_files()
    files["procedures/accueil.md"] = a_text(BODY + link)
    files["procedures/suite.md"] = a_text(reference="PR-R1-002", title="Programmer", review_date="2026-12-31")
    files["procedures/venir.md"] = a_text(reference="PR-R1-003", title="Gérer", effective_from="2027-01-01")
    files["procedures/jamais.md"] = a_text(
        BODY + SECRET, reference="PR-R1-009", title=SECRET, summary=f"{SECRET} encore."
    )
    root = write_house(tmp_path_factory.mktemp("releases"), files)
    acts = Acts(root)
    for reference in ("FP-R1", "PR-R1-001", "PR-R1-002"):
        acts.release(reference, "2026-06-01")
    acts.release("PR-R1-003", "2026-11-10")
    new = BODY.replace("sans attente inutile", "en moins de 24 heures").replace("rendez-vous.", "rendez-vous pris.")
    acts.write(
        "procedures/accueil.md", a_text(new, version="2.0", effective_from="2027-01-01", summary="Un délai est fixé.")
    )
    acts.release("PR-R1-001", "2026-11-15")
    acts.write("procedures/accueil.md", a_text(new + SECRET, version="3.0", title=SECRET, summary=f"{SECRET} bientôt."))
    acts.submit("PR-R1-001", "2026-11-20")
    acts.sign("PR-R1-001", "2026-11-21", "validation", REFERENT, f"{SECRET} est faux.")
    return root


@pytest.fixture(scope="module")
def released(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, built on 31 December."""
    site = tmp_path_factory.mktemp("site")
    build_site(house, site, EVE, MkDocsEngine(house), translator("fr"))
    return site


@pytest.fixture
def visitor(readers: Readers, released: Path) -> Iterator[Visit]:
    """Somebody who opens that site."""
    with readers.visit(released) as visit:
        yield visit
        assert visit.errors == []
        assert visit.outside() == []


def opened(visitor: Visit, address: str, at: str) -> str:
    """The words that a reader sees on a page at an instant."""
    visitor.page.clock.set_fixed_time(at)
    return visitor.open(address).locator(".md-content").inner_text()


def test_on_the_eve_the_page_announces_the_new_version(visitor: Visit) -> None:
    seen = opened(visitor, DOCUMENT, NOON_OF_THE_EVE)

    assert "ouvelle version au 1er janvier 2027" in seen
    assert "ersion remplacée" not in seen


def test_after_midnight_the_page_of_the_old_version_says_that_it_is_replaced(visitor: Visit) -> None:
    seen = opened(visitor, DOCUMENT, JUST_AFTER_MIDNIGHT_IN_PARIS)

    assert "ersion remplacée, ne plus appliquer" in seen
    assert "ouvelle version au" not in seen
    expect(visitor.page.locator(".cl-control summary .cl-state:visible")).to_have_text(["remplacé"])


def test_the_replaced_page_leads_to_the_version_in_force(visitor: Visit) -> None:
    opened(visitor, DOCUMENT, JUST_AFTER_MIDNIGHT_IN_PARIS)

    visitor.page.get_by_text("lire la version 2.0").and_(visitor.page.locator(":visible")).first.click()

    assert visitor.address == NEW_VERSION


def test_the_new_version_is_to_come_on_the_eve_and_applies_on_the_day(visitor: Visit) -> None:
    eve = opened(visitor, NEW_VERSION, NOON_OF_THE_EVE)
    day = opened(visitor, NEW_VERSION, JUST_AFTER_MIDNIGHT_IN_PARIS)

    assert "ne pas appliquer avant" in eve
    assert "ne pas appliquer avant" not in day
    expect(visitor.page.locator(".cl-control summary .cl-state:visible")).to_have_text(["applicable"])


@pytest.mark.parametrize(
    ("at", "version"),
    [(NOON_OF_THE_EVE, "1.0"), (JUST_AFTER_MIDNIGHT_IN_PARIS, "2.0"), ("2028-02-29T12:00:00Z", "2.0")],
)
def test_the_master_list_shows_the_version_of_the_day(visitor: Visit, at: str, version: str) -> None:
    opened(visitor, MASTER_LIST, at)

    rows = visitor.page.locator("tbody tr:visible").filter(has_text="PR-R1-001")
    expect(rows).to_have_count(1)
    expect(rows.locator("td:nth-child(4)")).to_have_text(version)


def test_a_text_to_come_becomes_applicable_in_the_list(visitor: Visit) -> None:
    row = visitor.page.locator("tbody tr:visible").filter(has_text="PR-R1-003").locator(".cl-state:visible")

    opened(visitor, MASTER_LIST, NOON_OF_THE_EVE)
    expect(row).to_have_text("à venir")
    opened(visitor, MASTER_LIST, JUST_AFTER_MIDNIGHT_IN_PARIS)
    expect(row).to_have_text("applicable")


def test_the_filter_of_states_follows_the_day(visitor: Visit) -> None:
    opened(visitor, MASTER_LIST, JUST_AFTER_MIDNIGHT_IN_PARIS)

    visitor.page.get_by_label("État").select_option("à venir")

    expect(visitor.page.locator("tbody tr:visible")).to_have_count(0)


def test_a_review_is_late_the_day_after_its_date(visitor: Visit) -> None:
    assert "en retard" not in opened(visitor, "d/PR-R1-002/index.html", NOON_OF_THE_EVE)
    assert "en retard depuis le 31 décembre 2026" in opened(
        visitor, "d/PR-R1-002/index.html", JUST_AFTER_MIDNIGHT_IN_PARIS
    )


def test_without_script_the_page_speaks_of_the_day_it_was_built(browser: Browser, released: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()

    page.goto(f"{released.as_uri()}/{DOCUMENT}")

    seen = page.locator(".md-content").inner_text()
    context.close()
    assert "ouvelle version au 1er janvier 2027" in seen
    assert "ersion remplacée" not in seen


def test_a_word_that_stands_only_in_drafts_is_in_no_file_of_the_site(released: Path) -> None:
    files = [path for path in released.rglob("*") if path.is_file()]

    assert len(files) > 30
    assert [str(path) for path in files if SECRET.lower().encode() in path.read_bytes().lower()] == []


def test_a_link_to_a_draft_is_plain_text(visitor: Visit) -> None:
    opened(visitor, DOCUMENT, NOON_OF_THE_EVE)

    expect(visitor.page.locator(".cl-text a[href]", has_text="la suite")).to_have_count(1)
    expect(visitor.page.locator(".cl-text a[href]", has_text="le brouillon")).to_have_count(0)


def test_the_search_knows_the_version_in_force_only(visitor: Visit) -> None:
    opened(visitor, "index.html", NOON_OF_THE_EVE)

    found = visitor.page.evaluate("classeurSearch('accueillir un patient', 50)")

    assert DOCUMENT in [each["url"] for each in found]
    assert [each["url"] for each in found if each["url"].startswith("d/PR-R1-001/") and each["url"] != DOCUMENT] == []


def test_what_changed_is_told_in_words_and_side_by_side(visitor: Visit) -> None:
    opened(visitor, "d/PR-R1-001/2.0/comparaison/index.html", NOON_OF_THE_EVE)

    expect(visitor.page.locator(".cl-sides del").first).to_contain_text("supprimé")
    expect(visitor.page.locator(".cl-sides ins").first).to_contain_text("ajouté")
    expect(visitor.page.locator(".cl-told")).to_contain_text("24 heures")


def test_the_space_before_a_word_that_was_added_is_seen(visitor: Visit) -> None:
    opened(visitor, "d/PR-R1-001/2.0/comparaison/index.html", NOON_OF_THE_EVE)

    widths = (
        visitor.page.locator(".cl-sides ins")
        .filter(has_text="pris")
        .evaluate_all(
            """(found) => found.map((added) => {
            const said = [...added.childNodes].find((node) => node.nodeType === Node.TEXT_NODE), range = new Range();
            range.setStart(said, 0);
            range.setEnd(said, 1);
            return [said.textContent, range.getBoundingClientRect().width > 0];
        })"""
        )
    )

    assert widths == [[" pris", True]]


def test_the_sides_are_stacked_on_a_phone(browser: Browser, released: Path) -> None:
    with chromium.visit(browser, released, size=chromium.PHONE) as visit:
        page = visit.open("d/PR-R1-001/2.0/comparaison/index.html")
        cells = page.locator(".cl-sides__row:not(.cl-sides__head)").first.locator("> div")
        old, new = (cells.nth(number).bounding_box() for number in (0, 1))

    assert old
    assert new
    assert new["y"] >= old["y"] + old["height"] - 1


def test_a_draft_has_its_page_on_a_site_built_with_drafts_and_nowhere_else(house: Path, tmp_path: Path) -> None:
    build_site(house, tmp_path, EVE, MkDocsEngine(house), translator("fr"), with_drafts=True)

    holders = sorted(
        path.relative_to(tmp_path).as_posix()
        for path in tmp_path.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    )
    assert holders == ["brouillons/index.html", "d/PR-R1-001/brouillon/index.html", "d/PR-R1-009/brouillon/index.html"]


def test_the_site_of_a_past_day_stays_as_it_was(browser: Browser, house: Path, tmp_path: Path) -> None:
    build_as_of(house, tmp_path, dt.date(2026, 7, 1), MkDocsEngine(house), translator("fr"))

    with chromium.visit(browser, tmp_path) as visit:
        seen = opened(visit, DOCUMENT, "2030-01-01T12:00:00Z")

    assert "1.0" in seen
    assert "remplacé" not in seen
    assert "en retard" not in seen
    assert not (tmp_path / "d/PR-R1-003").exists()
