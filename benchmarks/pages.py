"""Measures what pages cost their readers, and writes `benchmarks/pages.md`: `python -m benchmarks.pages`.

Each page is opened for the first time, from the disk, in a fresh browser, wide and on a phone.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.generate_house import TODAY as GENERATED_ON
from benchmarks.generate_house import write_house
from classeur.tasks.build_site import build_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.browser import chromium
from tests.browser.starter import ROOT, built
from tests.browser.weights import Weight, weigh

RESULTS = Path(__file__).with_name("pages.md")
DOCUMENTS, PEOPLE, SEED = 1000, 200, 1
PAGES = {"home": "index.html", "master list": "liste-des-documents/index.html", "map": "processus/index.html"}
_SIZES = {"wide": chromium.WIDE, "phone": chromium.PHONE}
_HEAD = """# What a page weighs

`python -m benchmarks.pages` writes this page. First visit from the disk, before any search; bytes as the files lie
there (a server that compresses sends about a quarter). LCP: milliseconds until the largest piece was drawn, which
depends on the machine. CLS: how far the page moved while it was drawn. Goals: a document page under 60 kB of HTML and
350 kB in all, CLS 0.

| House | Page | Screen | HTML kB | In all kB | Requests | Elements | LCP ms | CLS |
|---|---|---|---|---|---|---|---|---|
"""


def middle_document(site: Path) -> str:
    """The document page whose HTML is of median size."""
    found = sorted(site.glob("d/*/index.html"), key=lambda page: (page.stat().st_size, page.parent.name))
    return found[len(found) // 2].relative_to(site).as_posix()


def row(house: str, page: str, screen: str, weight: Weight) -> str:
    """A line of the table."""
    figures = (weight.html / 1000, weight.total / 1000, weight.requests, weight.elements, weight.shown, weight.shift)
    return (
        "| " + " | ".join((house, page, screen, "{:.0f} | {:.0f} | {} | {} | {:.0f} | {:.3f}".format(*figures))) + " |"
    )


def rows(started: Browser, house: str, site: Path) -> list[str]:
    """The pages of one house."""
    pages = {"home": PAGES["home"], "document (median)": middle_document(site), **PAGES}
    return [
        row(house, name, screen, weigh(started, site, address, size))
        for name, address in pages.items()
        for screen, size in _SIZES.items()
    ]


def main() -> None:
    """Build both houses, and weigh their pages."""
    with tempfile.TemporaryDirectory() as folder, chromium.browser() as started:
        large, work = Path(folder, "large"), Path(folder)
        write_house(large, DOCUMENTS, PEOPLE, SEED)
        build_site(large, work / "site", GENERATED_ON, MkDocsEngine(large), translator("fr"))
        lines = rows(started, "demonstration", built(ROOT, work / "demonstration"))
        lines += rows(started, f"{DOCUMENTS} documents", work / "site")
    RESULTS.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
