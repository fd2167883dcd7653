"""What changed at the top of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from classeur.model.documents import Header


@dataclass(frozen=True)
class HeaderChange:
    """A field that differs: its name, and what stood and stands in it, as the header holds it (None: no such field)."""

    field: str
    before: object
    after: object

    @property
    def as_typed(self) -> tuple[str, str, str]:
        """The field, its old and its new text, as a person would type them on one line."""
        return self.field, _text(self.before), _text(self.after)


def compare_headers(old: Header, new: Header) -> tuple[HeaderChange, ...]:
    """Each field that differs as it is typed, in the order of the header."""
    names = list(dict.fromkeys([*type(old).model_fields, *type(new).model_fields]))
    changes = (HeaderChange(name, getattr(old, name, None), getattr(new, name, None)) for name in names)
    return tuple(change for change in changes if _text(change.before) != _text(change.after))


def _text(value: Any) -> str:
    """A value as a person would type it on one line."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | dt.date():
            return str(value)
        case BaseModel():
            fields = ((name, _text(getattr(value, name))) for name in type(value).model_fields)
            return " ; ".join(f"{name}: {text}" for name, text in fields if text)
        case Mapping():
            return ", ".join(f"{key}: {_text(item)}" for key, item in sorted(value.items()))
        case tuple() | list() | frozenset():
            return ", ".join(_text(item) for item in value)
        case _:
            return str(value)
