"""Measures the search of a built site: `python -m benchmarks.search CORPUS QUERIES.tsv… [--glossary TSV]`.

A house is made of the corpus (search_house.py), built, opened in Chromium over file://, and asked as a page asks:
`classeurSearch(query, 10)`. A line of the queries holds id, kind, query, relevant corpus paths parted by |.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from benchmarks.search_house import read_corpus, read_glossary, write_search_house
from classeur.tasks.build_site import build_site
from classeur.wording.translator import translator
from classeur.writers.site.engine import MkDocsEngine
from tests.browser import chromium

RESULTS = Path(__file__).with_name("search.md")
NOTES = "## How to read this\n"
TODAY = dt.date(2026, 11, 22)
OPENINGS = 5
FIRST = "lavage des mains"
GOALS = {
    "first answer, seconds": 0.9,
    "all that the first answer asks for (index, scripts, texts of ten results), MB gzip": 1.0,
    "p95 of a query with its passages, ms": 30.0,
}
_ASK = """async (queries) => {
  const answers = {}, times = [];
  for (const [id, query] of queries) {
    const before = performance.now();
    const found = await classeurSearch(query, 10);
    times.push(performance.now() - before);
    answers[id] = found.map((one) => one.reference);
  }
  return { answers, times };
}"""
_ENGINE = """(queries) => queries.map(([, query]) => {
  const before = performance.now();
  window.classeurSearchAnswers.rank(query, 10);
  return performance.now() - before;
})"""
_OPEN = """async (query) => {
  await classeurSearch(query, 10);
  const parts = Array.from(document.scripts, (each) => each.src.split('/search/')[1]);
  return [performance.now(), parts.filter((name) => /^p[0-9]/.test(name))];
}"""
_REFERENCE = """() => {
  const before = performance.now();
  let sum = 0;
  for (let number = 0; number < 2e8; number += 1) sum = (sum + number) | 0;
  return performance.now() - before + (sum & 0);
}"""
"""A loop that no change of the program touches: what it takes tells how busy the machine is."""


@dataclass(frozen=True)
class Query:
    """A question, and the corpus paths that answer it."""

    id: str
    kind: str
    text: str
    relevant: frozenset[str]


@dataclass(frozen=True)
class Speed:
    """Milliseconds: answers with their passages, answers alone, and from opening a page to its first answer; the parts
    of the texts that this one asked for; what the loop of reference took, and how many programs waited meanwhile.
    `busy` and `first_busy` are the same two without the waiting: the processor's time of the page's thread."""

    whole: Sequence[float]
    busy: Sequence[float]
    ranking: Sequence[float]
    first: Sequence[float]
    first_busy: Sequence[float]
    parts: Sequence[str]
    reference: float
    load: float


def read_queries(tsv: Path) -> list[Query]:
    """The questions of a file, its line of headings left out."""
    rows = [line.split("\t") for line in tsv.read_text("utf-8").splitlines()[1:] if line.strip()]
    return [Query(row[0], row[1], row[2], frozenset(row[3].split("|"))) for row in rows]


def asked(site: Path, queries: Sequence[Query]) -> tuple[dict[str, list[str | None]], Speed]:
    """The references that answer each question, best first, and how long that took."""
    typed = [[query.id, query.text] for query in queries]
    first: list[float] = []
    first_busy: list[float] = []
    busy: list[float] = []
    parts: list[str] = []
    with chromium.browser() as browser:
        for _ in range(OPENINGS):
            with chromium.visit(browser, site) as reader:
                spent = _processor(reader.page)
                moment, parts = reader.open("index.html").evaluate(_OPEN, FIRST)
                first.append(moment)
                first_busy.append(spent())
        with chromium.visit(browser, site) as reader:
            page = reader.open("index.html")
            told: dict[str, Any] = page.evaluate(_ASK, typed)
            ranking: list[float] = page.evaluate(_ENGINE, typed)
            reference: float = page.evaluate(_REFERENCE)
        with chromium.visit(browser, site) as reader:
            page = reader.open("index.html")
            page.evaluate("(query) => classeurSearch(query, 10)", FIRST)
            spent = _processor(page)
            for _, text in typed:
                before = spent()
                page.evaluate("(query) => classeurSearch(query, 10)", text)
                busy.append(spent() - before)
    load = os.getloadavg()[0]
    return told["answers"], Speed(told["times"], busy, ranking, first, first_busy, parts, reference, load)


def _processor(page: Page) -> Callable[[], float]:
    """Tells how many milliseconds the processor worked for the thread of a page, since it was opened."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        told = {each["name"]: float(each["value"]) for each in session.send("Performance.getMetrics")["metrics"]}
        return 1000 * told["TaskDuration"]

    return spent


def table(queries: Sequence[Query], answers: Mapping[str, Sequence[str | None]], paths: Mapping[str, str]) -> list[str]:
    """Shares of questions whose first, and first five, answers are right, by kind."""
    kinds = list(dict.fromkeys(query.kind for query in queries))
    ranks = {query.id: _rank(query, answers[query.id], paths) for query in queries}
    lines = ["| | " + " | ".join(kinds) + " | **all** | MRR@10 |", "|---|" + "--:|" * (len(kinds) + 2)]
    for name, most in (("first", 1), ("in the first five", 5)):
        cells = [_share([ranks[q.id] for q in queries if kind in ("", q.kind)], most) for kind in (*kinds, "")]
        mrr = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {mrr:.2f} |")
    return lines


def _rank(query: Query, answers: Sequence[str | None], paths: Mapping[str, str]) -> int:
    """The place of the first right answer, 0 when there is none."""
    found = [paths.get(reference or "") for reference in answers]
    return next((place for place, path in enumerate(found, 1) if path in query.relevant), 0)


def _share(ranks: Sequence[int], most: int) -> str:
    return f"{100 * sum(1 <= rank <= most for rank in ranks) / len(ranks):.0f}" if ranks else "–"


def weights(site: Path, asked_for: Sequence[str]) -> dict[str, int]:
    """Bytes under gzip: the index, the scripts of each page (most of them are the search), the texts of the passages,
    the largest part of these, and the parts that the first answer asked for."""

    def compressed(files: Sequence[Path]) -> list[int]:
        return [len(gzip.compress(file.read_bytes(), 6)) for file in files]

    parts = compressed(sorted((site / "search").glob("p*.js")))
    scripts = [site / "assets/classeur/shared.js", site / "search/words.js"]
    return {
        "index": sum(compressed([site / "search/index.js"])),
        "scripts": sum(compressed(scripts)),
        "texts, in all": sum(parts),
        "texts, the largest of their parts": max(parts, default=0),
        "texts that the first answer asked for": sum(compressed([site / "search" / name for name in asked_for])),
    }


def report(sets: Mapping[str, list[str]], pages: int, speed: Speed, sizes: Mapping[str, int], glossary: int) -> str:
    """The page of results."""
    p95 = _percentile(speed.whole, 0.95)
    needed = ("index", "scripts", "texts that the first answer asked for")
    first, light = statistics.median(speed.first) / 1000, sum(sizes[name] for name in needed) / 1e6
    measured = dict(zip(GOALS, (first, light, p95), strict=True))
    lines = [
        "# The search, measured",
        "",
        f"- {dt.datetime.fromtimestamp(time.time(), dt.UTC).date().isoformat()}, `python -m benchmarks.search CORPUS"
        f" QUERIES.tsv…` on {_machine()}",
        f"- {pages:,} pages of public French texts, made a house by `benchmarks/search_house.py`, built, opened in"
        f" Chromium over `file://`, asked with `classeurSearch(query, 10)`; glossary of {glossary} terms",
        "- Share of questions whose first answer, and one of the first five, is right, in %",
    ]
    for name, rows in sets.items():
        lines += ["", f"## {name}", "", *rows]
    lines += ["", "## Speed and weight", "", "| Goal | Measured | Met |", "|---|--:|---|"]
    for goal, most in GOALS.items():
        lines.append(
            f"| {goal}: under {most:g} | {measured[goal]:.2f} | {'yes' if measured[goal] < most else '**no**'} |"
        )
    lines += [
        "",
        f"- Ranking: {_told(speed.ranking)}; with the passages of ten results read from disk: {_told(speed.whole)}",
        f"- From opening the page to the first answer, {OPENINGS} openings with nothing kept: "
        + ", ".join(f"{each / 1000:.2f}" for each in sorted(speed.first))
        + " s",
        "- Work of the page's thread alone, without waiting:"
        f" {statistics.median(speed.first_busy):.0f} ms from opening to the first answer;"
        f" each query with its passages: {_told(speed.busy)}",
        f"- {speed.load:.1f} programs on average ran or waited for the processors in that minute; a loop of 2e8"
        f" additions in the same page took {speed.reference:.0f} ms",
        "- Bytes under gzip: " + ", ".join(f"{name} {size:,}" for name, size in sizes.items()),
    ]
    return "\n".join(lines) + "\n"


def _told(times: Sequence[float]) -> str:
    return (
        f"median {statistics.median(times):.1f} ms, p95 {_percentile(times, 0.95):.1f} ms, slowest {max(times):.0f} ms"
    )


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _kept_notes() -> str:
    """What people wrote under the figures: the command writes these again, and leaves the notes."""
    _, mark, notes = RESULTS.read_text("utf-8").partition(NOTES)
    return f"\n{NOTES}{notes}" if mark else ""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measures the search of a built site, and writes the page of results.")
    parser.add_argument("corpus", type=Path, metavar="CORPUS")
    parser.add_argument("queries", type=Path, nargs="+", metavar="QUERIES.tsv")
    parser.add_argument("--glossary", type=Path, metavar="TSV")
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="keep the house and its site there, or take them there"
    )
    parser.add_argument("--print", action="store_true", help="print the results, write nothing")
    given = parser.parse_args()
    terms = read_glossary(given.glossary) if given.glossary else []
    with tempfile.TemporaryDirectory(prefix="classeur-search-") as made:
        folder = given.site or Path(made)
        house, site = folder / "house", folder / "site"
        if not (site / "index.html").exists():
            write_search_house(house, read_corpus(given.corpus), terms)
            started = time.process_time()
            build_site(house, site, TODAY, MkDocsEngine(house), translator("fr"))
            print(f"built in {time.process_time() - started:.0f} CPU s", file=sys.stderr)
        paths: dict[str, str] = json.loads((house / "map.json").read_text("utf-8"))
        by_set = {file.stem: read_queries(file) for file in given.queries}
        answers, speed = asked(site, [query for queries in by_set.values() for query in queries])
        sets = {name: table(queries, answers, paths) for name, queries in by_set.items()}
        page = report(sets, len(paths), speed, weights(site, speed.parts), len(terms))
    if not given.print:
        RESULTS.write_text(page + _kept_notes(), "utf-8")
    print(page)


if __name__ == "__main__":
    main()
