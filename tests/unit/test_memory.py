"""What was made is remembered with what it was made from, and with nothing less."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

import pytest
from markupsafe import Markup

from classeur.model.states import State
from classeur.wording.translator import translator
from classeur.workers import shared_out
from classeur.writers.memory.imprint import Imprinter, imprinted
from classeur.writers.memory.store import Memory

FRENCH, ENGLISH = translator("fr"), translator("en")


@dataclass(frozen=True)
class Row:
    title: str
    on: dt.date | None = None
    inside: tuple[object, ...] = ()


def said(word: str, words: object = None) -> str:
    return f"{word}{words}"


def a_function(held: object) -> object:
    return lambda asked: (asked, held)


PAIRS = [
    ("1", 1),
    (1, 1.0),
    (1, True),
    ("", None),
    ("a", b"a"),
    ("a", Markup("a")),
    (("ab", "c"), ("a", "bc")),
    (("a", ("b",)), (("a", "b"),)),
    ({"a": 1}, {"a": 2}),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (dt.date(2026, 1, 1), dt.date(2026, 1, 2)),
    (dt.date(2026, 1, 1), "2026-01-01"),
    (State.DRAFT, State.APPLICABLE),
    (State.DRAFT, State.DRAFT.value),
    (PurePosixPath("a"), "a"),
    (Row("a"), Row("b")),
    (Row("a", inside=(Row("b"),)), Row("a", inside=(Row("c"),))),
    (FRENCH, ENGLISH),
    (a_function("a"), a_function("b")),
    (partial(said, words=FRENCH), partial(said, words=ENGLISH)),
    ({"a": 1}.get, {"a": 2}.get),
    ("a".upper, "a".lower),
    (frozenset({"a", "b"}), frozenset({"a"})),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_values_that_are_laid_out_differently_have_two_imprints(one: object, other: object) -> None:
    assert Imprinter().of(one) != Imprinter().of(other)


@pytest.mark.parametrize("value", [one for one, _ in PAIRS] + [other for _, other in PAIRS])
def test_the_imprint_of_a_value_is_always_the_same(value: object) -> None:
    imprinter = Imprinter()

    assert imprinter.of(value) == imprinter.of(value) == Imprinter().of(value)


def test_an_imprint_does_not_depend_on_the_program_that_is_running() -> None:
    code = (
        "from classeur.writers.memory.imprint import Imprinter;"
        "print(Imprinter().of(frozenset('abcdefgh'), {'a': frozenset('xyz')}))"
    )

    told = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}

    assert len(told) == 1


def test_what_nobody_can_tell_from_another_has_no_imprint() -> None:
    assert imprinted(Imprinter(), ("a", (object(),))) is None


def test_what_was_made_is_recalled_by_another_run(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", "program 1")
    memory.put("d/PR-1/index.html", "from this", {"text": "é\n\t\ud800"})
    memory.close()

    again = Memory(tmp_path / "memory", "program 1")

    assert again.get("d/PR-1/index.html", "from this") == {"text": "é\n\t\ud800"}
    assert again.get("d/PR-1/index.html", "from that") is None
    assert again.get("elsewhere", "from this") is None


def test_what_another_version_of_the_program_made_is_not_believed(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", "program 1")
    memory.put("a", "x", 1)
    memory.close()

    newer = Memory(tmp_path / "memory", "program 2")
    newer.put("b", "x", 2)
    newer.close()

    assert newer.get("a", "x") is None
    assert Memory(tmp_path / "memory", "program 2").get("b", "x") == 2
    assert Memory(tmp_path / "memory", "program 1").get("a", "x") is None


def remembered(file: Path) -> Memory:
    memory = Memory(file, "program")
    for number in range(3):
        memory.put(f"place {number}", "x", f"made {number}")
    memory.close()
    return memory


@pytest.mark.parametrize("length", range(0, 200, 7))
def test_a_memory_cut_anywhere_gives_what_was_made_or_nothing(tmp_path: Path, length: int) -> None:
    file = tmp_path / "memory"
    remembered(file)
    file.write_bytes(file.read_bytes()[:-length] if length else file.read_bytes())

    cut = Memory(file, "program")
    cut.put("new", "x", "made after")
    cut.close()

    after = Memory(file, "program")
    assert after.get("new", "x") == "made after"
    assert all(after.get(f"place {number}", "x") in (None, f"made {number}") for number in range(3))


def test_a_memory_that_is_left_holds_all_of_it_on_the_disk(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", "program")
    memory.put("a", "x", 1)
    memory.leave()
    memory.close()

    assert memory.get("a", "x") is None
    assert Memory(tmp_path / "memory", "program").get("a", "x") == 1


def test_a_line_that_was_touched_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "memory"
    remembered(file)
    file.write_bytes(file.read_bytes().replace(b"made 1", b"Made 1"))

    touched = Memory(file, "program")

    assert touched.get("place 1", "x") is None
    assert touched.get("place 2", "x") == "made 2"


def test_a_memory_holds_what_serves_and_not_all_that_ever_did(tmp_path: Path) -> None:
    file = tmp_path / "memory"
    for number in range(40):
        memory = Memory(file, "program")
        memory.recall("kept")
        memory.put("kept" if not number else "changing", str(number), "x" * 100_000)
        memory.close()

    assert file.stat().st_size < 2_000_000
    assert Memory(file, "program").get("kept", "0") == "x" * 100_000


def test_a_memory_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    memory = Memory(tmp_path / "file" / "memory", "program")
    memory.put("a", "x", 1)
    memory.close()

    assert memory.get("a", "x") == 1


def test_several_processes_make_what_one_would() -> None:
    tasks = list(range(1000))

    made = shared_out(tasks, lambda task: f"{task}" * 40, workers=3)

    assert made == [f"{task}" * 40 for task in tasks]


@pytest.mark.parametrize("workers", [1, 3])
def test_what_is_done_meanwhile_is_done_here_and_once(workers: int) -> None:
    here: list[int] = []

    made = shared_out(range(20_000), lambda task: task * 2, workers, meanwhile=lambda: here.append(os.getpid()))

    assert made == [task * 2 for task in range(20_000)]
    assert here == [os.getpid()]


def test_processes_may_be_asked_for_while_others_work() -> None:
    inner: list[int] = []

    outer = shared_out(range(100), abs, 2, meanwhile=lambda: inner.extend(shared_out(range(100), abs, 2)))

    assert outer == inner == list(range(100))


def test_nothing_is_shared_out_when_nothing_is_asked() -> None:
    assert shared_out([], str, workers=3) == []


@pytest.mark.parametrize("faulty", [0, 517, 999])
def test_the_error_of_a_task_is_seen_wherever_it_was_done(faulty: int) -> None:
    def refused(task: int) -> int:
        if task == faulty:
            raise ValueError(f"task {task}")
        return task

    with pytest.raises(ValueError, match=f"task {faulty}"):
        shared_out(range(1000), refused, workers=3)


def test_what_a_process_cannot_hand_over_is_made_again_here() -> None:
    def generators(task: int) -> Iterator[int]:
        return (number for number in [task])

    made = shared_out(range(100), generators, workers=2)

    assert [list(each) for each in made] == [[task] for task in range(100)]
