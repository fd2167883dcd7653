"""Measures `check` and `build` on made-up houses, beside plain MkDocs: `python -m benchmarks.check_and_build`.

CPU seconds (user + system) of the whole command, children included, are the robust figure on a shared computer.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.generate_house import TODAY, write_house

RESULTS = Path(__file__).with_name("results-check-and-build.md")
SIZES = {100: 25, 1000: 200, 5000: 2000}
"""People by number of documents."""

BUILT = 1000
SEED = 1
DAY = TODAY.isoformat()
GOALS = {1000: 2.5, 5000: 12.0}
"""CPU seconds that `check` may take, by number of documents."""

MOST_MEMORY = 300
FOLDERS = ("manual", "procedures", "processes")
_PLAIN_CONFIG = "site_name: Default\ntheme:\n  name: material\n"


@dataclass(frozen=True)
class Cost:
    """What a command took with its helping processes: CPU seconds, seconds of the clock, mebibytes at the peak."""

    cpu: float
    wall: float
    memory: float


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed.
    """
    log = folder / "output.log"
    started = time.perf_counter()
    with open(log, "wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=folder)
        with memory_watched(process.pid) as peak:
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} answered {process.returncode}:\n{log.read_text('utf-8', 'replace')}")
    return Cost(used.ru_utime + used.ru_stime, wall, max(peak) or used.ru_maxrss / 1024)


@contextlib.contextmanager
def memory_watched(pid: int) -> Iterator[Sequence[float]]:
    """The mebibytes of a process and all that it started, now and then until this ends; 0 where the system says none.

    Memory that several processes share is counted once.
    """
    seen, is_over = [0.0], threading.Event()

    def look() -> None:
        while not is_over.wait(_BEAT):
            all_of_them = tuple(_with_children(pid))
            together = sum(_told(each, "smaps_rollup", "Pss:") for each in all_of_them)
            seen.append(max(together, *(_told(each, "status", "VmHWM:") for each in all_of_them)) / 1024)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        is_over.set()
        watcher.join()


_BEAT = 0.2
"""Seconds between two looks at the memory."""


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    with contextlib.suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
            yield from _with_children(int(child))


def _told(pid: int, file: str, name: str) -> int:
    """Kibibytes that the system tells of a process; 0 when it has ended."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/{file}").read_text("ascii", "replace").splitlines():
            if line.startswith(name):
                return int(line.split()[1])
    return 0


def medians(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.memory for cost in costs),
    )


def checked(houses: Path, documents: int, run: Path) -> Cost:
    """`classeur check` of a house."""
    return cost_of(_classeur(houses / str(documents), "check"), run)


def built(houses: Path, documents: int, run: Path) -> Cost:
    """`classeur build` of a house without staged pages, into a new folder."""
    house = houses / str(documents)
    shutil.rmtree(house / ".classeur", ignore_errors=True)
    return cost_of(_classeur(house, "build", "--site-dir", str(run / "site")), run)


def built_plainly(houses: Path, documents: int, run: Path) -> Cost:
    """Plain `mkdocs build` of the same texts: Material with its default settings and navigation."""
    docs = run / "docs"
    for name in FOLDERS:
        shutil.copytree(houses / str(documents) / name, docs / name)
    (docs / "index.md").write_text("# Intranet\n\nBienvenue.\n", "utf-8")
    (run / "mkdocs.yml").write_text(_PLAIN_CONFIG, "utf-8")
    return cost_of([sys.executable, "-m", "mkdocs", "build", "--quiet"], run)


def _classeur(house: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "classeur", "-C", str(house), "--today", DAY, *arguments]


def measured(runs: int) -> dict[str, Cost]:
    """The medians by name. The commands take turns, so that a busy minute falls on all of them."""
    with tempfile.TemporaryDirectory(prefix="classeur-bench-") as folder:
        houses = Path(folder, "houses")
        for documents, people in SIZES.items():
            write_house(houses / str(documents), documents, people, SEED)
        turns = {f"`classeur check`, {documents:,} documents": (checked, documents) for documents in SIZES}
        turns[f"`classeur build`, cold, {BUILT:,} documents"] = built, BUILT
        turns[f"`mkdocs build`, Material by default, {BUILT:,} documents"] = built_plainly, BUILT
        costs: dict[str, list[Cost]] = {name: [] for name in turns}
        for turn in range(runs):
            for name, (measure, documents) in turns.items():
                run = Path(folder, "run")
                run.mkdir()
                costs[name].append(measure(houses, documents, run))
                shutil.rmtree(run)
                print(f"{turn + 1}/{runs}  {name}: {costs[name][-1].cpu:.2f} CPU s", file=sys.stderr)
        return {name: medians(each) for name, each in costs.items()}


def verdicts(costs: Sequence[Cost]) -> list[str]:
    """Each goal, what was measured, and whether it is met."""
    *checks, ours, plain = costs
    by_size = dict(zip(SIZES, checks, strict=True))
    lines = []
    for documents, most in GOALS.items():
        cpu, memory = by_size[documents].cpu, by_size[documents].memory
        lines.append(f"| check of {documents:,}: under {most} CPU s | {cpu:.2f} | {_met(cpu < most)} |")
        lines.append(
            f"| check of {documents:,}: under {MOST_MEMORY} MiB | {memory:.0f} | {_met(memory < MOST_MEMORY)} |"
        )
    ratio = ours.cpu / plain.cpu
    lines.append(f"| cold build of {BUILT:,} / default `mkdocs build`: at most 1 | {ratio:.2f} | {_met(ratio <= 1)} |")
    growth = by_size[5000].cpu / by_size[1000].cpu
    lines.append(f"| check, 5,000 / 1,000 documents | × {growth:.1f} | – |")
    return lines


def _met(is_met: bool) -> str:
    return "yes" if is_met else "**no**"


def report(costs: dict[str, Cost], runs: int, day: dt.date) -> str:
    """The page of results."""
    rows = [f"| {name} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.memory:.0f} |" for name, cost in costs.items()]
    tools = ", ".join(f"{name} {version(name)}" for name in ("classeur", "mkdocs", "mkdocs-material"))
    lines = [
        "# Check and build, measured",
        "",
        f"- {day.isoformat()}, `python -m benchmarks.check_and_build --runs {runs}`",
        f"- {processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {tools}",
        f"- Houses of `benchmarks/generate_house.py --seed {SEED}`, read as on {DAY}: "
        + ", ".join(f"{documents:,} documents and {people:,} people" for documents, people in SIZES.items()),
        f"- Medians of {runs} runs taking turns; CPU is user + system of the whole command, start included;"
        " the memory is the highest peak.",
        "",
        "| Command | CPU s | wall s | peak MiB |",
        "|---|---|---|---|",
        *rows,
        "",
        "| Goal | Measured | Met |",
        "|---|---|---|",
        *verdicts(list(costs.values())),
    ]
    return "\n".join(lines) + "\n"


def processor() -> str:
    """The name of this computer's processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measures check and build, and writes the page of results.")
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    today = dt.datetime.fromtimestamp(time.time(), dt.UTC).date()
    RESULTS.write_text(report(measured(runs), runs, today), "utf-8")
    print(RESULTS.read_text("utf-8"))


if __name__ == "__main__":
    main()
