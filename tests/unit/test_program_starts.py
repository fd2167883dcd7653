"""What a command loads before it works: people wait for it each time."""

from __future__ import annotations

import copy
import dataclasses
import subprocess
import sys

import pytest

from classeur.cli.late_methods import compile_methods_when_called


def loaded_by(modules: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {modules}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


def test_a_build_loads_neither_word_nor_pictures_nor_workbooks() -> None:
    loaded = loaded_by("classeur.cli.app, classeur.cli.build, classeur.tasks.build_site, classeur.writers.site.staging")

    assert "classeur.writers.site.texts" in loaded
    assert loaded & {"docx", "lxml.html", "PIL.Image", "xlsxwriter", "rich", "asyncio", "watchdog"} == set()


def test_a_build_reads_texts_before_it_loads_what_makes_pages() -> None:
    loaded = loaded_by("classeur.cli.app, classeur.cli.build, classeur.tasks.build_site")

    assert "classeur.reading.folder" in loaded
    assert loaded & {"jinja2", "markdown", "mkdocs", "nh3", "lxml", "classeur.writers.site.staging"} == set()


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    create = getattr(dataclasses, "_create_fn", None)
    if create is None:
        pytest.skip("this Python compiles all functions of a class together")
    monkeypatch.setattr(dataclasses, "_create_fn", create)  # so that it is put back
    compile_methods_when_called()


def a_class(slots: bool = False) -> type:
    made = dataclasses.make_dataclass(
        "Dose", [("name", str), ("often", int, dataclasses.field(default=1, compare=False))], frozen=True, slots=slots
    )
    made.__module__ = __name__
    return made


@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.usefixtures("late")
def test_a_value_whose_functions_come_late_is_the_same_value(slots: bool) -> None:
    dose = a_class(slots)
    one, same, other = dose("a", 2), dose("a", 3), dose("b", often=2)

    for _ in range(2):
        assert one == same
        assert one != other
        assert one != "a"
        assert hash(one) == hash(same)
        assert repr(one) == "Dose(name='a', often=2)"
        assert dataclasses.replace(one, name="b") == other
        assert copy.copy(one) == one
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
            one.name = "c"
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'often'"):
            del one.often


@pytest.mark.usefixtures("late")
def test_a_function_that_came_late_is_the_one_that_python_compiles() -> None:
    compared = vars(a_class())["__eq__"].__code__.co_code
    dose = a_class()
    before = vars(dose)["__eq__"].__code__.co_code

    assert dose("a") == dose("a")

    assert vars(dose)["__eq__"].__qualname__ == "Dose.__eq__"
    assert before == compared != vars(dose)["__eq__"].__code__.co_code


@pytest.mark.usefixtures("late")
def test_a_child_may_be_the_first_to_be_compared() -> None:
    dose = a_class()
    child = type("Child", (dose,), {})

    assert child("a") == child("a")
    assert dose("a") == dose("a")
    assert child("a") != dose("a")
