"""How a typed text becomes a value. YAML never guesses: everything arrives as text, lists and mappings.

Each converter refuses with one of our own error names, which reading turns into a rule's code.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetPydanticSchema, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError, core_schema

from classeur.model.references import REFERENCE, is_reference
from classeur.model.versions import Version

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
YES = frozenset({"true", "yes", "oui", "on"})
NO = frozenset({"false", "no", "non", "off"})


def _text(typed: Any) -> str:
    if typed is None:
        return ""
    if not isinstance(typed, str):
        raise PydanticCustomError("expected_text", "a text is expected")
    return typed


def _texts(typed: Any) -> tuple[str, ...]:
    if typed is None:
        return ()
    if isinstance(typed, str):
        return (typed,)
    if isinstance(typed, (list, tuple)) and all(isinstance(item, str) or item is None for item in typed):
        return tuple(item for item in typed if item)
    raise PydanticCustomError("expected_list", "a list of texts is expected")


def _day(typed: Any) -> Any:
    if typed is None or isinstance(typed, dt.date):
        return typed
    if isinstance(typed, str) and _ISO_DAY.fullmatch(typed):
        try:
            return dt.date.fromisoformat(typed)
        except ValueError:
            pass
    raise PydanticCustomError("bad_date", "a day such as 2026-12-01 is expected")


def _version(typed: Any) -> Any:
    if isinstance(typed, Version):
        return typed
    try:
        return Version.parse(typed if isinstance(typed, str) else "")
    except ValueError:
        raise PydanticCustomError("bad_version", "a version such as 2.1 is expected") from None


def _reference(typed: Any) -> str:
    text = _text(typed)
    if not is_reference(text):
        raise PydanticCustomError("bad_reference", "a reference such as PR-R2-012 is expected")
    return text


def _yes_no(typed: Any) -> bool:
    if typed is None or isinstance(typed, bool):
        return bool(typed)
    if isinstance(typed, str) and typed.lower() in YES | NO:
        return typed.lower() in YES
    raise PydanticCustomError("bad_choice", "true or false is expected", {"choices": "true, false"})


def _number(typed: Any) -> Any:
    if typed is None or isinstance(typed, (int, float)):
        return typed
    if isinstance(typed, str) and _NUMBER.fullmatch(typed.replace("\u202f", "").replace("\u00a0", "").replace(" ", "")):
        return float(re.sub(r"[\s\u202f\u00a0]", "", typed).replace(",", "."))
    raise PydanticCustomError("bad_number", "a number is expected")


def _whole(typed: Any) -> Any:
    if isinstance(typed, int):
        return typed
    if isinstance(typed, str) and typed.isascii() and typed.isdecimal() and len(typed) <= 6:
        return int(typed)
    raise PydanticCustomError("bad_number", "a whole number is expected")


_Options = TypeVar("_Options", bound=StrEnum)


def _chosen(options: type[StrEnum], typed: Any) -> StrEnum:
    try:
        return options(typed.strip().lower() if isinstance(typed, str) else typed)
    except ValueError:
        choices = ", ".join(option.value for option in options)
        raise PydanticCustomError("bad_choice", "one of the choices is expected", {"choices": choices}) from None


if TYPE_CHECKING:
    Choice = Annotated[_Options, "choice"]
    ChoiceSet = Annotated[frozenset[_Options], "choices"]
else:

    class Choice:
        """One of the fixed values of an enumeration, as typed."""

        def __class_getitem__(cls, options: type[StrEnum]) -> Any:
            schema = core_schema.no_info_plain_validator_function(lambda typed: _chosen(options, typed))
            named = {"type": "string", "enum": [option.value for option in options]}
            return Annotated[options, GetPydanticSchema(lambda *_: schema), WithJsonSchema(named)]

    class ChoiceSet:
        """Several fixed values of an enumeration, as typed: one or a list."""

        def __class_getitem__(cls, options: type[StrEnum]) -> Any:
            def chosen(typed: Any) -> frozenset[StrEnum]:
                items = typed if isinstance(typed, (list, tuple, set, frozenset)) else () if typed is None else (typed,)
                return frozenset(_chosen(options, item) for item in items)

            schema = core_schema.no_info_plain_validator_function(chosen)
            named = {"type": "array", "items": {"type": "string", "enum": [option.value for option in options]}}
            return Annotated[frozenset[options], GetPydanticSchema(lambda *_: schema), WithJsonSchema(named)]


_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

Text = Annotated[str, BeforeValidator(_text)]
TextList = Annotated[tuple[str, ...], BeforeValidator(_texts), WithJsonSchema(_ONE_OR_MORE)]
People = TextList
Day = Annotated[dt.date, BeforeValidator(_day)]
Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
ReferenceText = Annotated[
    str, BeforeValidator(_reference), WithJsonSchema({"type": "string", "pattern": f"^{REFERENCE.pattern}$"})
]
VersionText = Annotated[
    Version,
    GetPydanticSchema(lambda *_: core_schema.no_info_plain_validator_function(_version)),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d+(\.\d+){0,2}$"}),
]


class TypedModel(BaseModel):
    """The base of what people type: an unknown key is a fault, an empty value means absent, a value never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_means_absent(cls, typed: Any) -> Any:
        if not isinstance(typed, dict) or None not in typed.values():
            return typed
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: value for key, value in typed.items() if value is not None or key not in known}


class FlowEnd(TypedModel):
    """One input or output of a process sheet: what, and the other end."""

    what: Text = ""
    from_: Text = Field("", alias="from")
    to: Text = ""
