"""The long campaign of faults: `make faults`. Writes benchmarks/faults.md; fails when anything was lost or missed."""

from __future__ import annotations

import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from classeur.ledger.journal import load
from classeur.ledger.verify import verify
from tests.faults.acts import ACTS, house_before
from tests.faults.crash_states import explore
from tests.faults.fuzzing import lines_of, timed
from tests.faults.injection import FAULTS, can_inject, inject_everywhere
from tests.faults.ledgers import a_ledger
from tests.faults.mutation import GROUPS, judged_apart
from tests.faults.publishers import at_once
from tests.faults.tampering import TAMPERINGS, missed
from tests.faults.test_stateful import Ledgers
from tests.saves import WAYS, slow_copy, tried

REPORT = Path(__file__).parents[2] / "benchmarks" / "faults.md"
EXHAUSTIVE, SAMPLED = 1 << 20, 60
TAMPERED, RELEASES, PEOPLE = 10_000, 200, 4
RUNS, STEPS = 150, 40
SAVES, SLOW_SAVES = 200, 20
FUZZED, LEAST_SCORE = 100_000, 0.85


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


def acts(campaign: Campaign) -> None:
    """The commands on a disk that fails at each of their calls."""
    report = campaign.fresh() / "report.xml"
    tests = ["tests/faults/test_acts_on_a_bad_disk.py", "-k", "during_an_act", "--every-call"]
    tests += ["-o", "junit_family=xunit1", f"--junitxml={report}"]
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    subprocess.run(command, cwd=REPORT.parents[1], check=False)
    campaign.say("| Trouble, act | Calls | Stopped there | Violations |\n|---|--:|--:|--:|")
    for case in ElementTree.parse(report).iter("testcase"):
        told = {each.get("name"): each.get("value") for each in case.iter("property")}
        name = case.get("name", "").removeprefix("test_a_").replace("_", " ")
        wrong = [f"{name}: {each.get('message')}" for each in (*case.iter("failure"), *case.iter("error"))]
        campaign.say(f"| {name} | {told.get('met', '')} | {told.get('stopped', '')} | {len(wrong)} |", wrong)


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


def damaged_files(campaign: Campaign) -> None:
    """`check` on files of the starter content that were damaged."""
    found, seconds = timed(campaign.fresh(), FUZZED, os.cpu_count() or 1)
    for line in lines_of(found, seconds):
        campaign.say(line)
    campaign.wrong += found.wrong


def saves(campaign: Campaign) -> None:
    """Texts saved again and again as programs do, while the folder is watched."""
    ways = {way: (save, SAVES) for way, save in WAYS.items()}
    ways["slow copy"] = partial(slow_copy, seconds=10.0), SLOW_SAVES
    with ThreadPoolExecutor(len(ways)) as together:
        running = [
            together.submit(tried, campaign.fresh(real=True), way, save, count) for way, (save, count) in ways.items()
        ]
    campaign.say("| Way of saving | Saves | Builds | Most for one save | Last save not shown |\n|---|--:|--:|--:|--:|")
    for told in (each.result() for each in running):
        row = f"| {told.way} | {told.saves} | {told.builds} | {told.most} | {len(told.lost)} |"
        campaign.say(row, [*told.lost, *([f"{told.way}: {told.most} builds for one save"] if told.most > 2 else [])])
    campaign.say(f"\nA slow copy takes 10 s. All at once, each in a folder of its own; {SAVES} saves of the others.")


def mutants(campaign: Campaign) -> None:
    """Small faults in the program: do the tests see them?"""
    tell_mutants(campaign, {name: judged_apart(name, campaign.fresh(), os.cpu_count() or 1) for name in GROUPS})


def tell_mutants(campaign: Campaign, told: Mapping[str, Any]) -> None:
    """The scores of the groups, and the mutants that survived."""
    campaign.say("| Modules | Mutants | Killed | Score | Killed by time |\n|---|--:|--:|--:|--:|")
    for name, figures in told.items():
        killed = figures["mutants"] - len(figures["survivors"])
        drawn = f"{figures['mutants']} of {figures['of']}"
        drawn += f", seed {figures['seed']}" if figures["mutants"] < figures["of"] else ""
        score = killed / figures["mutants"]
        between = f" ({likely(killed, figures['mutants'])})" if figures["mutants"] < figures["of"] else ""
        row = f"| {name} | {drawn} | {killed} | {score:.1%}{between} | {figures['too_long']} |"
        campaign.say(row, [] if score >= LEAST_SCORE else [f"{name}: the tests miss too much"])
    untried = sum(figures["cannot_run"] for figures in told.values())
    if untried:
        campaign.say(f"\nNot counted: {untried} that cannot be tried while the program runs, such as a constant that")
        campaign.say("only other constants read, or a function that would lose a name of its class.")
    campaign.say("\nSurvivors, and how many tests reach them:\n")
    for figures in told.values():
        for each in figures["survivors"]:
            campaign.say(f"- `{each['mutant']}` ({each['tests']})")


def likely(killed: int, drawn: int) -> str:
    """Between what the score of all the mutants lies, with 95 chances in 100 (Wilson), when only some were drawn."""
    share, spread = killed / drawn, 1.96**2 / drawn
    middle = (share + spread / 2) / (1 + spread)
    reach = 1.96 * math.sqrt(share * (1 - share) / drawn + spread / (4 * drawn)) / (1 + spread)
    return f"{middle - reach:.1%} to {middle + reach:.1%}"


PARTS: dict[str, Callable[[Campaign], None]] = {
    "Power cuts: each prefix × each subset of un-synced operations × {absent, half, zeros, full}": power_cuts,
    "Faults of the system: {KILL, EIO, ENOSPC, EACCES} × every write-like call (strace)": system_faults,
    "Commands on a failing disk: {full, read-only, computer stopped} × every write-like call": acts,
    "Publishers at once": publishers,
    "Tampering, the head being known": tampering,
    "Any order (Hypothesis, stateful)": any_order,
    "`check` on damaged files": damaged_files,
    "Saves, as programs make them, under `watch`": saves,
    "Mutants: are the tests good?": mutants,
}

HEAD = """# Faults

Written by `make faults`. Of the ledger, a violation is an old release that is not intact, an acknowledged one that is
not there, a damaged file that is believed, or a ledger that cannot be put in order and acted on again; of `check`, a
traceback or a crashed rule; of the mutants, a score under 85 %; of `watch`, a last save that is not shown, or three
builds for one save.

`python -m tests.faults.campaign power_cuts mutants` runs some parts only and leaves the others as they are.
"""


def main(wanted: Sequence[str]) -> int:
    """Run the parts, all of them when none is named; write the report."""
    sections = _sections(REPORT.read_text("utf-8")) if REPORT.is_file() else {}
    shared_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    wrong = 0
    for title, part in PARTS.items():
        if wanted and part.__name__ not in wanted:
            continue
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as disk, tempfile.TemporaryDirectory(dir=shared_memory) as memory:
            campaign = Campaign(Path(disk), Path(memory))
            print(f"\n## {title}\n", flush=True)
            part(campaign)
        minutes = (time.perf_counter() - begun) / 60
        stamp = f"{time.strftime('%Y-%m-%d')} · {machine()} · {minutes:.0f} minutes · violations: {len(campaign.wrong)}"
        sections[title] = "\n".join([stamp, "", *campaign.lines])
        wrong += len(campaign.wrong)
        kept = "\n".join(f"## {name}\n\n{sections[name]}\n" for name in PARTS if name in sections)
        REPORT.write_text(f"{HEAD}\n{kept}", "utf-8")
    return 1 if wrong else 0


def _sections(report: str) -> dict[str, str]:
    """The parts of a former report, by title."""
    parts = [part.partition("\n") for part in f"\n{report}".split("\n## ")[1:]]
    return {title: text.strip() for title, _, text in parts}


def machine() -> str:
    """The computer, in general terms."""
    return f"{os.cpu_count()} shared cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
