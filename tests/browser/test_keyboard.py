"""Everything can be reached without a mouse."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.chromium import Visit
from tests.browser.starter import KINDS, MAP, MASTER_LIST, PROCEDURE


def tab_to(page: Page, selector: str, most: int = 40) -> bool:
    """Press Tab until an element that fits has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return True
    return False


def test_tab_reaches_the_search(reader: Visit) -> None:
    page = reader.open("index.html")

    assert tab_to(page, "#cl-query", most=15)


def test_a_slash_reaches_the_search(reader: Visit) -> None:
    page = reader.open("d/PR-R2-001/index.html")

    page.keyboard.press("/")

    expect(page.locator("#cl-query")).to_be_focused()


def test_a_slash_typed_in_a_field_stays_there(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    page.get_by_label("Filtrer").press_sequentially("a/b")

    expect(page.get_by_label("Filtrer")).to_have_value("a/b")


def test_the_keyboard_alone_goes_from_a_slash_to_a_text(reader: Visit) -> None:
    page = reader.open("regles/index.html")
    page.keyboard.press("/")
    page.keyboard.type("urgence vitale")
    expect(page.locator(".md-header [role=option]").first).to_be_visible()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile("FR-R2-001/index.html"))


def test_the_processes_of_the_map_are_reached_by_tab(reader: Visit) -> None:
    page = reader.open(MAP)

    assert tab_to(page, ".cl-map-wide .cl-process")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("p/M1/index.html"))


def test_a_process_with_the_focus_has_a_ring(reader: Visit) -> None:
    page = reader.open(MAP)
    ring = "node => { const s = getComputedStyle(node.querySelector('.cl-shape')); return [s.stroke, s.strokeWidth] }"
    process = page.locator(".cl-map-wide .cl-process").first
    before = process.evaluate(ring)

    tab_to(page, ".cl-map-wide .cl-process")

    after = process.evaluate(ring)
    assert before[0] != after[0]
    assert float(after[1].removesuffix("px")) >= 3


def test_a_link_with_the_focus_has_a_ring(reader: Visit) -> None:
    page = reader.open("index.html")

    tab_to(page, ".cl-cards a")

    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_the_master_list_is_sorted_with_the_keyboard(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    tab_to(page, ".cl-sortable th:nth-child(2) button")
    page.keyboard.press("Enter")

    expect(page.get_by_role("columnheader", name="Titre")).to_have_attribute("aria-sort", "ascending")


def test_the_master_list_is_filtered_and_its_file_reached_with_the_keyboard(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    assert tab_to(page, ".cl-downloads a[href$='.xlsx']")
    assert tab_to(page, ".cl-list__filter")
    page.keyboard.type("hygiene des mains")
    expect(page.locator(".cl-list__count")).to_contain_text("Lignes affichées : 1 sur")
    assert tab_to(page, ".cl-sortable tbody a")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/d/[A-Z0-9-]+/index\.html$"))


def test_a_choice_of_the_master_list_is_made_with_the_keyboard(reader: Visit) -> None:
    page = reader.open(MASTER_LIST)

    assert tab_to(page, ".cl-list__choice")
    page.keyboard.type("Procédure")

    kinds = page.locator(".cl-sortable tbody tr:visible td:nth-child(3)").all_inner_texts()
    assert set(kinds) == {"Procédure"}


def test_the_control_block_of_a_phone_is_unfolded_with_the_keyboard(phone_reader: Visit) -> None:
    page = phone_reader.open(PROCEDURE)
    assert tab_to(page, "details.cl-control > summary")
    expect(page.locator(".cl-control dl").first).to_be_hidden()

    page.keyboard.press("Enter")

    expect(page.locator(".cl-control dl").first).to_be_visible()


def test_a_sheet_is_checked_with_the_keyboard(reader: Visit) -> None:
    page = reader.open(KINDS["sheet check"])

    assert tab_to(page, "#cl-sheet")
    page.keyboard.type("PR-R9-999 1.0")
    page.keyboard.press("Enter")

    expect(page.locator(".cl-check__answer")).to_contain_text("ce site ne connaît aucun document PR-R9-999")
