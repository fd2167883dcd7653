"""What was found in each thing of a house, kept for the next look at the same house."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from itertools import compress, count
from operator import is_not
from pathlib import PurePosixPath
from typing import Any, NamedTuple, TypeVar

_Answer = TypeVar("_Answer")
_Key = TypeVar("_Key")
_PLAIN = frozenset({str, int, bool, dt.date, PurePosixPath})
_MOST_COMPARED = 8
_Things = tuple[tuple[object, ...], ...]


class _Column(NamedTuple):
    """The answers for several things in a row, with all that they were found from."""

    given: tuple[object, ...]
    things: _Things
    answers: tuple[Any, ...]


class Kept:
    """Answers by question and by thing, each with all that it was found from.

    A program that lives looks at a house again and again, and nearly all of it is the very same: an answer is found
    again only when something that it was found from is another object, or another plain value. Objects that are equal
    do not do: what nobody compares, such as the line where a value was typed, may differ.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[Hashable, tuple[tuple[object, ...], Any]]] = {}
        self._columns: dict[str, _Column] = {}
        self._values: dict[str, Any] = {}
        self._parts: dict[str, Kept] = {}
        self._compared: deque[tuple[tuple[object, ...], tuple[object, ...], list[int]]] = deque(maxlen=_MOST_COMPARED)

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

    def same(self, question: str, value: _Answer) -> _Answer:
        """The value that the last look had, when this one is equal: for plain values, at any depth."""
        last = self._values.get(question)
        if last != value:
            last = self._values[question] = value
        answer: _Answer = last
        return answer

    def of_each(
        self, question: str, given: tuple[object, ...], find: Callable[..., _Answer], *things: Sequence[object]
    ) -> tuple[_Answer, ...]:
        """An answer for each of several things, in their order: found again for what is another object than last time.

        A large house is gone through at the speed of C. While no answer is another one, the tuple is the very same, so
        that what comes from all answers together is known to be the same too.

        Args:
            given: what all answers come from; when one of these is another, all are found again.
            things: side by side, what each answer comes from beside that: `find` is called with one of each.
        """
        listed, last = tuple(map(tuple, things)), self._columns.get(question)
        if last is None or not _are_the_same(last.given, given):
            answers = tuple(map(find, *listed))
            if last is not None and len(last.answers) == len(answers):
                answers = _patched(last.answers, dict(enumerate(answers)))
        elif len(listed[0]) != len(last.answers):
            known = dict(zip(_identities(last.things), last.answers, strict=True))
            asked = zip(_identities(listed), zip(*listed, strict=True), strict=True)
            answers = tuple(known[place] if place in known else find(*each) for place, each in asked)
        else:
            places = set().union(*map(self._changed, last.things, listed))
            answers = _patched(last.answers, {place: find(*(each[place] for each in listed)) for place in places})
        self._columns[question] = _Column(given, listed, answers)
        return answers

    def _changed(self, before: tuple[object, ...], now: tuple[object, ...]) -> Collection[int]:
        """Where another object stands than before: many questions are asked of the same two rows."""
        if before is now:
            return ()
        for known, others, places in self._compared:
            if known is before and others is now:
                return places
        self._compared.append((before, now, places_changed(before, now)))
        return self._compared[-1][2]

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


def places_changed(before: Sequence[object], now: Sequence[object]) -> list[int]:
    """Where another object stands than before, in as long a row."""
    return list(compress(count(), map(is_not, before, now)))


def _patched(answers: tuple[_Answer, ...], found: Mapping[int, _Answer]) -> tuple[_Answer, ...]:
    """The answers with these at their places; the very same tuple when these answer the same."""
    others = {place: answer for place, answer in found.items() if not _is_same(answers[place], answer)}
    if not others:
        return answers
    patched = list(answers)
    for place, answer in others.items():
        patched[place] = answer
    return tuple(patched)


def _identities(things: _Things) -> zip[tuple[int, ...]]:
    return zip(*(map(id, each) for each in things), strict=True)


def _is_same(one: Any, other: Any) -> bool:
    """Whether both are the same object, or plain values alike, at any depth."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is tuple:
        return len(one) == len(other) and all(map(_is_same, one, other))
    if kind is frozenset:
        return bool(one == other) and _PLAIN.issuperset(map(type, (*one, *other)))
    return kind in _PLAIN and bool(one == other)


def _are_the_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    if len(one) != len(other):
        return False
    for a, b in zip(one, other):  # noqa: B905  (asked of each document many times)
        if a is not b and not (type(a) is type(b) and type(a) in _PLAIN and a == b):
            return False
    return True
