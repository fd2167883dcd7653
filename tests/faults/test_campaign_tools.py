"""The tools, and the short form, of two parts of the long campaign: damaged files, and mutants."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.faults.fuzzing import family_of, fuzz, starter_files
from tests.faults.mutants import code_of, mutants_of, value_of

SOURCE = '''"""A module."""

LIMIT = 30


def is_late(days: int) -> bool:
    """Whether it is late."""
    if not days:
        raise ValueError("no day")
    return days > LIMIT and days != 99
'''


def test_damaged_files_of_the_starter_content_never_make_a_check_fall(tmp_path: Path) -> None:
    found = fuzz(tmp_path, 300, processes=1)

    assert found.wrong == []
    assert found.inputs.total() >= 300
    assert set(found.inputs) == {family_of(path) for path in starter_files()}
    assert len(found.codes) > 20


def test_a_mutant_changes_one_thing(tmp_path: Path) -> None:
    module = tmp_path / "late.py"
    module.write_text(SOURCE, "utf-8")

    mutants = mutants_of(module)

    assert [str(mutant) for mutant in mutants] == [
        "late.LIMIT:3: 30 → 31",
        "late.is_late:8: not days: without not",
        "late.is_late:9: without raise ValueError('no day')",
        "late.is_late:10: return days > LIMIT and days != 99: None",
        "late.is_late:10: days > LIMIT and days != 99: and ↔ or",
        "late.is_late:10: days > LIMIT: Gt → GtE",
        "late.is_late:10: days != 99: NotEq → Eq",
        "late.is_late:10: 99 → 100",
    ]
    assert eval(value_of(mutants[0])) == 31
    assert len({code_of(mutant) for mutant in mutants[1:]}) == 7


JUDGING = """
import sys
from tests.faults.mutation import Group, judge

for each in judge(Group(("model/nearest.py",), (sys.argv[1],)), 1, {}):
    print("killed" if "::" in each.killer else "survived", each.mutant)
"""
NEAR_WORDS = """
from classeur.model.nearest import nearest

def test_a_name_gives_its_word():
    assert nearest("Maud Durand", {"m.durand": "Maud Durand", "a.martin": "Alix Martin"}) == "m.durand"
"""
PASSES_ONCE = """
RUNS = []

def test_that_passes_once():
    RUNS.append("a run")
    assert len(RUNS) == 1
"""


REMEMBERS = """
from functools import cache
from classeur.model.nearest import nearest

@cache
def near():
    return nearest("Maud Durand", {"m.durand": "Maud Durand", "a.martin": "Alix Martin"})

def test_that_asks_first():
    near()

def test_that_is_told_what_was_found():
    assert near() == "m.durand"
"""


def _judging(folder: Path, tests: str) -> subprocess.CompletedProcess[str]:
    """Judge the mutants of a small module by these tests alone."""
    judges = folder / "test_judges.py"
    judges.write_text(tests, "utf-8")
    command = [sys.executable, "-c", JUDGING, str(judges)]
    return subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)


def test_a_mutant_is_killed_by_a_test_that_sees_it_and_survives_those_that_do_not(tmp_path: Path) -> None:
    done = _judging(tmp_path, NEAR_WORDS)

    said = done.stdout.splitlines()
    assert "killed nearest.nearest:20: folded(typed) in (folded(word), folded(name)): In → NotIn" in said
    assert "survived nearest.nearest:21: 3 → 4" in said


def test_no_mutant_is_judged_when_a_fork_without_a_mutant_fails(tmp_path: Path) -> None:
    done = _judging(tmp_path, NEAR_WORDS + PASSES_ONCE)

    assert done.returncode
    assert "killed" not in done.stdout
    assert "a fork without a mutant fails" in done.stderr
    assert "test_that_passes_once" in done.stderr


def test_a_test_that_remembers_what_another_one_made_judges_all_the_same(tmp_path: Path) -> None:
    done = _judging(tmp_path, REMEMBERS)

    assert "killed nearest.nearest:20: folded(typed) in (folded(word), folded(name)): In → NotIn" in done.stdout
