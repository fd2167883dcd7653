"""No obstacle that axe-core knows (WCAG 2.2 AA, RGAA) stands on any kind of page, in light and in dark.

A page in the dark holds the same elements: only its colours are asked again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.axe import obstacles
from tests.browser.starter import KINDS, ROOT, built

Scheme = Literal["light", "dark"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [chromium.WIDE, chromium.PHONE], ids=["wide", "phone"])
def test_no_kind_of_page_holds_an_obstacle(browser: Browser, site: Path, size: tuple[int, int], scheme: Scheme) -> None:
    with chromium.visit(browser, site, size, scheme) as reader:
        found = [each for address in KINDS.values() for each in obstacles(reader.open(address), scheme == "dark")]

    assert found == []


RELEASED = {
    "document with a history": "d/PR-M2-001/index.html",
    "comparison": "d/PR-M2-001/2.0/comparaison/index.html",
    "replaced version": "d/PR-M2-001/1.0/index.html",
    "withdrawn document": "d/NS-M1-001/index.html",
    "withdrawn list": "liste-des-documents/retires/index.html",
    "desk": "a-faire/index.html",
    "my reading list": "ma-liste/index.html",
    "readings by document": "lectures/index.html",
    "readings of a unit": "lectures/unites/soins/index.html",
    "reading time": "lectures/temps/index.html",
    "newcomers": "parcours/index.html",
    "verification": "verification/index.html",
    "home": "index.html",
}
"""What only a house that has released something shows."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built."""
    return built(ROOT, tmp_path_factory.mktemp("demonstration") / "site")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_a_house_with_releases_holds_an_obstacle(
    browser: Browser, demonstration: Path, scheme: Scheme
) -> None:
    with chromium.visit(browser, demonstration, scheme=scheme) as reader:
        found = [each for address in RELEASED.values() for each in obstacles(reader.open(address), scheme == "dark")]

    assert found == []
