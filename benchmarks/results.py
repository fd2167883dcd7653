"""Measures us beside our peers on the same texts in one run: `python -m benchmarks.results`; writes `results.md`.

Every figure of a size is taken in turns, so that a busy minute falls on all. Ratios are those of the clock; on a shared
computer the seconds of the processor beside them are the robust figure. What takes long is measured less often
(`Plan`), so that the whole takes less than half an hour on two idle cores: each line says how often it was.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.check_and_build import Cost, cost_of, medians, processor
from benchmarks.generate_house import TODAY, write_house
from benchmarks.peers import Peer, laid_out, peers
from benchmarks.saves import CHANGES, a_text

RESULTS = Path(__file__).with_name("results.md")
PEOPLE = {100: 25, 1000: 200, 5000: 2000}
"""How many people each size of house has."""
SEED = 1
DAY = TODAY.isoformat()
DEFAULT, PRUNED, OURS = "Material, default", "Material, pruned", "classeur"
OTHER_COMMANDS: Mapping[str, Sequence[str]] = {
    "check": ("check",),
    "status": ("status",),
    "verify": ("verify",),
}
Key = tuple[int, str, str]
"""Number of documents, generator, what was asked of it."""
Figures = Mapping[Key, Sequence[Cost]]


@dataclass(frozen=True)
class Plan:
    """How often things are measured in a house of some size.

    Attributes:
        builds: our own first builds.
        others: our builds after a change, our saves and our other commands.
        peers: the generators that a goal speaks of, and `other_peers` the others.
        has_word: whether Word copies of everything are made, once.
    """

    builds: int
    others: int
    peers: int
    other_peers: int
    has_word: bool = True


def plan_of(size: int, runs: int) -> Plan:
    """With 5,000 documents, a peer takes minutes."""
    return Plan(runs, runs, runs, 1) if size < 5000 else Plan(runs, 1, 1, 1, has_word=False)


def measured(sizes: Sequence[int], runs: int, has_slow_peers: bool) -> Figures:
    """Every figure, as often as it was taken; the slow peers with large houses only when asked for."""
    with tempfile.TemporaryDirectory(prefix="classeur-bench-") as name:
        work = Path(name)
        costs: dict[Key, list[Cost]] = defaultdict(list)
        for size in sizes:
            write_house(work / "house", size, PEOPLE.get(size, max(10, size // 5)), SEED)
            for turn in range(runs):
                for who, what, cost in _turn(work, _there(size, has_slow_peers), plan_of(size, runs), turn):
                    costs[size, who, what].append(cost)
                    print(
                        f"{turn + 1}/{runs} {size:>5} {who:<18} {what:<18} {cost.wall:8.2f} s {cost.cpu:8.2f} CPU s "
                        f"{cost.memory:6.0f} MiB",
                        file=sys.stderr,
                    )
            shutil.rmtree(work / "house")
        return costs


def _there(size: int, has_slow_peers: bool) -> list[Peer]:
    return [peer for peer in peers() if has_slow_peers or size <= peer.up_to]


def _turn(work: Path, beside: Sequence[Peer], plan: Plan, turn: int) -> Iterator[tuple[str, str, Cost]]:
    house, run = work / "house", work / "run"
    for peer in beside:
        if turn < (plan.peers if peer.has_goal else plan.other_peers):
            run.mkdir()
            laid_out(peer, house, run)
            yield peer.name, "cold", cost_of(peer.command, run)
            if peer.remembers:
                yield peer.name, "nothing", cost_of(peer.command, run)
            shutil.rmtree(run)
    run.mkdir()
    shutil.rmtree(house / ".classeur", ignore_errors=True)
    build = _classeur(house, "build", "--site-dir", str(run / "site"))
    yield OURS, "cold", cost_of(build, run)
    if turn < plan.others:
        yield OURS, "nothing", cost_of(build, run)
        for what, change in CHANGES.items():
            yield OURS, what, _edited(house, change, lambda: cost_of(build, run))
        yield from ((f"{OURS}, living", what, cost) for what, cost in _lived(house, run))
        for what, arguments in OTHER_COMMANDS.items():
            yield OURS, what, cost_of(_classeur(house, *arguments), run)
    if plan.has_word and turn == 0:
        for what in ("word --all, first", "word --all, again"):
            yield OURS, what, cost_of(_classeur(house, "word", "--all", "-o", str(run / "word")), run)
    shutil.rmtree(run)


def _edited(house: Path, change: Callable[[str], str], measure: Callable[[], Cost]) -> Cost:
    """What is measured while one text of the house reads otherwise."""
    path = a_text(house)
    text = path.read_text("utf-8")
    path.write_text(change(text), "utf-8")
    try:
        return measure()
    finally:
        path.write_text(text, "utf-8")


def _lived(house: Path, run: Path) -> Iterator[tuple[str, Cost]]:
    """Saves in a process that lives, as that of `watch`."""
    command = [sys.executable, "-m", "benchmarks.saves", str(house), str(run / "watched")]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for what, (wall, cpu) in told.items():
        yield what, Cost(cpu, wall, 0)


def _classeur(house: Path, *arguments: str) -> list[str]:
    reads = arguments[0] in ("check", "status", "build")
    return [sys.executable, "-m", "classeur", "-C", str(house), *(("--today", DAY) if reads else ()), *arguments]


def report(figures: Figures, sizes: Sequence[int], runs: int, day: dt.date) -> str:
    """The page of results."""
    names = ("classeur", "mkdocs", "mkdocs-material", "markdown", "properdocs", "zensical", "hugo")
    tools = ", ".join(f"{name} {version(name)}" for name in names if _is_installed(name))
    lines = [
        "# Beside our peers, measured",
        "",
        f"- {day.isoformat()}, `python -m benchmarks.results --sizes {' '.join(map(str, sizes))} --runs {runs}`",
        f"- {processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end, {platform.system()}, "
        f"Python {platform.python_version()}, {tools}",
        f"- Houses of `benchmarks/generate_house.py --seed {SEED}`, as on {DAY}; medians of runs taking turns, of which"
        " the tables give the number: Word copies and the peers that no goal speaks of are measured once; with 5,000"
        " documents all but our first build, and neither Word copies nor the peers that take long there"
        " (`--slow-peers`).",
        "- `cold`: nothing kept, a new folder; `nothing`: again, nothing changed; `body`, `title`: one text changed."
        " `living`: in a process that lives, as that of `watch`, from the save to the site on disk. A peer that"
        " remembers nothing has `cold` only: that is what any change costs it.",
        "- CPU and memory are those of all processes of a command together (on Linux, shared memory counted once);"
        " ratios are those of the clock to Material by default, cold.",
        "",
        *(line for size in sizes for line in _table(figures, size)),
        *_verdicts(figures, sizes),
    ]
    return "\n".join(lines) + "\n"


def _is_installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _table(figures: Figures, size: int) -> Iterator[str]:
    default = figures.get((size, DEFAULT, "cold"))
    base = medians(default).wall if default else math.nan
    yield from (f"## {size:,} documents", "", "| What | CPU s | wall s | ratio | peak MiB | runs |")
    yield "|---|---|---|---|---|---|"
    for (each, who, what), costs in figures.items():
        if each == size:
            cost = medians(costs)
            memory = f"{cost.memory:.0f}" if cost.memory else "–"
            ratio = f"{cost.wall / base:.3f}" if default else "–"
            yield f"| {who}: {what} | {cost.cpu:.2f} | {cost.wall:.2f} | {ratio} | {memory} | {len(costs)} |"
    yield ""


def _verdicts(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    yield from ("## Goals", "", "| Goal | Measured | Met |", "|---|---|---|")
    living = f"{OURS}, living"

    def wall(key: Key) -> float:
        return medians(figures[key]).wall

    def ratio(one: Key, other: Key) -> float:
        return wall(one) / wall(other)

    if 1000 in sizes:
        cold, default, pruned = (1000, OURS, "cold"), (1000, DEFAULT, "cold"), (1000, PRUNED, "cold")
        yield _verdict("cold, 1,000 / Material default: at most 0.15", ratio(cold, default), 0.15)
        yield _verdict("cold, 1,000 / Material pruned: at most 0.5", ratio(cold, pruned), 0.5)
        for what in CHANGES:
            save = 1000, living, what
            yield _verdict(f"one {what} saved, 1,000 / Material default: under 0.02", ratio(save, default), 0.02)
            yield _verdict(f"one {what} saved, 1,000: under 1 s", wall(save), 1)
    if {1000, 5000} <= set(sizes):
        yield _verdict("cold, 5,000 / 1,000: under 5.5", ratio((5000, OURS, "cold"), (1000, OURS, "cold")), 5.5)
        for what in CHANGES:
            growth = ratio((5000, living, what), (1000, living, what))
            yield _verdict(f"one {what} saved, 5,000 / 1,000: under 2", growth, 2)
        yield _verdict("5,000: under 1,024 MiB", medians(figures[5000, OURS, "cold"]).memory, 1024)
    if len(sizes) > 1:
        yield from ("", "Growth exponents of a cold build, in seconds of the processor (1 is in proportion):", "")
        for who in dict.fromkeys(who for _, who, what in figures if what == "cold"):
            met = [size for size in sizes if (size, who, "cold") in figures]
            yield f"- {who}: {_exponent(figures, who, met):.2f} from {met[0]:,} to {met[-1]:,} documents"


def _verdict(goal: str, value: float, most: float) -> str:
    return f"| {goal} | {value:.3g} | {'yes' if value <= most else '**no**'} |"


def _exponent(figures: Figures, who: str, sizes: Sequence[int]) -> float:
    """How fast the processor's time grows with the house: 1 is in proportion."""
    first, last = medians(figures[sizes[0], who, "cold"]), medians(figures[sizes[-1], who, "cold"])
    return math.log(last.cpu / first.cpu) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measures classeur beside its peers, and writes the page of results.")
    parser.add_argument("--sizes", type=int, nargs="+", default=sorted(PEOPLE))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    parser.add_argument("--slow-peers", action="store_true", help="measure every peer with every house: hours")
    asked = parser.parse_args()
    day = dt.datetime.fromtimestamp(time.time(), dt.UTC).date()
    text = report(measured(asked.sizes, asked.runs, asked.slow_peers), asked.sizes, asked.runs, day)
    asked.output.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
