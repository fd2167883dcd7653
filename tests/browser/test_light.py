"""A page asks for little."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.starter import KINDS, addresses
from tests.browser.weights import weigh

KB = 1000


def test_a_document_page_of_the_starter_stays_under_60_kb(site: Path) -> None:
    pages = [address for address in addresses(site) if address.startswith("d/") and address.count("/") == 2]
    heavy = {address: (site / address).stat().st_size for address in pages}

    assert len(heavy) > 40
    assert {address: size for address, size in heavy.items() if size >= 60 * KB} == {}


@pytest.mark.parametrize("kind", ["document", "reflex card", "form"])
def test_a_first_visit_to_a_document_asks_for_less_than_350_kb(browser: Browser, site: Path, kind: str) -> None:
    assert weigh(browser, site, KINDS[kind]).total < 350 * KB
