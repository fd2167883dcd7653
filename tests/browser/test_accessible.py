"""No obstacle that axe-core knows (WCAG 2.2 AA, RGAA) stands on a page that only a house with releases has.

The other kinds of pages: tests/browser/test_kinds.py, where axe-core judges colours too. Here the contrast of each text
is measured, light and dark: a page that becomes dark holds the same elements.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.axe import obstacles
from tests.browser.chromium import darken
from tests.browser.contrast import contrast
from tests.browser.starter import ROOT, built

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
    "standards": "referentiels/index.html",
    "standard": "referentiels/iso-9001-2015/index.html",
    "self-assessment": "auto-diagnostic/index.html",
    "next meeting": "cercle/index.html",
    "proposals": "propositions/index.html",
    "proposal slip": "propositions/bulletin/index.html",
    "home": "index.html",
}
"""What only a house that has released something shows."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built."""
    return built(ROOT, tmp_path_factory.mktemp("demonstration") / "site")


def test_no_page_of_a_house_with_releases_holds_an_obstacle(browser: Browser, demonstration: Path) -> None:
    found: list[str] = []
    with chromium.visit(browser, demonstration) as reader:
        for address in RELEASED.values():
            page = reader.open(address)
            found += obstacles(page, "all but contrast")
            found += [f"{address}: {text}" for text in contrast(page).faint]
            darken(page)
            found += [f"{address}, dark: {text}" for text in contrast(page).faint]

    assert found == []
