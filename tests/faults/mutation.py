"""Are the tests good? Each mutant of the program is judged by the tests that reach it.

The tests run once, to learn which of them call which function. Then each mutant gets a process of its own, a fork of
this one in which one function is changed; it is killed when a test fails or takes far too long. Before that, a fork in
which each function is replaced by itself must pass every test: else the fork kills, and no mutant is judged.
"""

from __future__ import annotations

import inspect
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

from tests.faults.living import CLASSEUR, Key, forget, put, put_the_same, reading
from tests.faults.mutants import Mutant, mutants_of


@dataclass(frozen=True)
class Group:
    """Modules that the same tests judge.

    Attributes:
        modules: patterns below `classeur/`.
        judges: files and folders of tests.
        names: the functions and constants concerned; all of them when empty.
        most: how many mutants are drawn where there are too many; all of them when None.
        left_out: modules that other tests judge.
        seed: what the draw begins with: another one makes another draw.
    """

    modules: tuple[str, ...]
    judges: tuple[str, ...]
    names: tuple[str, ...] = ()
    most: int | None = None
    left_out: tuple[str, ...] = ()
    seed: int = 2026


_ACCEPTANCE = ("tests/acceptance/test_signing.py", "tests/acceptance/test_life.py")
_DIGEST_PARTS = ("approval_digest", "_header_part", "_plain", "_trimmed")
GROUPS = {
    "digest": Group(
        ("model/documents.py",),
        ("tests/properties/test_digest.py",),
        (
            "Document.digest",
            "Document.digest_as",
            "canonical_text",
            "approval_digest",
            "_header_part",
            "_plain",
            "_trimmed",
        ),
    ),
    "circuit": Group(
        ("model/circuit.py", "model/history.py", "model/ledger.py"),
        (
            "tests/unit/test_circuit.py",
            "tests/unit/test_who_may_sign.py",
            "tests/unit/test_history.py",
            "tests/rules/test_ledger_rules.py",
            "tests/rules/test_refused_acts.py",
            "tests/unit/test_views_released.py",
            "tests/unit/test_views_desk.py",
            *_ACCEPTANCE,
        ),
    ),
    "ledger": Group(("ledger/*.py",), ("tests/faults",), most=280, left_out=("confirmations",)),
    "rules": Group(("rules/**/*.py",), ("tests/rules",), most=300),
}
_FAULTS = "tests/faults/test_"
NOT_JUDGES = tuple(f"{_FAULTS}{name}" for name in (
    "acts_on_a_bad_disk.py", "publishers.py", "tampering.py", "stateful.py", "campaign_tools.py",
    "crash_states.py::test_a_power_cut_leaves_the_old_release_or_the_whole_new_one[a new version",
    "crash_states.py::test_without_fsync_a_power_cut_is_seen_to_do_harm[a new version",
))  # fmt: skip
"""Tests that stop processes of their own, wait for each other, or are too long to judge a mutant."""
CANNOT_RUN = "it cannot run"
"""Said of a mutant that could not be tried: it counts neither as killed nor as missed."""
LONGEST_TEST, LONGEST_TRIAL = 1.5, 4.0
"""Seconds of the processor: of a test that judges, and of all that judge one mutant, besides its own tests."""


@dataclass(frozen=True)
class Judged:
    """A mutant, and the test that killed it; empty when it survived, `too long` when the time ran out.

    `CANNOT_RUN` says that it could not be tried.
    """

    mutant: Mutant
    killer: str
    tests: int


class Judge:
    """A plugin of pytest: runs the tests once, then again in forks, each with a mutant."""

    def __init__(self, group: Group, workers: int, killers: Mapping[str, str]) -> None:
        self.mutants = _drawn(group)
        self.killers = killers
        self.workers = workers
        self.judged: list[Judged] = []
        self.files = {str(mutant.path) for mutant in self.mutants}
        self.own = {mutant.path: _names_of_own(mutant.path) for mutant in self.mutants}
        self.said: list[str] = []
        self.reached: dict[Key, dict[int, int]] = defaultdict(dict)
        self.seconds: dict[int, float] = {}
        self.kills: Counter[int] = Counter()
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers that something failed."""
        self.failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of the usual run."""
        _without_shrinking()
        items = session.items
        files = str(CLASSEUR)
        self.said = [_said_by(item) for item in items]
        for number, item in enumerate(items):
            self._watched(number, item, files)
        if self.failed:
            raise pytest.UsageError("the tests fail before anything is mutated")
        workers = _Workers(self, items)
        workers.prove()
        for mutant in self.mutants:
            workers.start(mutant)
        workers.finish()
        return True

    def _watched(self, number: int, item: pytest.Item, files: str) -> None:
        """Run a test; remember which functions it calls, and how many lines of each it goes through."""
        seen: dict[Key, set[int]] = defaultdict(set)

        def note(frame: FrameType, event: str, argument: object) -> Any:
            code = frame.f_code
            if not code.co_filename.startswith(files):
                return None
            seen[code.co_filename, code.co_qualname].add(frame.f_lineno)
            return note if code.co_filename in self.files else None

        forget()  # else only the first of the tests that share something is seen to reach what makes it
        begun = time.process_time()
        sys.settrace(note)
        try:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        finally:
            sys.settrace(None)
        self.seconds[number] = time.process_time() - begun
        for key, lines in seen.items():
            self.reached[key][number] = len(lines)

    def tests_for(self, mutant: Mutant, items: Sequence[pytest.Item]) -> list[int]:
        """The tests that reach a mutant: its former killer, its own, those that go through it most.

        Every rule runs on every example: where nothing is wrong, a test leaves at the first line and sees little.
        Its own tests judge in any case, whatever their time: on a busy machine everything takes longer.
        """
        through: Counter[int] = Counter()
        for key in reading(mutant):
            through.update(self.reached.get(key, {}))
        own, former = self.own[mutant.path], self.killers.get(mutant.key, "")

        def order(number: int) -> tuple[bool, bool, float, int]:
            test, worth = items[number].nodeid, through[number] / (0.1 + self.seconds[number])
            return test != former, not is_own(number), -worth, -self.kills[number]

        def is_own(number: int) -> bool:
            return any(part in self.said[number] for part in own)

        kept, total = [], 0.0
        for number in sorted(through, key=order):
            if is_own(number):
                kept.append(number)
            elif self.seconds[number] <= LONGEST_TEST and total + self.seconds[number] <= LONGEST_TRIAL:
                total += self.seconds[number]
                kept.append(number)
        return kept

    def judging(self) -> list[int]:
        """The tests that are short enough to judge."""
        return [number for number, seconds in self.seconds.items() if seconds <= LONGEST_TEST]


class _Workers:
    """Some forks at once."""

    def __init__(self, judge: Judge, items: list[pytest.Item]) -> None:
        self.judge = judge
        self.items = items
        self.running: dict[int, tuple[Mutant, Path, int]] = {}

    def prove(self) -> None:
        """A fork without a mutant passes every test that judges.

        Raises:
            pytest.UsageError: it does not: what it would say of mutants would not be worth believing.
        """
        child, folder = self._forked(None, self.judge.judging())
        _, status = os.waitpid(child, 0)
        killer = self._killer(folder, status)
        if killer:
            raise pytest.UsageError(f"a fork without a mutant fails: {killer}")

    def start(self, mutant: Mutant) -> None:
        if mutant.name and not any(reading(mutant)):  # it went into other constants, long before the fork
            self.judge.judged.append(Judged(mutant, CANNOT_RUN, 0))
            return
        while len(self.running) >= self.judge.workers:
            self._wait()
        tests = self.judge.tests_for(mutant, self.items)
        child, folder = self._forked(mutant, tests)
        self.running[child] = (mutant, folder, len(tests))

    def finish(self) -> None:
        while self.running:
            self._wait()

    def _wait(self) -> None:
        child, status = os.wait()
        if child not in self.running:
            return
        mutant, folder, tests = self.running.pop(child)
        killer = self._killer(folder, status)
        self.judge.judged.append(Judged(mutant, killer, tests))
        if not killer:
            print(f"survived: {mutant} ({tests} tests)", file=sys.__stderr__, flush=True)

    def _forked(self, mutant: Mutant | None, tests: Sequence[int]) -> tuple[int, Path]:
        folder = Path(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
        child = os.fork()
        if not child:
            self._try(mutant, tests, folder)
        return child, folder

    def _killer(self, folder: Path, status: int) -> str:
        """The test that failed in a fork that has ended; empty when none did."""
        killer = (folder / "killer").read_text() if (folder / "killer").is_file() else ""
        shutil.rmtree(folder, ignore_errors=True)
        if status and not killer:
            return "too long"
        if killer.isdecimal():
            self.judge.kills[int(killer)] += 1
            return self.items[int(killer)].nodeid
        return killer

    def _try(self, mutant: Mutant | None, tests: Sequence[int], folder: Path) -> None:
        """In the fork: change the function, run the tests until one fails. Never returns."""
        status = 0
        try:
            os.setpgid(0, 0)
            silence = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
            resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))
            usual = sum(self.judge.seconds[number] for number in tests)
            enough = int(10 + 8 * usual)
            resource.setrlimit(resource.RLIMIT_CPU, (enough, enough))
            signal.alarm(int(60 + 30 * usual))  # for what waits without counting, on a busy machine too
            put(mutant) if mutant else put_the_same(self.judge.mutants)
            forget()
            self.judge.failed = False
            for number in tests:
                item = self.items[number]
                (folder / str(number)).mkdir()
                item.config._tmp_path_factory._basetemp = folder / str(number)  # type: ignore[attr-defined]
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                if self.judge.failed:
                    (folder / "killer").write_text(str(number))
                    break
        except BaseException:
            status = 1
            (folder / "killer").write_text(CANNOT_RUN)
        finally:
            os._exit(status)


def _drawn(group: Group) -> list[Mutant]:
    """In an order of chance, always the same: the first hundred are a fair draw, and the next ones add to it."""
    found = sorted(path for pattern in group.modules for path in CLASSEUR.glob(pattern))
    paths = [path for path in found if path.stem not in group.left_out]
    mutants = [mutant for path in paths for mutant in mutants_of(path)]
    mutants = [mutant for mutant in mutants if not group.names or mutant.function in group.names]
    Random(group.seed).shuffle(mutants)
    return mutants[: group.most]


def _said_by(item: pytest.Item) -> str:
    """The name of a test, and its text."""
    return f"{item.nodeid}\n{inspect.getsource(item.function)}" if isinstance(item, pytest.Function) else item.nodeid


def _names_of_own(module: Path) -> frozenset[str]:
    """What a module's own tests say: the name of its file of tests, or the codes of the rules that it is or helps."""
    helped = [each for each in module.parent.glob("*.py") if f".{module.stem} import" in each.read_text("utf-8")]
    rules = (stem[:5].upper() for stem in (each.stem for each in (module, *helped)) if stem[2:5].isdecimal())
    return frozenset((f"test_{module.stem}.py", *rules))


def _without_shrinking() -> None:
    """A failure is enough: nobody asks Hypothesis for its smallest form."""
    import hypothesis  # once pytest has begun: it rewrites the assertions of its plugins

    phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    usual = hypothesis.settings.get_profile("ci")
    hypothesis.settings.register_profile("mutation", parent=usual, database=None, phases=phases)
    hypothesis.settings.load_profile("mutation")


def judge(group: Group, workers: int, killers: Mapping[str, str]) -> list[Judged]:
    """What became of the mutants of a group. `killers` names the test that a former run saw kill a mutant: tried first.

    Raises:
        RuntimeError: the tests fail before anything is changed, or in a fork where nothing is.
    """
    plugin = Judge(group, workers, killers)
    left_out = [f"--deselect={name}" for name in NOT_JUDGES]
    if pytest.main(["-q", "-s", "-p", "no:cacheprovider", *group.judges, *left_out], plugins=[plugin]):
        raise RuntimeError("the tests fail before anything is changed")
    return plugin.judged


def judged_apart(name: str, folder: Path, workers: int) -> dict[str, Any]:
    """The figures of a group, judged in a process that has imported nothing before pytest.

    Raises:
        subprocess.CalledProcessError: the tests fail before anything is changed.
    """
    out = folder / "judged.json"
    command = [sys.executable, "-m", "tests.faults.mutation", name, str(out), str(workers)]
    subprocess.run(command, cwd=CLASSEUR.parents[1], stdout=subprocess.DEVNULL, check=True)
    figures: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return figures


def main(name: str, out: Path, workers: int, most: int | None = None, seed: int | None = None) -> None:
    """Judge one group, or its `most` first mutants, drawn with a seed; its figures go to a file of JSON.

    A later run reads there which test killed which mutant.
    """
    group = GROUPS[name]
    group = replace(group, most=most or group.most, seed=seed or group.seed)
    former = json.loads(out.read_text("utf-8")) if out.is_file() else {}
    judged = judge(group, workers, former.get("killers", {}))
    wrong = sum(each.killer == CANNOT_RUN for each in judged)
    judged = [each for each in judged if each.killer != CANNOT_RUN]
    survivors = [{"mutant": str(each.mutant), "tests": each.tests} for each in judged if not each.killer]
    told = {"mutants": len(judged), "of": len(_drawn(replace(group, most=None))), "survivors": survivors}
    told["too_long"] = sum(each.killer == "too long" for each in judged)
    told["cannot_run"] = wrong
    told["seed"] = group.seed
    told["killers"] = {each.mutant.key: each.killer for each in judged if "::" in each.killer}
    out.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), *map(int, sys.argv[4:]))
