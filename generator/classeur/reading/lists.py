"""The small lists of the manual: glossary.yml and waivers.yml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from classeur.model.findings import Fault, Location, Waiver
from classeur.model.glossary import Term
from classeur.model.typed import Day, Text, TextList, TypedModel
from classeur.reading.files import read_text
from classeur.reading.typed import TypedCodes, as_model
from classeur.reading.yaml_text import Typed, YamlCodes, read_yaml

GLOSSARY_FILE = PurePosixPath("manual/glossary.yml")
WAIVERS_FILE = PurePosixPath("manual/waivers.yml")
YAML_CODES = YamlCodes(unreadable="RG001", duplicate_key="RG001", too_large="RG001")
CODES = TypedCodes(
    missing="RG001",
    unknown_key="RG001",
    version="RG001",
    date="RG001",
    shape="RG001",
    choice="RG001",
    reference="RG001",
    number="RG001",
)
MAX_BYTES = 1024 * 1024
_Row = TypeVar("_Row", bound=TypedModel)


class _TermTyped(TypedModel):
    term: Text
    means: TextList = ()
    synonyms: TextList = ()
    misspellings: TextList = ()


class _WaiverTyped(TypedModel):
    code: Text
    reference: Text
    reason: Text
    person: Text
    until: Day


def read_glossary(root: Path) -> tuple[tuple[Term, ...], list[Fault]]:
    """The organisation's words; none when there is no file."""
    rows, faults = _rows(root, GLOSSARY_FILE, _TermTyped)
    terms = tuple(Term(row.term, row.means, row.synonyms, row.misspellings, where) for row, where in rows)
    return terms, faults


def read_waivers(root: Path) -> tuple[tuple[Waiver, ...], list[Fault]]:
    """The faults that the house accepts for a while; none when there is no file."""
    rows, faults = _rows(root, WAIVERS_FILE, _WaiverTyped)
    waivers = tuple(Waiver(row.code, row.reference, row.reason, row.person, row.until, where) for row, where in rows)
    return waivers, faults


def _rows(root: Path, path: PurePosixPath, row: type[_Row]) -> tuple[list[tuple[_Row, Location]], list[Fault]]:
    if not (root / path).exists():
        return [], []
    text, faults = read_text(root, path)
    if text is None:
        return [], faults
    typed, wrong = read_yaml(path, text, YAML_CODES, max_bytes=MAX_BYTES)
    faults += [_named(fault, path) for fault in wrong]
    if typed is None or typed.value is None:
        return [], faults
    if not isinstance(typed.value, list):
        return [], [*faults, Fault(Location(path), "RG001", {"field": path.name})]
    rows: list[tuple[_Row, Location]] = []
    for item in _items(typed):
        where = item.places[()]
        read, wrong = as_model(row, item, CODES)
        faults += [_named(fault, path) for fault in wrong]
        if read is not None:
            rows.append((read, where))
    return rows, faults


def _items(typed: Typed) -> list[Typed]:
    """The items of a typed list, each with its own places."""
    items = [Typed(value) for value in typed.value]
    for (number, *loc), where in ((loc, where) for loc, where in typed.places.items() if loc):
        items[int(number)].places[tuple(loc)] = where
    for (number, *loc), where in typed.keys.items():
        items[int(number)].keys[tuple(loc)] = where
    return items


def _named(fault: Fault, path: PurePosixPath) -> Fault:
    """The fault with the key that it speaks of; the file's name when it speaks of a whole entry."""
    return replace(fault, values={**fault.values, "field": fault.values.get("field") or path.name})


def glossary_schema() -> dict[str, Any]:
    """The format of manual/glossary.yml as JSON Schema: a list of terms."""
    return {"type": "array", "items": _TermTyped.model_json_schema()}


def waivers_schema() -> dict[str, Any]:
    """The format of manual/waivers.yml as JSON Schema: a list of waivers."""
    return {"type": "array", "items": _WaiverTyped.model_json_schema()}
