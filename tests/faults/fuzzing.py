"""`check` on damaged files of the starter content: whatever they hold, nothing falls and no rule crashes.

An input is one damaged file. A check reads a house of about thirty, so that damaged files also meet each other; half of
the houses keep a sound organisation, so that their texts are judged by every rule. When a check falls, each file of its
house is checked again alone in the sound house, which names the guilty one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import multiprocessing
import re
import shutil
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from classeur.resources import bundled
from classeur.tasks.check import check
from classeur.wording.rule_pages import told
from tests.faults.damage import damaged

TODAY = dt.date(2026, 11, 22)
SEED = 2026
ORGANISATION = "manual/organisation.yml"
TEXTS_A_HOUSE, LISTS_A_HOUSE, ENTRIES_A_HOUSE = 24, 4, 4
_ENTRY = re.compile(r"releases/journal/(\d{6})-")
Files = Mapping[str, bytes]


@dataclass
class Fuzzed:
    """What the inputs gave: how many by family of file, how many findings, and those that made `check` fall.

    `houses` is how many checks there were; `slowest` the longest one, in seconds of the processor.
    """

    inputs: Counter[str] = field(default_factory=Counter)
    houses: int = 0
    findings: int = 0
    codes: set[str] = field(default_factory=set)
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Fuzzed) -> None:
        """The results of another process."""
        self.inputs += other.inputs
        self.houses += other.houses
        self.findings += other.findings
        self.codes |= other.codes
        self.slowest = max(self.slowest, other.slowest)
        self.wrong += other.wrong


def starter_files() -> dict[str, bytes]:
    """The texts, lists and journal of the starter content, by path."""
    found: dict[str, bytes] = {}
    for folder in ("manual", "procedures", "processes", "releases/journal"):
        root = bundled(folder.split("/")[0])
        for path in sorted((root.parent / folder).rglob("*")):
            if path.suffix in (".md", ".yml", ".csv", ".json"):
                found[path.relative_to(root.parent).as_posix()] = path.read_bytes()
    return found


def fuzz(folder: Path, inputs: int, processes: int, seed: int = SEED) -> Fuzzed:
    """Check that many damaged files, in as many processes as said; the same seed gives the same files."""
    sound = starter_files()
    together = multiprocessing.get_context("fork")
    with together.Pool(processes) as pool:
        shares = [(folder / str(n), sound, inputs // processes, f"{seed}-{n}") for n in range(processes)]
        found = Fuzzed()
        for share in pool.starmap(_fuzz, shares):
            found.add(share)
    return found


def _fuzz(folder: Path, sound: Files, inputs: int, seed: str) -> Fuzzed:
    found = Fuzzed()
    number = 0
    while found.inputs.total() < inputs:
        number += 1
        chance = Random(f"{seed}-{number}")
        house, changed = _a_house(sound, chance)
        found.houses += 1
        found.inputs += Counter(family_of(path) for path in changed)
        told_wrong = _check(folder, house | changed, found)
        if told_wrong:
            guilty = [path for path in changed if _check(folder, house | {path: changed[path]}, Fuzzed())]
            found.wrong.append(f"house {seed}-{number} ({', '.join(guilty) or 'several together'}): {told_wrong}")
    return found


def family_of(path: str) -> str:
    """What kind of file it is, for the figures."""
    if path.endswith(".json"):
        return "journal entries"
    if path.endswith("-indicators.yml"):
        return "indicator files"
    if path == ORGANISATION:
        return "organisation.yml"
    if path.endswith((".yml", ".csv")):
        return "lists and registers"
    return "process sheets" if path.startswith("processes/") else "documents"


def _a_house(sound: Files, chance: Random) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Some files of the starter content as they are, and those of them that are damaged."""
    texts = [path for path in sound if path.endswith((".md", "-indicators.yml"))]
    lists = [path for path in sound if family_of(path) == "lists and registers"]
    journal = [path for path in sound if path.endswith(".json")][: chance.choice((0, 0, 8, 40))]
    kept = [*chance.sample(texts, TEXTS_A_HOUSE), *chance.sample(lists, LISTS_A_HOUSE), ORGANISATION, *journal]
    house = {path: sound[path] for path in kept}
    wanted = [path for path in kept if path not in journal and (path != ORGANISATION or chance.random() < 0.5)]
    wanted += chance.sample(journal, min(ENTRIES_A_HOUSE, len(journal)))
    changed = {}
    for path in wanted:
        content = damaged(house[path], chance)
        entry = _ENTRY.match(path)
        if entry and chance.random() < 0.7:  # an entry whose name is its hash, so that what it holds is read
            del house[path]
            path = f"releases/journal/{entry[1]}-{hashlib.sha256(content).hexdigest()[:16]}.json"
        changed[path] = content
    return house, changed


def _check(folder: Path, files: Files, found: Fuzzed) -> str:
    """What went wrong, empty when nothing did: a rule that crashed (IN001), or an exception."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    begun = time.process_time()
    try:
        report = check(folder, TODAY)
        found.slowest = max(found.slowest, time.process_time() - begun)
        for finding in report.findings:
            said = told(finding, "fr")
            if not (said.message.strip() and said.remedy.strip()):
                return f"{finding.code} says nothing"
            found.codes.add(finding.code)
    except Exception:
        return traceback.format_exc(limit=-4).replace("\n", " | ")
    found.findings += len(report.findings)
    return "; ".join(str(dict(f.values)) for f in report.findings if f.code == "IN001")


def lines_of(found: Fuzzed, seconds: float) -> Iterator[str]:
    """The figures, for the report."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(found.inputs.items()))
    total = found.inputs.total()
    yield f"{total:,} inputs ({kinds}), seed {SEED}: {len(found.wrong)} tracebacks or crashed rules."
    rate = f"{total / seconds:.0f} inputs per second"
    size = f"{found.houses:,} houses of about {total / found.houses:.0f}"
    yield f"An input is one damaged file; {size} were checked whole, {rate}."
    yield f"{found.findings:,} findings of {len(found.codes)} rules; the slowest check: {found.slowest:.1f} s."


def timed(folder: Path, inputs: int, processes: int) -> tuple[Fuzzed, float]:
    """The same, with the seconds that it took."""
    begun = time.perf_counter()
    return fuzz(folder, inputs, processes), time.perf_counter() - begun
