"""A real browser, cut off from the network: Debian's Chromium over file://. A missing one fails the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first that is there: without its windows and menus, Chromium draws the same pages for two thirds of the work."""
_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_EMPTY = Path(__file__).with_name("empty.html")
WIDE = (1280, 900)
PHONE = (360, 740)


@dataclass
class Visit:
    """A reader in front of a site: their page, what it asked for, and what went wrong in it."""

    site: Path
    page: Page
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to a page of the site, as if its file had been opened."""
        self.page.goto(f"{self.site.as_uri()}/{address}")
        return self.page

    @property
    def address(self) -> str:
        """Where the reader is, relative to the site's root."""
        return self.page.url.removeprefix(f"{self.site.as_uri()}/")

    def outside(self) -> list[str]:
        """What was asked of anything but the site's own files."""
        own = (f"{self.site.as_uri()}/", "data:", "about:")
        return [address for address in self.asked if not address.startswith(own)]


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, started."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    assert path, f"the browser tests need one of {', '.join(_NAMES)}: sh tests/browser/install.sh"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(_OPTIONS))
        yield started
        started.close()


Scheme = Literal["light", "dark"]


@contextmanager
def visit(
    started: Browser,
    site: Path,
    size: tuple[int, int] = WIDE,
    scheme: Scheme = "light",
) -> Iterator[Visit]:
    """A reader with nothing remembered and no network."""
    width, height = size
    context = started.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, offline=True, reduced_motion="reduce"
    )
    page = context.new_page()
    reader = Visit(site, page)
    page.on("request", lambda request: reader.asked.append(request.url))
    page.on("pageerror", lambda error: reader.errors.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda said: reader.errors.append(f"{page.url}: {said.text}") if said.type in ("error", "warning") else None,
    )

    def refuse(dialog: object) -> None:
        reader.dialogs.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", refuse)
    yield reader
    context.close()


def darken(page: Page) -> None:
    """Make an opened page dark by its own button; what it remembers of it is cleared, so that the next one is light."""
    page.locator(".cl-scheme").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur(); localStorage.clear()")


class Readers:
    """The readers of a browser: each keeps their window from one test to the next, and nothing else.

    A new window costs Chromium more than the page shown in it. Two tests that read the same site at the same size share
    one; in between it is led to an empty page, and what the site had stored is cleared. A clock that was set stays: who
    sets it for a site sets it in each of its tests.
    """

    def __init__(self, started: Browser) -> None:
        self.browser = started
        self._windows = ExitStack()
        self._kept: dict[tuple[Path, tuple[int, int], Scheme], Visit] = {}

    @contextmanager
    def visit(self, site: Path, size: tuple[int, int] = WIDE, scheme: Scheme = "light") -> Iterator[Visit]:
        """A reader with nothing remembered and no network; the next one starts afresh whatever became of this one."""
        key = (site, size, scheme)
        reader = self._kept.pop(key, None) or self._windows.enter_context(visit(self.browser, site, size, scheme))
        yield reader
        reader.page.goto(_EMPTY.as_uri())
        reader.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        reader.page.mouse.move(0, 0)
        for told in (reader.asked, reader.errors, reader.dialogs):
            told.clear()
        self._kept[key] = reader

    def close(self) -> None:
        """Close every window."""
        self._windows.close()
