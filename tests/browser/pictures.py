"""The pictures of the README: `python -m tests.browser.pictures` builds this repository and photographs it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.starter import MAP, PROCEDURE, PROCESS, ROOT, built

FOLDER = Path(__file__).parents[2] / "generator" / "docs" / "pictures"
MOST_BYTES = 300_000
_DESK = (1280, 820)
_PHONE = (390, 1000)


@dataclass(frozen=True)
class Picture:
    """A view of a page; `query` is typed in the header's search first."""

    name: str
    address: str
    size: tuple[int, int] = _DESK
    scheme: Literal["light", "dark"] = "light"
    query: str = ""


PICTURES = (
    Picture("home", "index.html"),
    Picture("procedure", PROCEDURE),
    Picture("process", PROCESS),
    Picture("map-phone", MAP, size=_PHONE),
    Picture("search", PROCEDURE, query="urgence vitale"),
    Picture("dark", MAP, scheme="dark"),
)


def take(started: Browser, site: Path, picture: Picture, folder: Path) -> Path:
    """Photograph a page into a folder; returns the file."""
    file = folder / f"{picture.name}.png"
    with chromium.visit(started, site, size=picture.size, scheme=picture.scheme) as reader:
        page = reader.open(picture.address)
        if picture.query:
            page.locator("#cl-query").fill(picture.query)
            page.locator(".md-header [role=option]").first.wait_for()
        page.screenshot(path=file, animations="disabled", caret="hide")
    return file


def main() -> None:
    """Replace the README's pictures by those of the demonstration, which this repository is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, chromium.browser() as started:
        site = built(ROOT, Path(temporary) / "site")
        for picture in PICTURES:
            size = take(started, site, picture, FOLDER).stat().st_size
            print(f"{picture.name}.png  {size} bytes")
            assert size < MOST_BYTES, f"{picture.name}.png is too heavy for a README: choose a smaller view"


if __name__ == "__main__":
    main()
