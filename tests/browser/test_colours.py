"""What is written can be read, in light and in dark (each kind of page: tests/browser/test_kinds.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import Readers, Scheme
from tests.browser.contrast import contrast


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_results_stand_out_from_their_ground(readers: Readers, site: Path, scheme: Scheme) -> None:
    with readers.visit(site, scheme=scheme) as reader:
        page = reader.open("index.html")
        page.locator("#cl-query").press_sequentially("médicament")
        page.locator(".md-header [role=option]").first.wait_for()
        seen = contrast(page)

    assert seen.faint == []


def test_a_dark_system_gives_a_dark_page(readers: Readers, site: Path) -> None:
    with readers.visit(site, scheme="dark") as reader:
        page = reader.open("index.html")

        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
