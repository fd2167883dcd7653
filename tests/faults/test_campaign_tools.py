"""The short form of two parts of the long campaign: damaged files, and mutants."""

from __future__ import annotations

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
