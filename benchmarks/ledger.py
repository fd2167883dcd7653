"""How long the ledger takes: `verify` of 10,000 files, `publish` and a whole release with 5,000 entries in the journal.

`python -m benchmarks.ledger` writes benchmarks/ledger.md. Goals: 2 seconds; 99 of 100 publications under 100 ms.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.release import ENTRIES_A_TEXT, release_times
from classeur.ledger.file_layer import DISK, FileLayer
from classeur.ledger.journal import Journal, load
from classeur.ledger.publish import publish
from classeur.ledger.verify import LedgerVerdict, verify
from classeur.model.journal import Actor, EntryDraft, EntryKind
from classeur.model.versions import Version

ENTRIES, PUBLICATIONS, TIMES = 5_000, 200, 7
AT = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
ACTOR = Actor("a.martin", "Alix Martin", "referent", "Référent qualité")
TEXT = "Chaque étape est dite, notée et relue.\n".encode() * 150
REPORT = Path(__file__).with_name("ledger.md")


class Unsynced(FileLayer):
    """Fills the house quickly; also what the ledger costs when the disk costs nothing."""

    def write(self, path: Path, data: bytes) -> None:
        with open(path, "xb") as file:
            file.write(data)

    def fsync_dir(self, folder: Path) -> None:
        pass


def released(root: Path, number: int, journal: Journal, layer: FileLayer) -> Journal:
    """One more release of the house."""
    reference, version = f"PR-R2-{number % 1000:03}", Version(1 + number // 1000)
    draft = EntryDraft(EntryKind.RELEASE, AT + dt.timedelta(minutes=number), ACTOR, reference, version, "d" * 64)
    return publish(root, draft, {"source.md": TEXT + str(number).encode()}, journal, layer)


def seconds(act: Callable[[], object]) -> tuple[float, float]:
    """Of the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


def percentiles(values: list[float]) -> str:
    """The middle, and what 99 of 100 stay under, in milliseconds."""
    cut = statistics.quantiles(values, n=100, method="inclusive")
    return f"{cut[49] * 1000:.1f} | {cut[98] * 1000:.1f}"


def probe(folder: Path) -> list[float]:
    """What one fsync costs on this disk, at this moment."""
    told = []
    with open(folder / "probe", "wb", buffering=0) as file:
        for _ in range(PUBLICATIONS):
            file.write(b"x" * 1000)
            told.append(seconds(lambda: os.fsync(file.fileno()))[0])
    return told


def main() -> None:
    """Measure and write the report."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        journal = load(root)
        for number in range(ENTRIES - 1):  # and the genesis
            journal = released(root, number, journal, Unsynced())
        files = sum(path.is_file() for path in (root / "releases").rglob("*"))
        loads = [seconds(lambda: load(root)) for _ in range(TIMES)]
        checks = [seconds(lambda: verify(root)) for _ in range(TIMES)]
        assert verify(root).verdict is LedgerVerdict.CLEAN
        rows = []
        number = ENTRIES
        for name, layer in (("real disk, every write synced", DISK), ("nothing synced", Unsynced())):
            clock, processor = [], []
            for _ in range(PUBLICATIONS):
                before = time.perf_counter(), time.process_time()
                journal = released(root, number, journal, layer)
                clock.append(time.perf_counter() - before[0])
                processor.append(time.process_time() - before[1])
                number += 1
            rows.append(f"| {name} | {percentiles(clock)} | {percentiles(processor)} |")
        fsyncs = percentiles(probe(root))
    with tempfile.TemporaryDirectory() as folder:
        acts = zip(*release_times(Path(folder), ENTRIES, PUBLICATIONS, Unsynced()), strict=True)
        rows.append(f"| the whole act `release`, real disk | {' | '.join(percentiles(list(each)) for each in acts)} |")
    write(files, loads, checks, rows, fsyncs)


def write(
    files: int,
    loads: list[tuple[float, float]],
    checks: list[tuple[float, float]],
    rows: list[str],
    fsyncs: str,
) -> None:
    """The report, in benchmarks/ledger.md."""
    middle = [statistics.median(values) for pair in (loads, checks) for values in zip(*pair, strict=True)]
    machine = f"{os.cpu_count()} shared cores, {platform.system()}, Python {platform.python_version()}"
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    table = "\n".join(rows)
    text = f"""# The ledger's speed

Written by `python -m benchmarks.ledger`. {time.strftime("%Y-%m-%d")} · {machine} · load average {busy:.0f} at the end.
On a busy machine the processor's seconds are the robust figure.

| Medians of {TIMES} | seconds (clock) | seconds (processor) | goal |
|---|--:|--:|--:|
| `load`, {ENTRIES:,} entries | {middle[0]:.2f} | {middle[1]:.2f} | – |
| `verify`, {files:,} files | {middle[2]:.2f} | {middle[3]:.2f} | 2 |

`publish` of a text of {len(TEXT) // 1000} kB, {PUBLICATIONS} times, the journal of {ENTRIES:,} entries being loaded;
and the whole act `release` in a house of {ENTRIES // ENTRIES_A_TEXT + PUBLICATIONS:,} documents that is open: plan,
findings, text read again, folder, entry, next step. Goal: p99 under 100 ms.

| `publish`, by disk; and the act | p50, ms (clock) | p99, ms (clock) | p50, ms (processor) | p99, ms (processor) |
|---|--:|--:|--:|--:|
{table}

One `fsync` of 1 kB on this disk at the same moment: p50 and p99 {fsyncs.replace(" | ", " and ")} ms.
A publication syncs 6 times.
"""
    REPORT.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
