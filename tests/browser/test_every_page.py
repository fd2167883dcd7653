"""What must hold on every page of the starter site; the walk is done once, at the width of a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.starter import addresses

_SEEN = """[
  document.documentElement.scrollWidth - innerWidth,
  [...document.querySelectorAll('details.cl-control')].map((block) => block.open),
]"""


class Walk:
    """What was seen on the way."""

    def __init__(self) -> None:
        self.too_wide: dict[str, int] = {}
        self.unfolded: list[str] = []
        self.documents = 0
        self.outside: list[str] = []
        self.errors: list[str] = []


@pytest.fixture(scope="module")
def walk(browser: Browser, site: Path) -> Walk:
    """Every page, opened once on a phone."""
    seen = Walk()
    with chromium.visit(browser, site, size=chromium.PHONE) as reader:
        for address in addresses(site):
            wide, blocks = reader.open(address).evaluate(_SEEN)
            seen.documents += len(blocks)
            if wide > 0:
                seen.too_wide[address] = wide
            if any(blocks):
                seen.unfolded.append(address)
        seen.outside, seen.errors = reader.outside(), reader.errors
    return seen


def test_no_page_is_wider_than_a_phone(walk: Walk) -> None:
    assert walk.too_wide == {}


def test_every_control_block_is_folded_on_a_phone(walk: Walk) -> None:
    assert walk.documents >= 40
    assert walk.unfolded == []


def test_no_page_asks_anything_of_the_network(walk: Walk) -> None:
    assert walk.outside == []


def test_no_page_complains_in_the_console(walk: Walk) -> None:
    assert walk.errors == []
