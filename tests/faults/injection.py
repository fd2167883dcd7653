"""Real faults of the system: a kill, or an error, at each call that writes, by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from classeur.errors import ClasseurError
from classeur.ledger.journal import load
from classeur.ledger.repair import carry_out, plan_repair
from classeur.ledger.verify import LedgerVerdict, verify
from tests.faults.acts import ACTS
from tests.faults.ledgers import ACTOR, AT, QUICK

CALLS = ("openat", "write", "fsync", "mkdir", "link", "linkat", "unlink", "rename", "rmdir")
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC", "error=EACCES")
REPOSITORY = Path(__file__).parents[2]


@dataclass
class Injected:
    """What the injections gave."""

    points: int = 0
    acknowledged: int = 0
    refused: int = 0
    killed: int = 0
    by_call: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)


def can_inject() -> str:
    """Empty when strace works here, else why not."""
    if shutil.which("strace") is None:
        return "strace is missing: apt-get install strace"
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    return tried.stderr.strip() if tried.returncode else ""


def inject_everywhere(folder: Path, before: Path, act: str) -> Injected:
    """Break the act at each call on the house, in each way; then look, repair, and do it again."""
    found = Injected()
    for call, places in _calls_on(folder, before, act).items():
        for place in places:
            for fault in FAULTS:
                found.points += 1
                found.by_call[call] += 1
                root = folder / "broken"
                shutil.copytree(before, root)
                done = _run(folder, root, act, f"{call}:{fault}:when={place}")
                _judge(found, root, before, act, done, f"{act}, {call} no. {place}, {fault}")
                shutil.rmtree(root)
    return found


def _calls_on(folder: Path, before: Path, act: str) -> dict[str, list[int]]:
    """For each call, which of its occurrences touch the house."""
    root = folder / "counted"
    shutil.copytree(before, root)
    done = _run(folder, root, act, "")
    if "ACK" not in done.stdout:
        raise RuntimeError(done.stderr)
    lines = (folder / "trace").read_text("utf-8", "replace").splitlines()
    shutil.rmtree(root)
    found: dict[str, list[int]] = {}
    count: Counter[str] = Counter()
    for line in lines:
        if matched := re.match(r"(?:\d+\s+)?(\w+)\(", line):
            count[matched[1]] += 1
            if str(root) in line:
                found.setdefault(matched[1], []).append(count[matched[1]])
    return found


def _run(folder: Path, root: Path, act: str, injection: str) -> subprocess.CompletedProcess[str]:
    wanted = injection.partition(":")[0] or ",".join(f"?{call}" for call in CALLS)
    command = ["strace", "-y", "-qq", "-s", "1", "-o", str(folder / "trace"), "-e", f"trace={wanted}"]
    command += ["-e", f"inject={injection}"] if injection else []
    command += [sys.executable, "-B", "-m", "tests.faults.publish_once", str(root), act]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY / "generator"), "PYTHONHASHSEED": "0"}
    return subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)


def _judge(
    found: Injected, root: Path, before: Path, act: str, done: subprocess.CompletedProcess[str], where: str
) -> None:
    old = [entry.hash for entry in load(before).entries]
    acknowledged = "ACK" in done.stdout
    found.acknowledged += acknowledged
    found.killed += done.returncode < 0
    found.refused += "REFUSED" in done.stderr
    if "Traceback" in done.stderr:
        found.violations.append(f"{where}: traceback: {done.stderr.strip().splitlines()[-1]}")
    report = verify(root, heads=old)
    if told := [each for each in report.problems if each.code in ("LG001", "LG012", "LG014", "LG015", "LG016")]:
        found.violations.append(f"{where}: {told[0].code} {told[0].path}")
    if acknowledged and (report.verdict is LedgerVerdict.ERROR or len(report.journal.entries) <= len(old)):
        found.violations.append(f"{where}: acknowledged and not there")
    try:
        carry_out(plan_repair(root, report), root, ACTOR, AT.replace(hour=10, minute=30), QUICK)
        ACTS[act](root, load(root), QUICK)
        carry_out(plan_repair(root, verify(root)), root, ACTOR, AT.replace(hour=10, minute=30), QUICK)
    except (OSError, ClasseurError) as error:
        found.violations.append(f"{where}: it cannot be done again: {error}")
        return
    after = verify(root, heads=old)
    if after.verdict is not LedgerVerdict.CLEAN:
        found.violations.append(f"{where}: still {after.problems[0].code} {after.problems[0].path}")
