"""YAML as text: every value stays what was typed, with its file, line and column.

YAML's own types are refused on purpose: `version: 1.10` must stay "1.10" and `owner: NO` must stay "NO".
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from classeur.model.findings import Fault, Location

MAX_BYTES = 64 * 1024
"""The largest front matter that is read; registers and organisation.yml have their own limit."""

MAX_DEPTH = 20
_ABSENT = frozenset({"", "~", "null"})
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Its events alone are read: composing its nodes would take twice as long, and crash on deep nesting."""

KeyPath = tuple[str | int, ...]
"""Where a value stands inside the whole: `("inputs", 0, "what")`."""


@dataclass(frozen=True)
class YamlCodes:
    """The rules' codes that speak of YAML faults in one family of files."""

    unreadable: str
    duplicate_key: str
    too_large: str


class Places(MutableMapping[KeyPath, Location]):
    """The places of one file by path inside its value: a `Location` is made for those that somebody asks for."""

    def __init__(self, path: PurePosixPath) -> None:
        self.path = path
        self.marks: dict[KeyPath, tuple[int, int]] = {}

    def __getitem__(self, at: KeyPath) -> Location:
        line, column = self.marks[at]
        return Location(self.path, line, column)

    def __setitem__(self, at: KeyPath, where: Location) -> None:
        self.marks[at] = where.line, where.column

    def __delitem__(self, at: KeyPath) -> None:
        del self.marks[at]

    def __contains__(self, at: object) -> bool:
        return at in self.marks

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)


@dataclass
class Typed:
    """What was typed, and where: `places` for the values, `keys` for the keys, both by path inside the value."""

    value: Any
    places: MutableMapping[KeyPath, Location] = field(default_factory=dict)
    keys: MutableMapping[KeyPath, Location] = field(default_factory=dict)


def read_yaml(
    path: PurePosixPath, text: str, codes: YamlCodes, first_line: int = 1, max_bytes: int = MAX_BYTES
) -> tuple[Typed | None, list[Fault]]:
    """The typed value of a YAML text, as text, lists and mappings only.

    Args:
        first_line: the line of the file at which `text` begins.

    Returns:
        The value, None when nothing can be read; and the faults met.
    """
    start = Location(path, first_line)
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        return None, [Fault(start, codes.too_large, {"limit": str(max_bytes // 1024)})]
    try:
        reader = _Reader(path, text, first_line, codes)
        value = reader.whole()
    except _TooDeep as excess:
        return None, [Fault(_place(path, excess.mark, first_line), codes.too_large, {"limit": str(max_bytes // 1024)})]
    except yaml.MarkedYAMLError as error:
        mark = _start_of(error)
        return None, [Fault(_place(path, mark, first_line) if mark else start, codes.unreadable)]
    except (yaml.YAMLError, ValueError):  # a character that YAML refuses, such as a control code
        return None, [Fault(start, codes.unreadable)]
    return Typed(value, reader.places, reader.keys), reader.faults


class _TooDeep(Exception):
    """An anchor, an alias or nesting beyond the limit, where it begins."""

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.mark = mark


def _start_of(error: yaml.MarkedYAMLError) -> Any:
    """Where a person looks for the fault: what was opened and never closed, otherwise where the reading stopped."""
    if any(opened in (error.context or "") for opened in ("quoted scalar", "flow", "simple key")):
        return error.context_mark or error.problem_mark
    return error.problem_mark or error.context_mark


def _place(path: PurePosixPath, mark: yaml.Mark, first_line: int) -> Location:
    return Location(path, mark.line + first_line, mark.column + 1)


class _Reader:
    """Turns YAML's events into text, lists and mappings, noting where each stands."""

    def __init__(self, path: PurePosixPath, text: str, first_line: int, codes: YamlCodes) -> None:
        self.path, self.first_line, self.codes = path, first_line, codes
        self.next_event = _Loader(text).get_event
        self.places, self.keys = Places(path), Places(path)
        self.places[()] = Location(path, first_line)
        self.faults: list[Fault] = []

    def whole(self) -> Any:
        """The value of the whole text; None when it holds none.

        Raises:
            yaml.YAMLError: it is no YAML, or more than one document.
            _TooDeep: it holds what is refused.
        """
        self.next_event()  # the stream's beginning
        if isinstance(self.next_event(), StreamEndEvent):
            return None
        value = self._value(self.next_event(), (), 1)
        self.next_event()  # the document's end
        after = self.next_event()
        if not isinstance(after, StreamEndEvent):
            raise yaml.MarkedYAMLError(problem="another document", problem_mark=after.start_mark)
        return value

    def _value(self, event: Any, at: KeyPath, depth: int) -> Any:
        if isinstance(event, ScalarEvent):
            if event.anchor:
                raise _TooDeep(event.start_mark)
            text = event.value.strip()
            return None if text in _ABSENT else text
        if isinstance(event, AliasEvent) or event.anchor or depth > MAX_DEPTH:
            raise _TooDeep(event.start_mark)
        return self._mapping(at, depth) if isinstance(event, MappingStartEvent) else self._sequence(at, depth)

    def _sequence(self, at: KeyPath, depth: int) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self.next_event(), SequenceEndEvent):
            inside = (*at, len(result))
            mark = event.start_mark
            self.places.marks[inside] = mark.line + self.first_line, mark.column + 1
            result.append(self._value(event, inside, depth + 1))
        return result

    def _mapping(self, at: KeyPath, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(key := self.next_event(), MappingEndEvent):
            typed = self._passed_over(key, depth + 1)
            name = typed if isinstance(typed, str) else ""
            event = self.next_event()
            if name in result:
                where = _place(self.path, key.start_mark, self.first_line)
                self.faults.append(Fault(where, self.codes.duplicate_key, {"field": name}))
                self._passed_over(event, depth + 1)
                continue
            inside = (*at, name)
            mark = key.start_mark
            self.keys.marks[inside] = mark.line + self.first_line, mark.column + 1
            mark = event.start_mark
            self.places.marks[inside] = mark.line + self.first_line, mark.column + 1
            result[name] = self._value(event, inside, depth + 1)
        return result

    def _passed_over(self, event: Any, depth: int) -> Any:
        """What stands there as it was typed, when it has no place of its own: a key, or the value of a second key."""
        if isinstance(event, ScalarEvent) and not event.anchor:
            return event.value
        kept = self.places, self.keys, self.faults
        self.places, self.keys, self.faults = Places(self.path), Places(self.path), []
        self._value(event, (), depth)
        self.places, self.keys, self.faults = kept
        return None
