"""Each kind of page, opened once at a desk and once on a phone, and asked all that must hold on every one of them.

Opening a page costs Chromium more than most questions about it. A page that becomes dark holds the same elements: only
its colours are asked again. axe-core judges those of a light page at a desk; we measure each text on all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.axe import obstacles
from tests.browser.chromium import Visit, darken
from tests.browser.contrast import Contrast, contrast
from tests.browser.starter import KINDS
from tests.browser.weights import LAST_SHIFTS, WATCH

FEWEST_TEXTS = {chromium.WIDE: 11, chromium.PHONE: 5}
"""Fewer on a page mean that it has lost some; much is folded on a phone."""

AT_A_DESK = {"width": chromium.WIDE[0], "height": chromium.WIDE[1]}
NARROWER = {chromium.WIDE: (640, 450), chromium.PHONE: (320, 640)}
"""What a window becomes when its reader enlarges the page: at a desk twice, on a phone as narrow as phones are."""

STILL = f"performance.now() > performance.getEntriesByType('navigation')[0].loadEventEnd + {LAST_SHIFTS}"
"""Whether the last shifts have had their time; most of it was spent on other questions."""


@dataclass(frozen=True)
class Seen:
    """What one page showed.

    Attributes:
        size: the window, before its reader enlarged the page.
        shift: how far it moved while it was drawn.
        first: the class of what the first press of Tab reaches.
        counts: how many titles of the first level and how many main parts it has.
        answer: what its search answers to a program.
        hidden: pixels that lie beside the window once the page is enlarged.
    """

    size: tuple[int, int]
    shift: float
    scheme: str
    first: str
    counts: list[int]
    obstacles: list[str]
    light: Contrast
    dark: Contrast
    answer: list[dict[str, Any]]
    hidden: int


def look(reader: Visit, address: str) -> Seen:
    """Open a page and ask it everything; the window is left as it was."""
    page, size = reader.open(address), reader.page.viewport_size
    scheme = page.evaluate("document.body.dataset.mdColorScheme")
    counts = page.evaluate("['h1', 'main'].map((one) => document.querySelectorAll(one).length)")
    found = obstacles(page, "everything" if size == AT_A_DESK else "all but contrast")
    light = contrast(page)
    page.wait_for_function(STILL)
    shift = page.evaluate("window.shift")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.evaluate("document.activeElement.blur()")
    answer = page.evaluate("classeurSearch('medicament', 5)")
    darken(page)
    if size == AT_A_DESK:
        found += obstacles(page, "links among words")
    dark = contrast(page)
    assert size
    window = size["width"], size["height"]
    width, height = NARROWER[window]
    page.set_viewport_size({"width": width, "height": height})
    hidden = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.set_viewport_size(size)
    return Seen(window, shift, scheme, first, counts, found, light, dark, answer, hidden)


@pytest.fixture(scope="module", params=[chromium.WIDE, chromium.PHONE], ids=["wide", "phone"])
def seen(request: pytest.FixtureRequest, browser: Browser, site: Path) -> Mapping[str, Seen]:
    """A page of each kind, as one reader sees it."""
    with chromium.visit(browser, site, request.param) as reader:
        reader.page.add_init_script(WATCH)
        return {kind: look(reader, address) for kind, address in KINDS.items()}


def test_a_light_system_gives_light_pages(seen: Mapping[str, Seen]) -> None:
    assert {each.scheme for each in seen.values()} == {"default"}


def test_the_first_press_of_tab_offers_to_skip_to_the_text(seen: Mapping[str, Seen]) -> None:
    assert {kind: each.first for kind, each in seen.items() if each.first != "md-skip"} == {}


def test_each_kind_of_page_has_one_title_and_one_main_part(seen: Mapping[str, Seen]) -> None:
    assert {kind: each.counts for kind, each in seen.items() if each.counts != [1, 1]} == {}


def test_no_page_that_its_reader_enlarges_scrolls_sideways(seen: Mapping[str, Seen]) -> None:
    assert {kind: each.hidden for kind, each in seen.items() if each.hidden > 0} == {}


def test_nothing_moves_while_a_page_is_drawn(seen: Mapping[str, Seen]) -> None:
    assert {kind: each.shift for kind, each in seen.items() if each.shift > 0.01} == {}


def test_no_kind_of_page_holds_an_obstacle(seen: Mapping[str, Seen]) -> None:
    assert [obstacle for each in seen.values() for obstacle in each.obstacles] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(seen: Mapping[str, Seen], scheme: str) -> None:
    shown = {kind: each.dark if scheme == "dark" else each.light for kind, each in seen.items()}

    assert {kind: each.looked for kind, each in shown.items() if each.looked < FEWEST_TEXTS[seen[kind].size]} == {}
    assert {kind: each.faint for kind, each in shown.items() if each.faint} == {}


def test_programs_may_ask_the_search_on_every_kind_of_page(seen: Mapping[str, Seen]) -> None:
    for each in seen.values():
        assert {"reference", "title", "url", "score", "passage"} <= set(each.answer[0])
        assert (each.answer[0]["reference"], len(each.answer)) == ("PR-R2-001", 5)
