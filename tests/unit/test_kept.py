"""What is kept of a house from one look to the next: answers side by side, found again where another thing stands."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from classeur.model.kept import Kept
from classeur.writers.search.counts import Counts


@dataclass(frozen=True)
class Text:
    title: str
    line: int = field(default=1, compare=False)


class Reader:
    """Finds the title of a text, and remembers which texts it was asked about."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self.asked: list[Text] = []

    def titles(self, texts: tuple[Text, ...], *given: object) -> tuple[str, ...]:
        self.asked = []
        return self._kept.of_each("titles", given, self._title, texts)

    def _title(self, text: Text) -> str:
        self.asked.append(text)
        return text.title


A, B, C = Text("a"), Text("b"), Text("c")


@pytest.fixture
def reader() -> Reader:
    reader = Reader(Kept())
    reader.titles((A, B, C))
    return reader


def test_nothing_is_found_again_of_the_very_same(reader: Reader) -> None:
    first = reader.titles((A, B, C))

    assert reader.titles((A, B, C)) is first
    assert reader.asked == []


def test_only_what_is_another_object_is_found_again(reader: Reader) -> None:
    other = Text("z")

    assert reader.titles((A, other, C)) == ("a", "z", "c")
    assert reader.asked == [other]


def test_answers_that_stay_the_same_are_the_very_same_row(reader: Reader) -> None:
    first = reader.titles((A, B, C))

    assert reader.titles((A, Text("b", line=2), C)) is first


@pytest.mark.parametrize("now", [(A, C), (A, Text("z"), B, C), (C, B, A, C), ()])
def test_things_that_come_go_or_move_keep_their_answers(reader: Reader, now: tuple[Text, ...]) -> None:
    assert reader.titles(now) == tuple(text.title for text in now)
    assert all(text not in (A, B, C) for text in reader.asked)


def test_all_is_found_again_from_something_else(reader: Reader) -> None:
    first = reader.titles((A, B, C))

    assert reader.titles((A, B, C), "otherwise") is first
    assert reader.asked == [A, B, C]


def test_an_answer_with_what_nobody_compares_is_another_one() -> None:
    kept, moved = Kept(), Text("a", line=2)
    kept.of_each("text", (), lambda text: text, (A,))

    [found] = kept.of_each("text", (), lambda text: text, (moved,))

    assert found.line == 2


def test_an_answer_comes_from_all_that_stands_beside_it() -> None:
    kept = Kept()
    kept.of_each("pairs", (), lambda text, name: (text.title, name), (A, B), ("x", "y"))

    found = kept.of_each("pairs", (), lambda text, name: (text.title, name), (A, B), ("x", "z"))

    assert found == (("a", "x"), ("b", "z"))


@pytest.mark.parametrize("now", [("ab", "bc"), ("ab", "b"), ("ab",), ("c", "c", "c")])
def test_what_is_counted_again_is_counted_as_at_first(now: tuple[str, ...]) -> None:
    counts = Counts[str]()
    counts.of(("a", "bb"))

    assert dict(counts.of(now)) == dict(Counts[str]().of(now))
