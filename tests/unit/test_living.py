"""What a program that lives keeps: believed only where what it was made from is alike, in the smallest detail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

import pytest

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation
from classeur.model.processes import Family, Process
from classeur.views.control_block import control_block
from classeur.views.page_house import SharedHouse
from classeur.views.shown import shown
from classeur.writers.memory.alike import alike
from classeur.writers.memory.living import Living, living
from tests.houses import TODAY
from tests.ledgers import a_document


@dataclass(frozen=True)
class Row:
    title: str
    marks: tuple[object, ...] = ()


def titled(row: Row) -> str:
    return row.title


LIKE: list[tuple[Callable[[], object], Callable[[], object]]] = [
    (lambda: Row("a", (1, "b")), lambda: Row("a", (1, "b"))),
    (lambda: {"a": [1], "b": [2]}, lambda: {"a": [1], "b": [2]}),
    (lambda: frozenset({"a", "b"}), lambda: frozenset({"b", "a"})),
    (lambda: partial(titled, Row("a")), lambda: partial(titled, Row("a"))),
    (lambda: PurePosixPath("a/b"), lambda: PurePosixPath("a/b")),
]
UNLIKE: list[tuple[object, object]] = [
    (1, True),
    (1, 1.0),
    ("1", 1),
    ((1, 2), [1, 2]),
    ((1, 2), (1, 2, 3)),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ({1}, {True}),
    (Row("a"), Row("b")),
    (Row("a", (1,)), Row("a", (True,))),
    (partial(titled, Row("a")), partial(titled, Row("b"))),
    (lambda: 1, lambda: 1),
    (Family.CORE, Family.SUPPORT),
    (object(), object()),
]


@pytest.mark.parametrize(("one", "other"), LIKE)
def test_values_made_twice_are_alike(one: Callable[[], object], other: Callable[[], object]) -> None:
    assert alike(one(), other())


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_values_that_a_page_could_show_otherwise_are_not_alike(one: object, other: object) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


def test_what_was_made_from_the_same_things_is_not_made_again() -> None:
    kept, made = Living(), []
    for _ in range(3):
        kept.made("page", (Row("a"),), lambda: made.append("a"))
        kept.end()

    assert made == ["a"]


def test_what_was_made_from_other_things_is_made_again() -> None:
    kept = Living()
    first = kept.made("page", (Row("a"),), lambda: "from a")
    kept.end()

    assert (first, kept.made("page", (Row("b"),), lambda: "from b")) == ("from a", "from b")


def test_what_a_run_did_not_ask_for_is_forgotten() -> None:
    kept = Living()
    kept.keep("page", (1,), "made")
    kept.end()
    kept.end()

    assert kept.known("page", (1,)) is None


def test_an_equal_value_gives_way_to_the_one_of_the_last_run() -> None:
    kept, first = Living(), Row("a")
    kept.same("row", first)
    kept.end()

    assert kept.same("row", Row("a")) is first
    assert kept.same("row", Row("b")) == Row("b")


def test_what_is_taken_is_there_once() -> None:
    kept = Living()
    kept.keep("names", (), {"a"})
    kept.end()

    assert (kept.take("names"), kept.take("names")) == ({"a"}, None)


def test_a_folder_keeps_its_own_and_the_oldest_is_forgotten() -> None:
    folders = [Path(f"/house/{number}") for number in range(3)]
    first = living(folders[0])

    assert living(folders[0]) is first
    for folder in folders[1:]:
        living(folder)
    assert living(folders[0]) is not first


def test_the_page_of_a_document_is_given_nothing_of_the_others() -> None:
    mine, other = a_document(path="procedures/a.md"), a_document(path="procedures/b.md", reference="PR-R1-002")
    process = Process("R1", "Accueillir", Family.CORE, "FP-R1")
    whole = Binder(TODAY, Organisation(name="Maison"), (mine, other), processes=(process,))
    each = next(each for each in shown(whole) if each.document is mine)

    house = SharedHouse.of(whole).for_page(each)

    assert house.documents == (mine,)
    assert control_block(house, each) == control_block(whole, each)


def test_a_program_that_ends_keeps_nothing() -> None:
    alive = Living(is_long=False)

    assert alive.made("a", (1,), lambda: "made") == "made"
    assert alive.same("b", "b") == "b"
    alive.keep("c", (1,), "c")
    alive.end()

    assert not any(map(alive.has, "abc"))
