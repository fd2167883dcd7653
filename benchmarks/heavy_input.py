"""A document of 500 printed pages and a photograph of 12 MB: `python -m benchmarks.heavy_input`.

Writes `benchmarks/heavy_input.md`. Build and check are told in CPU seconds, which the other work of the computer does
not lengthen as it does the rest.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import platform
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import Image
from playwright.sync_api import Page

from classeur.tasks.build_site import build_site
from classeur.tasks.check import check
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.browser import chromium
from tests.houses import BODY, a_text, house_files, write_house

RESULTS = Path(__file__).with_name("heavy_input.md")
TODAY = dt.date(2026, 11, 22)
CHAPTERS, STEPS, ROWS = 530, 18, 10
PHOTOGRAPH = "procedures/photographie.jpg"
PHOTOGRAPH_BYTES = 12_000_000
_STEP = "{n}. Vérifier l'étape {c}.{n} : la personne, la dose de {dose} mg, l'heure, la voie ; noter ce qui diffère.\n"
_ROW = "| {c}.{n} | Infirmier | Contrôle {n} du chapitre {c}, tracé le jour même | {dose} mg |\n"
_Done = TypeVar("_Done")


@dataclass(frozen=True)
class Opened:
    """What opening a page costs a reader: CPU seconds of the browser; its width in pixels; sheets of paper; seconds."""

    drawing: float
    width: int
    sheets: int
    printing: float


def long_body(chapters: int = CHAPTERS) -> str:
    """A text of chapters, each with numbered steps and a table."""
    rng = random.Random(500)
    told = [BODY]
    for chapter in range(1, chapters + 1):
        steps = "".join(_STEP.format(c=chapter, n=n, dose=rng.randint(1, 900)) for n in range(1, STEPS + 1))
        rows = "".join(_ROW.format(c=chapter, n=n, dose=rng.randint(1, 900)) for n in range(1, ROWS + 1))
        table = "| N° | Qui | Quoi | Dose |\n|---|---|---|---|\n" + rows
        told.append(f"## Chapitre {chapter}\n\nCe chapitre décrit la situation {chapter}.\n\n{steps}\n{table}\n")
    return "\n".join(told)


def photograph(least: int = PHOTOGRAPH_BYTES) -> bytes:
    """A JPEG of grain, which no compression makes small, of this weight at least."""
    side, written = 2400, b""
    while len(written) < least:
        buffer = io.BytesIO()
        grain = Image.frombytes("RGB", (side, side * 3 // 4), random.Random(12).randbytes(side * (side * 3 // 4) * 3))
        grain.save(buffer, "JPEG", quality=92)
        written, side = buffer.getvalue(), side + 200
    return written


def write_heavy_house(root: Path) -> None:
    """A house with the long document PR-R1-001, and PR-R1-002 that shows the photograph."""
    shown = a_text(BODY + "\n![Le chariot](photographie.jpg)\n", reference="PR-R1-002", title="Ranger le chariot")
    write_house(root, house_files(**{"procedures/accueil.md": a_text(long_body()), "procedures/chariot.md": shown}))
    (root / PHOTOGRAPH).write_bytes(photograph())


def timed(work: Callable[[], _Done]) -> tuple[_Done, float]:
    """What the work gives, and the CPU seconds that it took."""
    before = time.process_time()
    return work(), time.process_time() - before


def opened(page: Page, address: str, paper: Path) -> Opened:
    """Open a page of the site on a phone, then print it."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address)
    told = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    width = page.evaluate("document.documentElement.scrollWidth")
    before = time.perf_counter()
    page.pdf(path=str(paper), prefer_css_page_size=True)
    printing = time.perf_counter() - before
    paper_told = subprocess.run(["pdfinfo", str(paper)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Pages:\s+(\d+)", paper_told, re.M)
    return Opened(told["TaskDuration"], width, int(found[1]) if found else 0, printing)


def report(root: Path, site: Path) -> list[str]:
    """The lines of the page of results."""
    checked, checking = timed(lambda: check(root, TODAY))
    _, building = timed(lambda: build_site(root, site, TODAY, MkDocsEngine(root), translator("fr")))
    told = sorted({each.code for each in checked.findings if each.code in ("TX007", "LK015")})
    html = site / "d/PR-R1-001/index.html"
    with chromium.browser() as started, chromium.visit(started, site, size=chromium.PHONE) as reader:
        seen = opened(reader.page, html.as_uri(), root / "paper.pdf")
        reader.page.goto((site / "d/PR-R1-002/index.html").as_uri())
        shown = reader.page.evaluate("(i => [i.naturalWidth, i.naturalHeight])(document.querySelector('article img'))")
    with Image.open(root / PHOTOGRAPH) as original:
        size = original.size
    [copy] = [path for path in site.rglob("*.jpg") if path.stat().st_size < PHOTOGRAPH_BYTES]
    return [
        "| What | Measured |",
        "|---|--:|",
        f"| the text, MB | {(root / 'procedures/accueil.md').stat().st_size / 1e6:.2f} |",
        f"| its printed pages (A4, by Chromium) | {seen.sheets} |",
        f"| its page on the site, MB of HTML | {html.stat().st_size / 1e6:.2f} |",
        f"| to open that page on a phone, CPU s of the browser | {seen.drawing:.1f} |",
        f"| its width on a phone of {chromium.PHONE[0]} pixels | {seen.width} |",
        f"| to print it, s by the clock | {seen.printing:.1f} |",
        f"| the photograph, MB and dots | {(root / PHOTOGRAPH).stat().st_size / 1e6:.1f}, {size[0]} × {size[1]} |",
        f"| its copy on the site, MB and dots | {copy.stat().st_size / 1e6:.2f}, {shown[0]} × {shown[1]} |",
        f"| findings about both | {', '.join(told)} |",
        f"| `check` of the house, CPU s | {checking:.1f} |",
        f"| `build` of the house, CPU s | {building:.1f} |",
    ]


def main() -> None:
    """Make the house, measure it, and write the page of results."""
    with tempfile.TemporaryDirectory(prefix="classeur-heavy-") as made:
        root, site = Path(made, "house"), Path(made, "site")
        write_heavy_house(root)
        lines = report(root, site)
    head = (
        "# A document of 500 printed pages, a photograph of 12 MB\n\n"
        f"`python -m benchmarks.heavy_input` wrote this page on {TODAY}, on {os.cpu_count()} shared cores,"
        f" {platform.system()}, Python {platform.python_version()}. A house of four texts: one of {CHAPTERS} chapters"
        f" with {STEPS} steps and a table of {ROWS} rows each, one that shows the photograph.\n\n"
    )
    RESULTS.write_text(head + "\n".join(lines) + "\n", "utf-8", newline="\n")
    print(RESULTS.read_text("utf-8"))


if __name__ == "__main__":
    main()
