"""What a page costs its reader: what it asks for, when it shows its text, how far it moves while it loads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import chromium

WATCH = """window.shift = 0; window.shown = 0;
new PerformanceObserver((seen) => seen.getEntries().forEach((one) => { window.shift += one.value; }))
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((seen) => seen.getEntries().forEach((one) => { window.shown = one.startTime; }))
  .observe({ type: 'largest-contentful-paint', buffered: true });"""
"""Put in a page before it loads: keeps in `shift` how far it moved, in `shown` when its largest piece was drawn."""

LAST_SHIFTS = 300
"""Milliseconds in which the last shifts come, if any."""


@dataclass(frozen=True)
class Weight:
    """A first visit, before any search.

    Attributes:
        html: bytes of the page itself; `total` with its styles, scripts and pictures.
        shift: the cumulative layout shift; 0 when nothing moves.
        shown: milliseconds until the largest piece of the page was drawn.
        elements: how many elements the page holds.
    """

    html: int
    total: int
    requests: int
    shift: float
    shown: float
    elements: int


def weigh(started: Browser, site: Path, address: str, size: tuple[int, int] = chromium.WIDE) -> Weight:
    """Open a page of a site for the first time, from the disk."""
    with chromium.visit(started, site, size) as reader:
        reader.page.add_init_script(WATCH)
        page = reader.open(address)
        page.wait_for_timeout(LAST_SHIFTS)
        names = [url.removeprefix(f"{site.as_uri()}/").partition("?")[0] for url in reader.asked]
        sizes = [(site / name).stat().st_size for name in names if not name.startswith("data:")]
        shift, shown = page.evaluate("[window.shift, window.shown]")
        elements = page.evaluate("document.querySelectorAll('*').length")
        return Weight((site / address).stat().st_size, sum(sizes), len(sizes), shift, shown, elements)
