"""A narrow window, and a page enlarged twice, lose nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.chromium import Readers, Visit
from tests.browser.starter import KINDS

NARROW = (320, 640)
TWICE = (640, 450)  # a window of 1280 enlarged to 200 %


@pytest.mark.parametrize("size", [NARROW, TWICE], ids=["320 px", "200 %"])
def test_the_keyboard_opens_the_menu_and_follows_it(readers: Readers, site: Path, size: tuple[int, int]) -> None:
    with readers.visit(site, size) as reader:
        page = reader.open(KINDS["document"])
        button = page.get_by_role("button", name="Menu")
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        page.get_by_role("link", name="Révisions").focus()
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", level=1)).to_have_text("Révisions")


def test_escape_closes_the_menu_and_gives_the_focus_back(phone_reader: Visit) -> None:
    page = phone_reader.open(KINDS["document"])
    button = page.get_by_role("button", name="Menu")
    button.click()
    page.locator("#cl-menu a").first.focus()

    page.keyboard.press("Escape")

    expect(page.locator("#cl-menu")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_page_without_scripts_shows_its_menu_and_its_lists(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{KINDS['master list']}")

    expect(page.locator("#cl-menu").get_by_role("link", name="Révisions")).to_be_visible()
    expect(page.locator("tbody tr").first).to_be_visible()
    context.close()


def test_text_spaced_out_by_the_reader_is_not_cut(readers: Readers, site: Path) -> None:
    with readers.visit(site, chromium.PHONE) as reader:
        page = reader.open(KINDS["document"])
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em "
            "!important } p { margin-bottom: 2em !important }"
        )

        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
