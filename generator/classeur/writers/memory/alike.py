"""Whether two values would be laid out in the same way: stricter than `==`, and at once for the very same object."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import uuid
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

_PLAIN = frozenset({str, bytes, bool, int, float, dt.date, dt.datetime, dt.timedelta, uuid.UUID})


def alike(one: Any, other: Any) -> bool:
    """Whether both have the same types, names and contents, in the same order, at any depth.

    A field that says `compare=False` is no part of a value: the place where it was typed.
    Functions are alike when they are the same one, with values that are alike. False also for what cannot be told.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN:
        return bool(one == other)
    if kind is tuple or kind is list:
        return len(one) == len(other) and _each_alike(one, other)
    if dataclasses.is_dataclass(kind):
        names = _names(kind)
        return _each_alike([getattr(one, name) for name in names], [getattr(other, name) for name in names])
    return _alike_otherwise(one, other)


def _each_alike(some: Iterable[Any], others: Iterable[Any]) -> bool:
    for one, other in zip(some, others, strict=True):  # noqa: SIM110
        if one is not other and not alike(one, other):  # most are the very same: a call each would cost half of it
            return False
    return True


def _alike_otherwise(one: Any, other: Any) -> bool:
    if isinstance(one, BaseModel):
        names = type(one).model_fields
        return _each_alike([getattr(one, name) for name in names], [getattr(other, name) for name in names])
    if isinstance(one, Mapping):
        return len(one) == len(other) and _each_alike(one.items(), other.items())
    if isinstance(one, str | PurePath):
        return bool(one == other)
    if isinstance(one, set | frozenset):
        return bool(one == other) and {*map(type, one)} == {*map(type, other)}
    if isinstance(one, functools.partial):
        return alike((one.func, one.args, one.keywords), (other.func, other.args, other.keywords))
    return False


def _names(kind: type[Any]) -> tuple[str, ...]:
    names = _FIELDS.get(kind)
    if names is None:
        names = _FIELDS[kind] = tuple(field.name for field in dataclasses.fields(kind) if field.compare)
    return names


_FIELDS: dict[type[Any], tuple[str, ...]] = {}
