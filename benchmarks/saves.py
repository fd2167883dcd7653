"""How long a save takes in a process that lives, as that of `watch`: `python -m benchmarks.saves HOUSE SITE`.

Prints JSON: for a body and for a title, the seconds from the save to the page on disk, by the clock and by the
processor (workers included).
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.generate_house import TODAY
from classeur.cli.garbage import look_rarely
from classeur.tasks.refresh_site import refresh_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine

WORDS = translator("fr")


def a_text(house: Path) -> Path:
    """The text that is edited: one in the middle."""
    texts = sorted((house / "procedures").rglob("*.md"))
    return texts[len(texts) // 2]


def with_another_body(text: str) -> str:
    """The text with a sentence more."""
    return text + "\nUne phrase de plus à la fin du texte.\n"


def with_another_title(text: str) -> str:
    """The text with a word more in its title."""
    return re.sub(r"^title: (.*)$", r"title: \1 autrement", text, count=1, flags=re.M)


CHANGES = {"body": with_another_body, "title": with_another_title}


def saved(house: Path, site: Path, change: Callable[[str], str]) -> tuple[float, float]:
    """The seconds of a save; the text is put back afterwards."""
    path = a_text(house)
    text = path.read_text("utf-8")
    wall, processor = time.perf_counter(), _processor_seconds()
    path.write_text(change(text), "utf-8")
    _refreshed(house, site)
    took = time.perf_counter() - wall, _processor_seconds() - processor
    path.write_text(text, "utf-8")
    _refreshed(house, site)
    return took


def _refreshed(house: Path, site: Path) -> None:
    refresh_site(house, site, TODAY, MkDocsEngine(house, WORDS), WORDS)


def _processor_seconds() -> float:
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def main() -> None:
    """The command."""
    house, site = map(Path, sys.argv[1:])
    look_rarely()
    _refreshed(house, site)
    print(json.dumps({name: saved(house, site, change) for name, change in CHANGES.items()}))


if __name__ == "__main__":
    main()
