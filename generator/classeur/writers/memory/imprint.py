"""A short digest of values of any shape: two that would be laid out in the same way have the same one."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import types
import uuid
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

from classeur.wording.translator import Translator

_SIZE = 16
_PLAIN = frozenset({bool, int, float, type(None), dt.date, dt.datetime, dt.timedelta, uuid.UUID})
_Parts = list[str]
_MOST_REMEMBERED = 20_000
"""Values remembered at once: the rows of several thousand documents."""
_WORDING = "classeur.wording."
"""What says a view in words holds the view and a translator, nothing else."""


class Untold(TypeError):
    """A value that no imprint can tell from another one."""


class Imprinter:
    """Gives imprints. One serves one run: it remembers the rows that several pages show."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, *values: object) -> str:
        """The imprint of some values: their types, their names, their contents.

        Raises:
            Untold: one of them, somewhere inside, is of no kind that is known here.
        """
        parts: _Parts = []
        self._tell(values, parts)
        return digest("".join(parts))

    def _tell(self, values: Iterable[Any], parts: _Parts) -> None:
        """Tell each value; most are texts and plain values, a few of each document are looked into."""
        for value in values:
            kind = type(value)
            if kind is str:
                parts.append(f"s{len(value)}:{value}")
            elif kind in _PLAIN:
                parts.append(f"{kind.__name__}{value!r};")
            elif kind is tuple or kind is list:
                parts.append(f"({len(value)}:")
                self._tell(value, parts)
            elif kind in _FIELDS or dataclasses.is_dataclass(kind):
                parts.append(self._remembered(value, kind))
            else:
                self._tell_other(value, kind, parts)

    def _tell_other(self, value: Any, kind: type, parts: _Parts) -> None:
        if isinstance(value, Enum):
            parts.append(f"e{kind.__qualname__}.{value.name};")
        elif isinstance(value, str):
            parts.append(f"s{kind.__qualname__}{len(value)}:{value}")
        elif isinstance(value, bytes):
            parts.append(f"b{hashlib.sha256(value).hexdigest()}")
        elif isinstance(value, PurePath):
            parts.append(f"p{value};")
        elif isinstance(value, Mapping):
            parts.append(f"m{len(value)}:")
            self._tell(value.items(), parts)
        elif isinstance(value, set | frozenset):
            parts.append(f"f{len(value)}:{''.join(sorted(self.of(each) for each in value))}")
        elif isinstance(value, BaseModel):
            parts.append(self._remembered(value, kind))
        elif isinstance(value, types.ModuleType):
            parts.append(f"M{value.__name__};")
        elif kind.__module__.startswith(_WORDING):
            parts.append(f"w{kind.__qualname__};")
            self._tell(vars(value).items(), parts)
        elif callable(value):
            self._tell_function(value, parts)
        else:
            raise Untold(kind.__qualname__)

    def _tell_function(self, value: Any, parts: _Parts) -> None:
        """A function is where it is written, which the program's imprint covers, and the values that it holds."""
        if isinstance(value, functools.partial):
            self._tell((value.func, value.args, *value.keywords.items()), parts)
        elif isinstance(value, types.MethodType):
            self._tell((value.__func__, value.__self__), parts)
        elif isinstance(value, types.BuiltinMethodType):
            self._tell((value.__name__, value.__self__), parts)
        elif hasattr(value, "__wrapped__"):  # one that remembers its answers
            self._tell_function(value.__wrapped__, parts)
        elif isinstance(value, types.FunctionType):
            held = tuple(cell.cell_contents for cell in value.__closure__ or ())
            code = value.__code__
            place = f"{value.__module__}.{value.__qualname__}:{code.co_firstlineno}:{digest(code.co_code)}"
            parts.append(f"F{place}:{code.co_names};")
            self._tell((held, value.__defaults__), parts)
        else:
            raise Untold(type(value).__qualname__)

    def _remembered(self, value: Any, kind: type[Any]) -> str:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        parts: _Parts = [f"d{kind.__qualname__}:"]
        self._tell((_FIELDS.get(kind) or _learned(kind))(value), parts)
        told = digest("".join(parts))
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()  # the rows that all pages show are soon known again; others would fill the memory
        self._known[id(value)] = value, told  # the value is kept too: its id is not given to another one
        return told


def _learned(kind: type[Any]) -> Callable[[Any], Iterable[Any]]:
    """What gives the values of the fields of a kind."""
    if issubclass(kind, Translator):
        names: tuple[str, ...] = ("language",)  # its catalogue is part of the program
    elif issubclass(kind, BaseModel):
        names = tuple(kind.model_fields)
    else:
        names = tuple(field.name for field in dataclasses.fields(kind))
    # of a single name, and of none, attrgetter makes something else than a tuple
    _FIELDS[kind] = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    return _FIELDS[kind]


_FIELDS: dict[type[Any], Callable[[Any], Iterable[Any]]] = {}


def digest(content: str | bytes) -> str:
    """A digest of a text or of bytes, for what is kept here only: it signs nothing."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.blake2b(data, digest_size=_SIZE).hexdigest()


def imprinted(imprinter: Imprinter, *values: object) -> str | None:
    """The imprint of some values; None when there is none: what is made from them is then made each time."""
    try:
        return imprinter.of(*values)
    except Untold:
        return None
