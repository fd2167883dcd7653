"""YAML as text: every value stays what was typed, with its file, line and column.

YAML's own types are refused on purpose: `version: 1.10` must stay "1.10" and `owner: NO` must stay "NO".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from classeur.model.findings import Fault, Location

MAX_BYTES = 64 * 1024
"""The largest front matter that is read; registers and organisation.yml have their own limit."""

MAX_DEPTH = 20
_ABSENT = frozenset({"", "~", "null"})


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """YAML without its types, which are not ours: no time is lost in guessing them."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        return "text"


@dataclass(frozen=True)
class YamlCodes:
    """The rules' codes that speak of YAML faults in one family of files."""

    unreadable: str
    duplicate_key: str
    too_large: str


@dataclass
class Typed:
    """What was typed, and where: `places` for the values, `keys` for the keys, both by path inside the value."""

    value: Any
    places: dict[tuple[str | int, ...], Location] = field(default_factory=dict)
    keys: dict[tuple[str | int, ...], Location] = field(default_factory=dict)


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
        if _looks_suspicious(text) and (excess := _excess(text)):
            return None, [Fault(_place(path, excess, first_line), codes.too_large, {"limit": str(max_bytes // 1024)})]
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = _start_of(error)
        return None, [Fault(_place(path, mark, first_line) if mark else start, codes.unreadable)]
    except (yaml.YAMLError, ValueError):  # a character that YAML refuses, such as a control code
        return None, [Fault(start, codes.unreadable)]
    reader = _Reader(path, first_line, codes)
    typed = Typed(reader.value(root, ()) if root else None, reader.places, reader.keys)
    return typed, reader.faults


def _looks_suspicious(text: str) -> bool:
    """Whether the text may hold an anchor, an alias or deep nesting: only then are its events walked."""
    return (
        "&" in text
        or "*" in text
        or text.count("[") + text.count("{") > MAX_DEPTH
        or text.count("- - ") > 0
        or " " * (MAX_DEPTH * 2) in text
    )


def _excess(text: str) -> Any:
    """The place of the first anchor, alias or nesting beyond the limit. The C composer crashes on deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return event.start_mark
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return event.start_mark
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _start_of(error: yaml.MarkedYAMLError) -> Any:
    """Where a person looks for the fault: what was opened and never closed, otherwise where the reading stopped."""
    if any(opened in (error.context or "") for opened in ("quoted scalar", "flow", "simple key")):
        return error.context_mark or error.problem_mark
    return error.problem_mark or error.context_mark


def _place(path: PurePosixPath, mark: yaml.Mark, first_line: int) -> Location:
    return Location(path, mark.line + first_line, mark.column + 1)


class _Reader:
    """Turns nodes into text, lists and mappings, noting where each stands."""

    def __init__(self, path: PurePosixPath, first_line: int, codes: YamlCodes) -> None:
        self.path, self.first_line, self.codes = path, first_line, codes
        self.places: dict[tuple[str | int, ...], Location] = {(): Location(path, first_line)}
        self.keys: dict[tuple[str | int, ...], Location] = {}
        self.faults: list[Fault] = []

    def value(self, node: yaml.Node, at: tuple[str | int, ...]) -> Any:
        if at:
            self.places[at] = self._where(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*at, index)) for index, child in enumerate(node.value)]
        text = str(node.value)
        return None if text.strip() in _ABSENT else text.strip()

    def _mapping(self, node: yaml.MappingNode, at: tuple[str | int, ...]) -> Mapping[str, Any]:
        result: dict[str, Any] = {}
        for key, child in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if name in result:
                self.faults.append(Fault(self._where(key), self.codes.duplicate_key, {"field": name}))
                continue
            self.keys[*at, name] = self._where(key)
            result[name] = self.value(child, (*at, name))
        return result

    def _where(self, node: yaml.Node) -> Location:
        return _place(self.path, node.start_mark, self.first_line)
