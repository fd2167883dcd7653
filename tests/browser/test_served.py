"""Over HTTP, under the strict policy of the documentation: nothing refused, nothing asked from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import obstacles
from tests.browser.served import policy, served
from tests.browser.starter import KINDS, MAP, MASTER_LIST

_WATCH = """window.refused = [];
document.addEventListener('securitypolicyviolation',
  (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));"""


@dataclass
class Served:
    """A reader of a served site."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def refused(self, path: str) -> list[str]:
        """What the browser refuses on a page."""
        self.page.goto(self.address + path)
        return [f"{path}: {each}" for each in self.page.evaluate("window.refused")]


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Served]:
    """Somebody on the intranet."""
    with served(site) as address:
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(_WATCH)
        reader = Served(page, address)
        page.on("request", lambda request: reader.asked.append(request.url))
        page.on("console", lambda said: reader.told.append(said.text) if said.type == "error" else None)
        yield reader
        context.close()


def test_the_policy_allows_nothing_inline() -> None:
    assert "unsafe" not in policy()
    assert policy().startswith("default-src 'none';")


def test_on_any_kind_of_page_the_browser_refuses_nothing_and_is_asked_nothing_from_outside(reader: Served) -> None:
    assert [each for path in KINDS.values() for each in reader.refused(path)] == []
    assert reader.told == []
    assert len(reader.asked) > len(KINDS)
    assert [url for url in reader.asked if not url.startswith((reader.address, "data:"))] == []


def test_what_the_pages_do_is_not_refused_either(reader: Served) -> None:
    reader.page.goto(reader.address + MASTER_LIST)
    reader.page.get_by_label("Filtrer").fill("hygiène")
    reader.page.locator("thead button").first.click()
    reader.page.locator(".cl-scheme").click()
    reader.page.locator("#cl-query").press_sequentially("douleur")
    expect(reader.page.locator(".md-header [role=option]").first).to_be_visible()
    seen = reader.page.evaluate("window.refused")
    reader.page.goto(reader.address + MAP)
    reader.page.locator(".cl-map-wide .cl-process").first.hover()

    assert seen + reader.page.evaluate("window.refused") == []


def test_a_wrong_address_gives_a_page_without_obstacle_that_leads_home(reader: Served) -> None:
    reader.page.goto(f"{reader.address}404.html")

    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Cette page n'existe pas")
    assert obstacles(reader.page) == []
    reader.page.locator("article").get_by_role("link", name="Accueil").click()
    expect(reader.page.locator("#cl-home-query")).to_be_visible()
