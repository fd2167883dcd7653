"""What was found in each thing of a house, kept for the next look at the same house."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")
_Key = TypeVar("_Key")
_PLAIN = frozenset({str, int, bool, dt.date})


class Kept:
    """Answers by question and by thing, each with all that it was found from.

    A program that lives looks at a house again and again, and nearly all of it is the very same: an answer is found
    again only when something that it was found from is another object, or another plain value. Objects that are equal
    do not do: what nobody compares, such as the line where a value was typed, may differ.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[Hashable, tuple[tuple[object, ...], Any]]] = {}
        self._parts: dict[str, Kept] = {}

    def of(self, question: str, thing: Hashable, given: tuple[object, ...], find: Callable[[], _Answer]) -> _Answer:
        """The last answer for a thing when it was found from the very same, else the one that is found now."""
        answers = self._known.get(question)
        if answers is None:
            answers = self._known[question] = {}
        known = answers.get(thing)
        if known is None or not _are_the_same(known[0], given):
            known = answers[thing] = given, find()
        answer: _Answer = known[1]
        return answer

    def part(self, name: str) -> Kept:
        """What is kept of another side of the house, where the same things have other answers."""
        return self._parts.setdefault(name, Kept())


def of_the_latest(known: dict[_Key, _Answer], key: _Key, make: Callable[[], _Answer], most: int) -> _Answer:
    """What is known for a key, made when there is nothing; only the `most` keys asked for last keep theirs."""
    answer = known.pop(key) if key in known else make()
    while len(known) >= most:
        del known[next(iter(known))]
    known[key] = answer
    return answer


def _are_the_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    if len(one) != len(other):
        return False
    for a, b in zip(one, other):  # noqa: B905  (asked of each document many times)
        if a is not b and not (type(a) is type(b) and type(a) in _PLAIN and a == b):
            return False
    return True
