"""What a Word file says of itself: reference, version, dates, names; each value with the place that told it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from classeur.importers.word.reader import OWN, Line, WordText
from classeur.model.references import folded, is_reference


class Origin(StrEnum):
    """Where a value was read, the surest first."""

    PROPERTY = "property"
    HEADER = "header"
    FOOTER = "footer"
    TABLE = "table"
    PAGE = "page"
    NAME = "name"
    DEFAULT = "default"


@dataclass(frozen=True)
class Found:
    """A value: what it is for, how it stood, what was made of it, and where."""

    field: str
    typed: str
    value: str
    origin: Origin


_LABELS: Mapping[str, tuple[str, ...]] = {
    "reference": (
        "reference", "ref", "references", "code", "code document", "reference du document", "n° de document",
        "n° document", "numero du document", "identifiant", "n° de procedure", "code procedure", "reference document",
    ),
    "version": (
        "version", "indice", "indice de revision", "revision", "rev", "n° de version", "numero de version", "edition",
        "version n°", "ind", "indice de version",
    ),
    "effective_from": (
        "date d'application", "date de mise en application", "applicable le", "applicable a partir du", "date d'effet",
        "en vigueur le", "mise en application", "entree en vigueur", "date d'entree en vigueur", "applicable des le",
        "date de diffusion", "date application",
    ),
    "review_date": (
        "prochaine revision", "a reviser le", "date de prochaine revision", "revision prevue", "date de revision",
        "date de reevaluation", "prochaine mise a jour",
    ),
    "date": ("date", "date de creation", "date d'edition", "mise a jour", "mise a jour le", "maj"),
    "title": ("titre", "intitule", "titre du document", "intitule du document"),
    "writer": ("redacteur", "redacteurs", "redige par", "redaction", "auteur", "auteurs", "ecrit par", "redactrice"),
    "validator": (
        "verificateur", "verifie par", "verification", "valideur", "valide par", "validation", "relu par", "relecteur",
    ),
    "approver": ("approbateur", "approuve par", "approbation", "approbatrice"),
}  # fmt: skip
_BY_LABEL = {label: name for name, labels in _LABELS.items() for label in labels}
_LABEL = re.compile(
    r"(?i)(?:^|[\s|;,(–-])(?P<label>" + "|".join(sorted(map(re.escape, _BY_LABEL), key=len, reverse=True)) + r")\.?\s*:"
)
_LETTER = re.compile(r"[A-Z]")
_VERSION = re.compile(r"(?:[vV]\.?\s?)?(\d{1,3}(?:\.\d{1,3}){0,2})")
_DAY = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b|(\d{4})-(\d{2})-(\d{2})")
_DAY_IN_WORDS = re.compile(r"(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})")
_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre",
)  # fmt: skip
_REFERENCE = re.compile(r"(?<![\w-])([A-Z]{1,6}(?:[-_/. ]?[A-Z0-9]{1,10}){0,3}[-_/. ]?\d{1,5})(?![\w-])")
_STRICT_REFERENCE = re.compile(r"(?<![\w-])([A-Z]{2,6}(?:[-_][A-Z0-9]{1,8}){0,3}[-_]\d{1,5})(?![\w])")
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){1,5}")
_PEOPLE = ("writer", "validator", "approver")
_SEVERAL = re.compile(r"\s*(?:[,;/\n]|\bet\b|\s[-–]\s|\()\s*")


def found_in(text: WordText) -> tuple[Found, ...]:
    """Every value that the file tells, the surest place first; one field may be told several times."""
    told = [*_own(text.properties), *_labelled(text.lines), *_bare_references(text)]
    order = list(Origin)
    unique = dict.fromkeys(sorted(told, key=lambda each: order.index(each.origin)))
    return tuple(unique)


def _own(properties: Mapping[str, str]) -> Iterator[Found]:
    for name, shown in properties.items():
        field = name.removeprefix(OWN) if name.startswith(OWN) else _BY_LABEL.get(folded(name), "")
        if field in ("reference", "version", "effective_from", "title", "kind", "review_date"):
            cleaned = shown if name.startswith(OWN) else read_value(field, shown)
            if cleaned:
                yield Found(field, shown, cleaned, Origin.PROPERTY)


def _labelled(lines: Sequence[Line]) -> Iterator[Found]:
    for place, line in enumerate(lines):
        origin = Origin(line.place)
        below = lines[place + 1] if place + 1 < len(lines) else None
        pairs = [*side_by_side(line.cells), *_in_sentences(line.cells)]
        if below is not None and len(line.cells) > 1:
            pairs += _column_by_column(line.cells, below.cells)
        for field, shown in pairs:
            value = read_value(field, shown)
            if value:
                yield Found(field, shown, value, origin)


def label_of(cell: str) -> str:
    """The field that a whole cell names."""
    return _BY_LABEL.get(folded(cell).replace("’", "'").strip(" :.*"), "")


def side_by_side(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each field that a cell names, with what stands in the cell at its right."""
    for place in range(len(cells) - 1):
        if (field := label_of(cells[place])) and not label_of(cells[place + 1]) and cells[place + 1]:
            yield field, cells[place + 1]


def _column_by_column(names: Sequence[str], values: Sequence[str]) -> Iterator[tuple[str, str]]:
    fields = [label_of(cell) for cell in names]
    if len(names) != len(values) or sum(map(bool, fields)) < 2 or any(label_of(cell) for cell in values):
        return
    for field, shown in zip(fields, values, strict=True):
        if field and shown:
            yield field, re.sub(r"^(?i:nom|date|fonction)\s*:\s*", "", shown)


def _in_sentences(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    for cell in cells:
        bare = folded(cell).replace("’", "'")
        if len(bare) != len(cell):
            cell = bare  # accents stored in pieces: places would not agree
        marks = list(_LABEL.finditer(bare))
        for place, mark in enumerate(marks):
            end = marks[place + 1].start() if place + 1 < len(marks) else len(cell)
            shown = cell[mark.end() : end].strip(" |–-;,")
            if shown and len(shown) < 120:
                yield _BY_LABEL[mark["label"].lower()], shown


def _bare_references(text: WordText) -> Iterator[Found]:
    """References without a label: in headers, footers, the file's name; nowhere else, a text cites many."""
    for line in text.lines:
        if line.place in ("header", "footer"):
            for found in _STRICT_REFERENCE.findall(" ".join(line.cells)):
                if is_reference(found):
                    yield Found("reference", found, found, Origin(line.place))
    if found := _STRICT_REFERENCE.search(text.path.stem):
        yield Found("reference", found[1], found[1].replace("_", "-"), Origin.NAME)


def read_value(field: str, shown: str) -> str:
    """What a typed value means, as the front matter writes it; empty when it means nothing there."""
    shown = " ".join(shown.split())
    if field == "reference":
        return _reference(shown)
    if field == "version":
        return _version(shown)
    if field in ("effective_from", "review_date", "date"):
        day = day_of(shown)
        return day.isoformat() if day else ""
    if field in _PEOPLE:
        return " ; ".join(names_in(shown))
    return shown if len(shown) <= 150 else ""


def _reference(shown: str) -> str:
    found = _REFERENCE.match(shown)
    if not found:
        return ""
    cleaned = re.sub(r"[^A-Za-z0-9]+", "-", found[1]).strip("-")
    return cleaned if is_reference(cleaned) else ""


def _version(shown: str) -> str:
    """A number, or a capital letter: the index A is the first version."""
    first = shown.split(" ")[0].strip(".,;()")
    if found := _VERSION.fullmatch(first):
        return ".".join(str(int(part)) for part in found[1].split("."))
    if _LETTER.fullmatch(shown.strip(" .")):
        return str(ord(shown.strip(" .")) - ord("A") + 1)
    return ""


def day_of(shown: str) -> dt.date | None:
    """The day that words name: 12/03/2024, 12.03.24, 2024-03-12, 12 mars 2024."""
    if found := _DAY.search(shown):
        if found[4]:
            return _day(int(found[4]), int(found[5]), int(found[6]))
        year = int(found[3])
        return _day(year + 2000 if year < 100 else year, int(found[2]), int(found[1]))
    if found := _DAY_IN_WORDS.search(folded(shown)):
        month = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(found[2]) and len(found[2]) > 2), 0)
        return _day(int(found[3]), month, int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if 1980 <= year <= 2100 else None
    except ValueError:
        return None


def names_in(shown: str) -> tuple[str, ...]:
    """The people named in a cell; functions and dates beside them are left out."""
    parts = (part.strip(" .:") for part in _SEVERAL.split(_DAY.sub("", shown)))
    return tuple(part for part in parts if _NAME.fullmatch(part) and len(part) < 60)
