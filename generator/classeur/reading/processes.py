"""Processes: their sheets are documents; their indicators stand in a file beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from classeur.model.documents import Document, ProcessHeader
from classeur.model.findings import Fault, Location
from classeur.model.processes import Direction, Frequency, Indicator, Measure, Process
from classeur.model.sheets import process_of
from classeur.model.typed import Choice, Number, Text, TypedModel
from classeur.reading.files import read_text
from classeur.reading.typed import TypedCodes, as_model
from classeur.reading.yaml_text import Typed, YamlCodes, read_yaml

YAML_CODES = YamlCodes(unreadable="PR010", duplicate_key="PR010", too_large="PR010")
CODES = TypedCodes(
    missing="PR010",
    unknown_key="PR010",
    version="PR010",
    date="PR010",
    shape="PR010",
    choice="PR010",
    reference="PR010",
    number="PR010",
)
INDICATORS_FILE = re.compile(r"(?P<code>[A-Za-z]\d+)-indicators\.yml")
_PERIODS = {
    Frequency.MONTHLY: re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"),
    Frequency.QUARTERLY: re.compile(r"\d{4}-Q[1-4]"),
    Frequency.YEARLY: re.compile(r"\d{4}"),
}
_EXAMPLES = {Frequency.MONTHLY: "2026-09", Frequency.QUARTERLY: "2026-Q3", Frequency.YEARLY: "2026"}
MAX_BYTES = 1024 * 1024


class _MeasureTyped(TypedModel):
    period: Text
    value: Number | None = None
    comment: Text = ""


class _IndicatorTyped(TypedModel):
    id: Text
    title: Text = ""
    unit: Text = ""
    direction: Choice[Direction] = Direction.UP
    target: Number | None = None
    alert: Number | None = None
    frequency: Choice[Frequency] = Frequency.MONTHLY
    source: Text = ""
    measures: tuple[_MeasureTyped, ...] = ()


class _IndicatorsTyped(TypedModel):
    indicators: tuple[_IndicatorTyped, ...] = ()


def read_processes(
    root: Path, documents: Iterable[Document], files: Iterable[PurePosixPath]
) -> tuple[tuple[Process, ...], list[Fault]]:
    """The processes that the sheets describe, each with its indicators."""
    faults: list[Fault] = []
    measured: dict[str, tuple[Indicator, ...]] = {}
    found: dict[str, PurePosixPath] = {}
    faulty: set[str] = set()
    for path in process_files(files):
        match = INDICATORS_FILE.fullmatch(path.name)
        if match:
            code = match["code"].upper()
            found[code] = path
            measured[code], wrong = read_indicators(root, path)
            if wrong:
                faulty.add(code)
            faults += wrong
    sheets = [d.header for d in documents if isinstance(d.header, ProcessHeader) and d.header.code]
    processes = tuple(process_of(header, measured.get(header.code, ()), header.code in faulty) for header in sheets)
    codes = {process.code for process in processes}
    faults += [Fault(Location(path), "PR009", {"code": code}) for code, path in found.items() if code not in codes]
    return processes, faults


def process_files(files: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    """The files that stand beside the sheets of processes, in their order."""
    return tuple(sorted(path for path in files if path.parts[0] == "processes" and path.suffix != ".md"))


def read_indicators(root: Path, path: PurePosixPath) -> tuple[tuple[Indicator, ...], list[Fault]]:
    """The indicators of one file, and what is wrong in it."""
    text, faults = read_text(root, path)
    if text is None:
        return (), faults
    typed, wrong = read_yaml(path, text, YAML_CODES, max_bytes=MAX_BYTES)
    faults += wrong
    if typed is None or typed.value is None:
        return (), faults
    whole = Typed(
        {"indicators": typed.value},
        {("indicators", *loc): where for loc, where in typed.places.items()} | {(): Location(path)},
        {("indicators", *loc): where for loc, where in typed.keys.items()},
    )
    read, wrong = as_model(_IndicatorsTyped, whole, CODES)
    faults += wrong
    if read is None:
        return (), faults
    indicators = []
    for number, each in enumerate(read.indicators):
        place = whole.places.get(("indicators", number), Location(path))
        faults += _period_faults(each, number, whole)
        after = whole.places.get(("indicators", number + 1))
        refused = (f.values["key"] for f in wrong if f.where >= place and (after is None or f.where < after))
        indicators.append(_indicator(each, place, frozenset(refused)))
    return tuple(indicators), faults


def _indicator(typed: _IndicatorTyped, where: Location, refused: frozenset[str]) -> Indicator:
    fields = {name: getattr(typed, name) for name in _IndicatorTyped.model_fields if name != "measures"}
    measures = tuple(
        Measure(measure.period, measure.value, measure.comment)
        for measure in typed.measures
        if measure.value is not None and _PERIODS[typed.frequency].fullmatch(measure.period)
    )
    return Indicator(**fields, measures=measures, where=where, refused=refused)


def _period_faults(typed: _IndicatorTyped, number: int, whole: Typed) -> list[Fault]:
    return [
        Fault(
            whole.places[("indicators", number, "measures", index, "period")],
            "PR010",
            {"key": "period", "typed": measure.period, "choices": _EXAMPLES[typed.frequency], "close": "period"},
        )
        for index, measure in enumerate(typed.measures)
        if not _PERIODS[typed.frequency].fullmatch(measure.period)
    ]


def indicators_schema() -> dict[str, Any]:
    """The format of processes/<CODE>-indicators.yml as JSON Schema: a list of indicators."""
    return {"type": "array", "items": _IndicatorTyped.model_json_schema()}
