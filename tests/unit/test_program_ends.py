"""The program from its first to its last instant: whatever cores it has, and whatever takes its words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.houses import a_text, house_files, write_house

_ALONE = "import os; os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])\n"
_RUN = "from classeur.__main__ import main; main()"


def run(*arguments: str, code: str = _RUN, out: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], check=False, stdin=subprocess.DEVNULL, stdout=out, stderr=-1
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Texts by the dozen, all of them with a fault or two."""
    body = "## But\n\n" + "Voir PR-R9-999, puis l'[annexe](annexe.pdf).\n" * 20
    texts = {
        f"procedures/p{number}.md": a_text(body, reference=f"PR-R1-{number:03}", title=f"Procédure {number}")
        for number in range(1, 40)
    }
    return write_house(tmp_path / "house", house_files(**texts, **{"procedures/nu.md": "sans tête\n"}))


@pytest.mark.skipif(sys.platform != "linux", reason="a process chooses its cores on Linux only")
def test_every_core_reads_what_one_reads(house: Path) -> None:
    arguments = ("-C", str(house), "--today", "2026-11-22", "check", "--format", "json")

    every, alone = run(*arguments), run(*arguments, code=_ALONE + _RUN)

    assert every.stdout.count(b'"code"') > 700
    assert (every.returncode, every.stdout) == (alone.returncode, alone.stdout)


@pytest.mark.parametrize(("arguments", "code"), [(("--version",), 0), (("nothing",), 2), (("check", "x"), 2)])
def test_a_command_ends_with_its_code(arguments: tuple[str, ...], code: int) -> None:
    assert run(*arguments).returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
def test_a_full_disk_at_the_last_word_is_no_success() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        ended = run("--version", out=full)
    finally:
        os.close(full)

    assert ended.returncode != 0
    assert ended.stderr


def test_a_profiler_has_its_last_word() -> None:
    profiled = "import sys, cProfile; cProfile.run('from classeur.__main__ import main; main()')"

    assert b"function calls" in run("--version", code=profiled).stdout
