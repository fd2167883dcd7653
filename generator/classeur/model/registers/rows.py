"""What all registers share: a row that knows where it was typed, its columns, and the list of the types."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any, Self, TypeVar, cast

from pydantic import PrivateAttr

from classeur.model.findings import Location
from classeur.model.references import folded
from classeur.model.typed import TypedModel

REGISTERS = PurePosixPath("manual/registers")
"""The folder of the registers."""


def is_in_registers(path: PurePosixPath) -> bool:
    """Whether a file, by its path in the house, stands in the folder of the registers."""
    return path.parts[:2] == REGISTERS.parts and path != REGISTERS


_NOISE = re.compile(r"\([^)]*\)|[*:?!’'\"_.,;/\\-]")


@dataclass(frozen=True)
class Column:
    """The French title of a column, and other words that people put above it. The key is the English one."""

    french: str
    also: tuple[str, ...] = ()

    def __init__(self, french: str, *also: str) -> None:
        object.__setattr__(self, "french", french)
        object.__setattr__(self, "also", also)


@dataclass(frozen=True)
class Origin:
    """Where a row was typed.

    Attributes:
        sheet: the sheet's name; empty in a csv file; None where the row is a text (yml), not a line of a table.
        columns: for a table, the number of each key's column, counted from 1.
        places: for a text, the place of each value.
        refused: the keys whose typed value was wrong, and told as such.
    """

    where: Location
    sheet: str | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()

    def place(self, key: str) -> Location:
        """The place of a value; that of the row when the value is absent."""
        if key in self.columns:
            return Location(self.where.path, self.where.line, self.columns[key])
        return self.places.get(key, self.where)

    def cell(self, key: str) -> str:
        """The cell as a spreadsheet names it (`Registre!F12`, or `F12` in a csv file); the key in a text."""
        if self.sheet is None:
            return key
        return cell_name(self.sheet, self.where.line, self.columns.get(key, 1))


def cell_name(sheet: str, row: int, column: int) -> str:
    """A cell as spreadsheets name it: `Registre!F12`; `F12` where there is but one sheet without a name."""
    return f"{sheet}!{column_letters(column)}{row}" if sheet else f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_NOWHERE = Origin(Location(REGISTERS))


class Row(TypedModel):
    """One entry of a register. Each field is a column: its key, and its French title as `Column`."""

    _found: Origin | None = PrivateAttr(default=None)

    def found_at(self, origin: Origin) -> Self:
        """The same row, which now knows where it was typed."""
        self._found = origin
        return self

    @property
    def typed_at(self) -> Origin:
        """Where it was typed."""
        return self._found or _NOWHERE

    @property
    def where(self) -> Location:
        """The place of its first character, or of its first cell."""
        return self.typed_at.where

    def place_of(self, key: str) -> Location:
        """The place of a value; that of the row when the value is absent."""
        return self.typed_at.place(key)

    def cell_of(self, key: str) -> str:
        """The cell of a value as spreadsheets name it; the key in a text."""
        return self.typed_at.cell(key)

    @property
    def refused_keys(self) -> frozenset[str]:
        """The keys whose typed value was wrong, and told as such: they are not missing."""
        return self.typed_at.refused

    @property
    def row_name(self) -> str:
        """What tells it from the others: its number, or its key's values together."""
        values = (getattr(self, key) for key in type_of(type(self)).key)
        return " · ".join(str(value) for value in values if value not in (None, ""))


_R = TypeVar("_R", bound=Row)


@dataclass(frozen=True)
class Closing:
    """One way of ending a row.

    Attributes:
        proof: the column of the sentence that somebody must give: nothing is closed without it.
        day: the column that takes the day.
        sets: other columns, with the value that they take.
        keeps: columns that are left as they are when they are filled in already.
        after: columns that must be filled in before.
    """

    proof: str
    day: str = ""
    sets: tuple[tuple[str, str], ...] = ()
    keeps: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegisterType:
    """A kind of register: the name of its file, its French title, its rows.

    Attributes:
        key: the columns that together tell a row from the others.
        confidential: its rows are never published, only counts made of them.
        shown: the columns that a short list shows, after the key.
        closings: the ways of ending a row; none for rows that do not end.
    """

    name: str
    french: str
    row: type[Row]
    key: tuple[str, ...]
    confidential: bool = False
    shown: tuple[str, ...] = ()
    closings: tuple[Closing, ...] = ()

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """The columns by key, in their order."""
        found: dict[str, Column] = {}
        for name, each in self.row.model_fields.items():
            given = next((meta for meta in each.metadata if isinstance(meta, Column)), None)
            if given is None:
                raise TypeError(f"{self.row.__name__}.{name} has no Column: its French title is missing")
            found[each.alias or name] = given
        return found

    @cached_property
    def required(self) -> frozenset[str]:
        """The keys without which a row cannot be kept."""
        return frozenset(f.alias or name for name, f in self.row.model_fields.items() if f.is_required())

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """The key of each heading that people may type, without case, accents and punctuation."""
        found: dict[str, str] = {}
        for key, column in self.columns.items():
            for word in (key, column.french, *column.also):
                found.setdefault(heading(word), key)
        return found

    def attribute(self, key: str) -> str:
        """The name of the row's attribute for a key: `from` is kept as `from_`."""
        return self._attributes.get(key, key)

    @cached_property
    def _attributes(self) -> Mapping[str, str]:
        return {each.alias: name for name, each in self.row.model_fields.items() if each.alias}

    def title(self, language: str) -> str:
        """Its title for people."""
        return self.french if language == "fr" else self.name.capitalize()

    def column_title(self, key: str, language: str) -> str:
        """A column's title for people."""
        return self.columns[key].french if language == "fr" else key.replace("_", " ").capitalize()


def heading(text: str) -> str:
    """A column's heading without case, accents, punctuation and what stands in brackets."""
    return " ".join(_NOISE.sub(" ", folded(text)).split())


_types: dict[type[Row], RegisterType] = {}


def register(
    name: str,
    french: str,
    key: tuple[str, ...] = ("number",),
    confidential: bool = False,
    shown: tuple[str, ...] = (),
    closings: tuple[Closing, ...] = (),
) -> Callable[[type[_R]], type[_R]]:
    """Makes a type of register of a class of rows. `name` is that of its file, `french` its title."""

    def declare(row: type[_R]) -> type[_R]:
        _types[row] = RegisterType(name, french, row, key, confidential, shown, closings)
        return row

    return declare


def type_of(row: type[Row]) -> RegisterType:
    """The type of register that holds such rows."""
    return _types[row]


@cache
def register_types() -> Mapping[str, RegisterType]:
    """Every type of register by name, found by walking the package."""
    package = importlib.import_module("classeur.model.registers")
    for module in pkgutil.iter_modules(package.__path__, "classeur.model.registers."):
        importlib.import_module(module.name)
    return {each.name: each for each in sorted(_types.values(), key=lambda each: each.name)}


@dataclass(frozen=True)
class Registers:
    """The rows of every register, by their class, in the order of the files.

    Attributes:
        faulty: the names of the registers in which something could not be read: what is missing may stand there.
    """

    rows: Mapping[type[Row], tuple[Row, ...]] = field(default_factory=dict, repr=False)
    faulty: frozenset[str] = frozenset()

    def of(self, row: type[_R]) -> tuple[_R, ...]:
        """The rows of one register: `registers.of(Action)`."""
        return cast("tuple[_R, ...]", self.rows.get(row, ()))

    def by_name(self, row: type[_R]) -> Mapping[str, _R]:
        """The rows of one register by number (or key); of two alike, the first."""
        if row not in self._named:
            self._named[row] = {each.row_name: each for each in reversed(self.of(row))}
        return cast("Mapping[str, _R]", self._named[row])

    @cached_property
    def _named(self) -> dict[type[Row], Mapping[str, Any]]:
        return {}

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """Every row of every register."""
        return tuple(row for rows in self.rows.values() for row in rows)
