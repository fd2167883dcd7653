"""Saved is seen in the browser: the page comes again where it was read, with what is wrong over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acts import ACCUEIL, rewritten
from tests.browser.axe import obstacles
from tests.houses import BODY, a_text, house_files, write_house
from tests.previews import Previewed, previewed

PAGE = "d/PR-R1-001/index.html"
LONG = BODY + "\n## Annexe\n\n" + "Une phrase de plus pour une longue page.\n\n" * 80


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    root = write_house(tmp_path_factory.mktemp("preview"), house_files() | {ACCUEIL: a_text(LONG)})
    with previewed(root, "b.durand", is_watching=True) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Previewed) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1100, "height": 700})
    page = context.new_page()
    page.goto(preview.server.new_address())
    page.goto(f"http://{preview.host}/{PAGE}")
    expect(page.locator(".apercu-bar")).to_be_visible()
    yield page
    context.close()


def test_a_save_is_seen_where_the_reader_was_with_what_is_wrong_over_the_page(page: Page, preview: Previewed) -> None:
    page.evaluate("window.scrollTo(0, 600)")

    rewritten(preview.root, ACCUEIL, "Saluer le patient", "Saluer le patient, voir [la suite](rien.md),")

    expect(page.get_by_text("voir la suite")).to_have_count(1, timeout=60_000)
    expect(page.locator(".apercu-bar li")).to_contain_text("rien.md")
    assert abs(page.evaluate("window.scrollY") - 600) < 40


def test_a_text_that_cannot_be_read_leaves_the_page_under_a_banner(page: Page, preview: Previewed) -> None:
    text = preview.root / ACCUEIL
    good = text.read_text("utf-8")

    text.write_text("---\ntitle: [unclosed\n---\n", "utf-8")

    expect(page.locator(".apercu-held")).to_contain_text("dernier bon état", timeout=60_000)
    expect(page.get_by_role("heading", name="Accueillir un patient")).to_be_visible()
    text.write_text(good, "utf-8")
    expect(page.locator(".apercu-held")).to_have_count(0, timeout=60_000)


def test_the_desk_and_the_overlay_have_no_obstacle(page: Page, preview: Previewed) -> None:
    on_the_page = obstacles(page)
    page.goto(f"http://{preview.host}/_apercu/a-faire")

    assert on_the_page == []
    assert obstacles(page) == []


def test_the_desk_has_the_picture_of_the_site_in_its_tab(page: Page, preview: Previewed) -> None:
    page.goto(f"http://{preview.host}/_apercu/a-faire")
    picture = page.locator('link[rel="icon"]').evaluate("(link) => link.href")

    assert page.request.get(picture).ok
