"""Every file of the built starter site, read without a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from classeur.views.addresses import SLIP

_FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "use": "href"}


@dataclass
class ReadPage(HTMLParser):
    """What a page holds: its places, its links, what it fetches, its handlers."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("id", "name") and value:
                self.ids.add(value)
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.handlers.append(f"<{tag} {name}>")
            if name == "href" and tag == "a" and value:
                self.links.append(value)
            if name in (_FETCHED.get(tag), "xlink:href", "srcset") and tag != "a" and value:
                self.fetched.append(value)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, ReadPage]:
    """Every page of the site, read."""
    found: dict[Path, ReadPage] = {}
    for path in sorted(site.rglob("*.html")):
        found[path] = ReadPage()
        found[path].feed(path.read_text("utf-8"))
    return found


def target(page: Path, address: str) -> Path:
    """The file that an address of a page means."""
    path = unquote(urlsplit(address).path)
    return (page.parent / path).resolve() if path else page


def is_inside(address: str) -> bool:
    """Whether an address stays in the site."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def read_links(site: Path, pages: dict[Path, ReadPage]) -> list[tuple[Path, str]]:
    """Every link of every page but the one for wrong addresses, whose links start at the server's root."""
    return [(page, link) for page, read in pages.items() if page != site / "404.html" for link in read.links]


def test_every_link_leads_to_a_file(site: Path, pages: dict[Path, ReadPage]) -> None:
    links = [(page, link) for page, link in read_links(site, pages) if is_inside(link)]
    broken = [f"{page.relative_to(site)} → {link}" for page, link in links if not target(page, link).is_file()]

    assert len(links) > 1000
    assert broken == []


def test_every_anchor_exists(site: Path, pages: dict[Path, ReadPage]) -> None:
    anchors = [(page, link, unquote(urlsplit(link).fragment)) for page, link in read_links(site, pages)]
    broken = [
        f"{page.relative_to(site)} → {link}"
        for page, link, anchor in anchors
        if anchor and is_inside(link) and target(page, link) != site / SLIP  # its script reads the text from there
        if anchor not in pages[target(page, link)].ids
    ]

    assert any(anchor for _, _, anchor in anchors)
    assert broken == []


def test_every_script_style_and_picture_is_a_file_of_the_site(site: Path, pages: dict[Path, ReadPage]) -> None:
    fetched = [(page, one) for page, read in pages.items() if page != site / "404.html" for one in read.fetched]
    strange = [f"{page.relative_to(site)} → {one}" for page, one in fetched if not target(page, one).is_file()]

    assert fetched
    assert strange == []


def test_no_style_fetches_anything_from_outside(site: Path) -> None:
    styles = sorted(site.rglob("*.css"))
    outside = [
        f"{style.relative_to(site)}: {address}"
        for style in styles
        for address in re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""", style.read_text("utf-8"))
        if urlsplit(address).netloc
    ]

    assert styles
    assert outside == []


def test_no_page_holds_an_inline_handler(site: Path, pages: dict[Path, ReadPage]) -> None:
    assert {str(page.relative_to(site)): read.handlers for page, read in pages.items() if read.handlers} == {}


def test_every_document_can_be_reached_from_the_home_page(site: Path, pages: dict[Path, ReadPage]) -> None:
    reached = {site / "index.html"}
    waiting = [site / "index.html"]
    while waiting:
        page = waiting.pop()
        for link in pages[page].links:
            found = target(page, link)
            if is_inside(link) and found in pages and found not in reached:
                reached.add(found)
                waiting.append(found)

    assert {page for page in pages if page.is_relative_to(site / "d")} <= reached
