"""The long campaign of faults: `make faults`. Writes benchmarks/faults.md; fails when anything was lost."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from classeur.ledger.journal import load
from classeur.ledger.verify import verify
from tests.faults.acts import ACTS, house_before
from tests.faults.crash_states import explore
from tests.faults.injection import FAULTS, can_inject, inject_everywhere
from tests.faults.ledgers import a_ledger
from tests.faults.publishers import at_once
from tests.faults.tampering import TAMPERINGS, missed
from tests.faults.test_stateful import Ledgers

REPORT = Path(__file__).parents[2] / "benchmarks" / "faults.md"
EXHAUSTIVE, SAMPLED = 1 << 20, 60
TAMPERED, RELEASES, PEOPLE = 10_000, 200, 4
RUNS, STEPS = 150, 40


class Campaign:
    """The lines of the report, and what was wrong."""

    def __init__(self, disk: Path, memory: Path) -> None:
        self.disk = disk
        self.memory = memory
        self.lines: list[str] = []
        self.wrong: list[str] = []
        self.count = 0

    def fresh(self, *, real: bool = False) -> Path:
        """A folder for one part: in memory, unless the real disk is what is tried."""
        self.count += 1
        folder = (self.disk if real else self.memory) / str(self.count)
        folder.mkdir()
        return folder

    def say(self, line: str, violations: object = ()) -> None:
        """A line of the report, and its violations."""
        told = [str(each) for each in violations]  # type: ignore[attr-defined]
        self.wrong += told
        self.lines.append(line)
        print(line, *told[:5], sep="\n    ", flush=True)


def power_cuts(campaign: Campaign) -> None:
    """Every crash state of each act."""
    campaign.say("| Act | Disk | Operations | States | Violations |\n|---|---|--:|--:|--:|")
    for name, act in ACTS.items():
        for links in (True, False):
            folder = campaign.fresh()
            found = explore(folder, house_before(folder, name), act, links=links, most=EXHAUSTIVE)
            disk = "hard links" if links else "no hard links"
            row = f"| {name} | {disk} | {found.operations} | {found.states} (all) | {len(found.violations)} |"
            campaign.say(row, found.violations)
        folder = campaign.fresh()
        found = explore(folder, house_before(folder, name), act, syncs=False, most=SAMPLED)
        harm = f"{len(found.violations)} (as it must be)"
        row = f"| {name} | **without fsync** | {found.operations} | {found.states} (drawn) | {harm} |"
        campaign.say(row, () if found.violations else [f"{name}: no harm without fsync: the test sees nothing"])


def system_faults(campaign: Campaign) -> None:
    """Kills and errors at each call."""
    if why := can_inject():
        campaign.say(f"Not run: {why}.")
        return
    campaign.say(
        "| Act | Points | Calls | Acknowledged | Refused | Killed | Violations |\n|---|--:|---|--:|--:|--:|--:|"
    )
    for name in ACTS:
        folder = campaign.fresh(real=True)
        found = inject_everywhere(folder, house_before(folder, name), name)
        calls = ", ".join(f"{call} {count // len(FAULTS)}" for call, count in sorted(found.by_call.items()))
        row = f"| {name} | {found.points} | {calls} | {found.acknowledged} | {found.refused} | {found.killed} |"
        campaign.say(f"{row} {len(found.violations)} |", found.violations)


def publishers(campaign: Campaign) -> None:
    """Four people at once, on the real disk."""
    for same_text in (False, True):
        root = campaign.fresh(real=True)
        start = time.perf_counter()
        told = at_once(root, PEOPLE, RELEASES, same_text=same_text, real_disk=True)
        seconds = time.perf_counter() - start
        once = Counter(entry.reference for entry in load(root).entries if entry.files)
        wrong = [f"{reference}: {count} entries" for reference, count in once.items() if count != 1]
        wrong += [] if len(once) == RELEASES else [f"{len(once)} releases of {RELEASES}"]
        done = Counter(answer.partition(",")[0] for each in told for answer in each)
        expected = {"done": RELEASES * PEOPLE} if same_text else {"done": RELEASES, "taken": RELEASES * (PEOPLE - 1)}
        wrong += [] if done == expected else [f"answers: {dict(done)}"]
        wrong += [str(each) for each in verify(root).problems]
        text = "the same text" if same_text else "a text of their own"
        answers = ", ".join(f"{count} {answer}" for answer, count in sorted(done.items()))
        line = (
            f"- {PEOPLE} processes × {RELEASES} releases, each with {text}: {answers}; each release exactly once in the"
        )
        campaign.say(f"{line} journal; {len(wrong)} violations ({seconds:.0f} s).", wrong)


def tampering(campaign: Campaign) -> None:
    """Random tamperings, the head being known."""
    folder = campaign.fresh()
    sound = folder / "sound"
    sound.mkdir()
    a_ledger(
        sound, "PR-R2-012 1.0", "PR-R2-012 1.1", "PR-R2-012 2.0", "PR-R3-001 1.0", "PR-R3-001 1.0.1", "MQ-M1-001 1.0"
    )
    wrong = missed(sound, folder, TAMPERED, seed=2026)
    kinds = ", ".join(tampering.__name__.replace("_", " ") for tampering in TAMPERINGS)
    campaign.say(f"{TAMPERED - len(wrong)} of {TAMPERED} found, and what was changed named. Ways: {kinds}.", wrong)


def any_order(campaign: Campaign) -> None:
    """Hypothesis draws acts, cuts, merges, tamperings and repairs."""
    chosen = settings(
        max_examples=RUNS,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(Ledgers, settings=chosen)
    campaign.say(f"{RUNS} runs of up to {STEPS} transitions: no counter-example.")


PARTS: dict[str, Callable[[Campaign], None]] = {
    "Power cuts: each prefix × each subset of un-synced operations × {absent, half, zeros, full}": power_cuts,
    "Faults of the system: {KILL, EIO, ENOSPC, EACCES} × every write-like call (strace)": system_faults,
    "Publishers at once": publishers,
    "Tampering, the head being known": tampering,
    "Any order (Hypothesis, stateful)": any_order,
}


def main() -> int:
    """Run everything, write the report."""
    begun = time.perf_counter()
    shared_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory() as disk, tempfile.TemporaryDirectory(dir=shared_memory) as memory:
        campaign = Campaign(Path(disk), Path(memory))
        for title, part in PARTS.items():
            campaign.say(f"\n## {title}\n")
            part(campaign)
    seconds = time.perf_counter() - begun
    head = f"""# Faults of the ledger

Written by `make faults`. A violation is an old release that is not intact, an acknowledged one that is not there, a
damaged file that is believed, or a ledger that cannot be put in order and acted on again.

{time.strftime("%Y-%m-%d")} · {machine()} · {seconds / 60:.0f} minutes · violations: {len(campaign.wrong)}
"""
    REPORT.write_text(head + "\n".join(campaign.lines) + "\n", "utf-8")
    return 1 if campaign.wrong else 0


def machine() -> str:
    """The computer, in general terms."""
    return f"{os.cpu_count()} shared cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
