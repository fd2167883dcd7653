"""What changed at the top of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from classeur.model.documents import Header

HeaderChange = tuple[str, str, str]


def compare_headers(old: Header, new: Header) -> tuple[HeaderChange, ...]:
    """Each field that differs, in the order of the header: its name, its old text, its new text."""
    names = list(dict.fromkeys([*type(old).model_fields, *type(new).model_fields]))
    texts = ((name, _text(getattr(old, name, None)), _text(getattr(new, name, None))) for name in names)
    return tuple((name, before, after) for name, before, after in texts if before != after)


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
