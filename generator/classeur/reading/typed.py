"""From typed text to a model: every fault told with its place, the good values kept."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from classeur.model.findings import Fault, Location
from classeur.model.length import shortened
from classeur.reading.yaml_text import KeyPath, Typed

_Model = TypeVar("_Model", bound=BaseModel)
_ATTEMPTS = 8
_FORMS = {
    "bad_date": "2026-12-01",
    "bad_version": "2.1",
    "bad_reference": "PR-R2-012",
    "bad_number": "12",
    "expected_text": "…",
    "expected_list": "[…, …]",
    "tuple_type": "[…, …]",
}
"""What a good value looks like, in no language, where there is no list of choices; else keys and values: {…}."""


@dataclass(frozen=True)
class TypedCodes:
    """The rules' codes that speak of wrong values in one family of files."""

    missing: str
    unknown_key: str
    version: str
    date: str
    shape: str
    choice: str
    reference: str
    number: str

    def of(self, problem: str) -> str:
        """The code for a problem's name (ours, or pydantic's)."""
        named = {
            "missing": self.missing,
            "extra_forbidden": self.unknown_key,
            "bad_version": self.version,
            "bad_date": self.date,
            "bad_choice": self.choice,
            "bad_reference": self.reference,
            "bad_number": self.number,
        }
        return named.get(problem, self.shape)


def as_model(model: type[_Model], typed: Typed, codes: TypedCodes) -> tuple[_Model | None, list[Fault]]:
    """The model that the typed value makes, without its faulty parts; None when a part it needs is missing.

    An empty value means absent. The faulty parts are also forgotten by `typed`, so that its places keep the numbering
    of the lists that remain.
    """
    faults: list[Fault] = []
    typed.value = {} if typed.value is None else _without_empty(typed.value)
    if not isinstance(typed.value, Mapping):
        return None, [_fault(model, typed, (), "mapping_expected", {}, codes)]
    for _ in range(_ATTEMPTS):
        try:
            return model.model_validate(typed.value), _unique(faults)
        except ValidationError as error:
            problems = error.errors(include_url=False)
            faults += [
                _fault(model, typed, p["loc"], p["type"], p.get("ctx", {}), codes)
                for p in problems
                if not (p["type"] == "missing" and _is_refused(typed, p["loc"]))
            ]
            if any(p["type"] == "missing" and len(p["loc"]) == 1 for p in problems):
                return None, _unique(faults)
            wrong = {p["loc"][:-1] if p["type"] == "missing" else p["loc"] for p in problems}
            for loc in sorted(wrong, key=_numbers_last_first):
                _forget(typed, loc)
    return None, _unique(faults)


def _fault(
    model: type[BaseModel],
    typed: Typed,
    loc: KeyPath,
    problem: str,
    context: Mapping[str, Any],
    codes: TypedCodes,
) -> Fault:
    known = sorted(field.alias or name for name, field in _model_at(model, loc[:-1]).model_fields.items())
    name = next((part for part in reversed(loc) if isinstance(part, str)), "")
    where = (typed.keys if problem == "extra_forbidden" else typed.places).get(loc) or _nearest(typed, loc)
    values = {
        "field": ".".join(str(part) for part in loc),
        "key": name,
        "typed": _shown(_at(typed.value, loc)),
        "choices": str(context.get("choices") or _FORMS.get(problem, "{…}")),
        "close": ", ".join(close_to(name, known)),
    }
    return Fault(where, codes.of(problem), values)


def _model_at(model: type[BaseModel], loc: KeyPath) -> type[BaseModel]:
    """The model that holds the value at this path: that of a person inside the list of people."""
    for part in loc:
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        model = _model_within(fields.get(str(part))) or model
    return model


def _model_within(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation such as `tuple[Person, ...]` or `Audience | None` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_within, get_args(annotation))), None)


def close_to(typed: str, known: Iterable[str]) -> list[str]:
    """The known words nearest to a typed one; all of them when none is near."""
    words = list(known)
    return difflib.get_close_matches(typed, words, n=3, cutoff=0.6) or words


def _without_empty(value: Any) -> Any:
    """A copy of what was typed without the keys that hold nothing."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


def _is_refused(typed: Typed, loc: KeyPath) -> bool:
    """Whether the value was typed, then forgotten as wrong: it has been told, it is not missing."""
    return loc in typed.keys and loc not in typed.places


def _nearest(typed: Typed, loc: KeyPath) -> Location:
    while loc and loc not in typed.places:
        loc = loc[:-1]
    return typed.places[loc]


def _at(value: Any, loc: KeyPath) -> Any:
    for part in loc:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return ""
    return value


def _numbers_last_first(loc: KeyPath) -> tuple[tuple[str, int], ...]:
    """An order in which forgetting an item of a list never moves one that is still to be forgotten."""
    return tuple((part, 0) if isinstance(part, str) else ("", -part) for part in loc)


def _forget(typed: Typed, loc: KeyPath) -> None:
    *path, last = loc
    owner = _at(typed.value, tuple(path))
    if isinstance(owner, dict):
        owner.pop(last, None)
        typed.places.pop(loc, None)
    elif isinstance(owner, list) and isinstance(last, int) and last < len(owner):
        del owner[last]
        typed.places = _renumbered(typed.places, tuple(path), last)
        typed.keys = _renumbered(typed.keys, tuple(path), last)


def _renumbered(places: Mapping[KeyPath, Location], path: KeyPath, gone: int) -> dict[KeyPath, Location]:
    depth = len(path)
    kept: dict[KeyPath, Location] = {}
    for loc, where in places.items():
        index = loc[depth] if len(loc) > depth and loc[:depth] == path else None
        if not isinstance(index, int) or index < gone:
            kept[loc] = where
        elif index > gone:
            kept[(*path, index - 1, *loc[depth + 1 :])] = where
    return kept


def _shown(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    text = value if isinstance(value, str) else "" if value is None else str(value)
    return shortened(text, 60)


def _unique(faults: list[Fault]) -> list[Fault]:
    return list({(fault.where, fault.code, fault.values["field"]): fault for fault in faults}.values())
