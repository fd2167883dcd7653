"""The site for people outside the house, without a mouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from classeur.tasks.build_site import build_site
from classeur.views.public_site import SiteAudience
from classeur.writers.site.engine import MkDocsEngine
from tests.browser.chromium import Readers, Visit
from tests.houses import BODY, TODAY, a_text, house_files, write_house
from tests.released import WORDS, Acts

HOME, TEXT = "index.html", "d/PR-R1-001/index.html"
PAGES = [HOME, TEXT, "p/R1/index.html", "glossaire/index.html", "liste-des-documents/index.html", "v/index.html"]
_TO_REACH = """() => {
  const all = document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]');
  const seen = [...all].filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled
    && node.tabIndex >= 0);
  seen.forEach((node, number) => { node.dataset.stop = number; });
  return seen.map((node) => `${node.tagName} ${node.id || node.textContent.trim() || node.getAttribute('href')}`);
}"""
_HERE = """() => {
  const node = document.activeElement, box = node.getBoundingClientRect();
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  return [Number(node.dataset.stop ?? -1), inside];
}"""


@pytest.fixture(scope="module")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small house with a confidential text, as people outside see it."""
    folder = tmp_path_factory.mktemp("outside")
    house = folder / "house"
    secret = a_text(
        BODY + "\nLe coffre Zanzibar.\n", reference="PR-R1-002", title="Ouvrir le coffre", confidential="true"
    )
    glossary = "- {term: CVS, means: [conseil de la vie sociale]}\n"
    write_house(house, house_files(**{"procedures/coffre.md": secret, "manual/glossary.yml": glossary}))
    acts = Acts(house)
    for reference in ("FP-R1", "PR-R1-001", "PR-R1-002"):
        acts.release(reference, "2026-06-01")
    build_site(house, folder / "site", TODAY, MkDocsEngine(house), WORDS, audience=SiteAudience.PUBLIC)
    return folder / "site"


@pytest.fixture
def visitor(readers: Readers, public_site: Path) -> Iterator[Visit]:
    """Somebody outside, at a desk."""
    with readers.visit(public_site) as visit:
        yield visit


def search(page: Page, typed: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(typed)


@pytest.mark.parametrize("address", PAGES)
def test_tab_reaches_all_that_can_be_used_and_shows_it(visitor: Visit, address: str) -> None:
    page = visitor.open(address)
    to_reach = page.evaluate(_TO_REACH)
    reached = set()

    for _ in range(len(to_reach) + 5):
        page.keyboard.press("Tab")
        stop, is_seen = page.evaluate(_HERE)
        assert is_seen or stop < 0, to_reach[stop]
        reached.add(stop)

    assert [name for number, name in enumerate(to_reach) if number not in reached] == []


def test_the_keyboard_alone_goes_from_a_slash_to_a_text(visitor: Visit) -> None:
    page = visitor.open(HOME)
    search(page, "accueillir")
    expect(page.locator(".md-header [role=option]").first).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/d/PR-R1-001/index\.html|/p/R1/index\.html|/d/FP-R1/index\.html"))


@pytest.mark.parametrize("typed", ["Zanzibar", "coffre"])
def test_a_confidential_text_is_not_found(visitor: Visit, typed: str) -> None:
    page = visitor.open(HOME)

    search(page, typed)

    expect(page.locator(".md-header .cl-search__status")).to_contain_text("Aucun résultat")


def test_a_sheet_of_paper_is_checked_with_the_keyboard(visitor: Visit) -> None:
    page = visitor.open("v/index.html")
    page.locator("#cl-sheet").focus()

    page.keyboard.type("PR-R1-001 1.0")
    page.keyboard.press("Enter")

    expect(page.locator(".cl-check__answer")).not_to_be_empty()
