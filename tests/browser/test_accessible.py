"""No obstacle that axe-core knows (WCAG 2.2 AA, RGAA) stands on any kind of page, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.axe import obstacles
from tests.browser.starter import KINDS

Scheme = Literal["light", "dark"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [chromium.WIDE, chromium.PHONE], ids=["wide", "phone"])
def test_no_kind_of_page_holds_an_obstacle(browser: Browser, site: Path, size: tuple[int, int], scheme: Scheme) -> None:
    with chromium.visit(browser, site, size, scheme) as reader:
        found = [each for address in KINDS.values() for each in obstacles(reader.open(address))]

    assert found == []
