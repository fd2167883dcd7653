"""The frame of every page: where the keyboard goes first, light and dark, what is being read."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.chromium import Visit
from tests.browser.starter import PROCEDURE


def test_what_has_the_focus_can_be_seen(reader: Visit) -> None:
    page = reader.open(PROCEDURE)
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            """() => { const one = document.activeElement, style = getComputedStyle(one);
            const told = `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`;
            const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
              || style.boxShadow !== 'none' || style.opacity === '1' && one.matches('.md-skip');
            return one === document.body || ring ? [] : [told]; }"""
        )

    assert unseen == []


def test_the_choice_of_dark_is_remembered_on_the_next_page(reader: Visit) -> None:
    page = reader.open("index.html")
    page.get_by_role("button", name="Affichage sombre").click()

    page = reader.open(PROCEDURE)

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    expect(page.get_by_role("button", name="Affichage sombre")).to_have_attribute("aria-pressed", "true")


def test_the_heading_being_read_is_marked_in_the_table_of_contents(reader: Visit) -> None:
    page = reader.open(PROCEDURE)

    page.locator("h2").nth(3).scroll_into_view_if_needed()
    page.mouse.wheel(0, 900)

    expect(page.locator(".cl-contents [aria-current]")).to_have_count(1)


def test_the_page_says_its_language(reader: Visit) -> None:
    assert reader.open(PROCEDURE).evaluate("document.documentElement.lang") == "fr"
