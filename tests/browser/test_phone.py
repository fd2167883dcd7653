"""Pages on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.chromium import Visit
from tests.browser.starter import KINDS, MAP, PROCEDURE


def test_a_phone_shows_the_narrow_map(phone_reader: Visit) -> None:
    page = phone_reader.open(MAP)

    expect(page.locator("svg.cl-map-narrow")).to_be_visible()
    expect(page.locator("svg.cl-map-wide")).to_be_hidden()


def test_a_desk_shows_the_wide_map(reader: Visit) -> None:
    page = reader.open(MAP)

    expect(page.locator("svg.cl-map-wide")).to_be_visible()
    expect(page.locator("svg.cl-map-narrow")).to_be_hidden()


def test_a_finger_is_not_told_to_point_at_a_process(browser: Browser, site: Path) -> None:
    width, height = chromium.PHONE
    told = {}
    for is_mobile in (True, False):
        context = browser.new_context(
            viewport={"width": width, "height": height}, is_mobile=is_mobile, has_touch=is_mobile
        )
        page = context.new_page()
        page.goto((site / MAP).as_uri())
        told[is_mobile] = page.locator(".cl-map-info").first.text_content()
        context.close()

    assert told[True] == ""
    assert "Survoler un processus" in (told[False] or "")


def test_needs_come_first_and_satisfaction_last_on_a_phone(phone_reader: Visit) -> None:
    page = phone_reader.open(MAP)
    tops = page.evaluate(
        """() => {
            const map = document.querySelector('svg.cl-map-narrow');
            const top = (node) => node.getBoundingClientRect().top;
            return [...map.querySelectorAll('.cl-pillar, .cl-process')]
                .sort((a, b) => top(a) - top(b))
                .map((node) => node.dataset.code || node.querySelector('text').textContent);
        }"""
    )

    assert tops[0] == "Besoins et attentes"
    assert tops[-1] == "Satisfaction"
    assert sorted(tops[1:-1]) == ["M1", "M2", "R1", "R2", "R3", "S1", "S2"]


def test_a_finger_unfolds_the_control_block(phone_reader: Visit) -> None:
    page = phone_reader.open(PROCEDURE)

    page.locator("details.cl-control > summary").click()

    expect(page.locator(".cl-control").get_by_text("Empreinte")).to_be_visible()


@pytest.mark.parametrize(
    ("page", "field"),
    [("index.html", "#cl-home-query"), (KINDS["sheet check"], "#cl-sheet"), (PROCEDURE, "#cl-query")],
)
def test_the_hint_of_a_field_is_not_cut_on_a_phone(phone_reader: Visit, page: str, field: str) -> None:
    needed, held = phone_reader.open(page).evaluate(
        """(field) => {
            const node = document.querySelector(field), style = getComputedStyle(node);
            const hint = getComputedStyle(node, '::placeholder');
            const pen = document.createElement('canvas').getContext('2d');
            pen.font = `${hint.fontWeight} ${hint.fontSize} ${style.fontFamily}`;
            const inside = node.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            return [pen.measureText(node.placeholder).width, inside];
        }""",
        field,
    )

    assert 0 < needed <= held


def test_the_home_page_shows_one_search_on_a_phone(phone_reader: Visit) -> None:
    page = phone_reader.open("index.html")

    page.keyboard.press("/")

    expect(page.get_by_role("combobox")).to_have_count(1)
    expect(page.locator("#cl-home-query")).to_be_focused()
