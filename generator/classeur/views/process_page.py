"""One process: its sheet, its exchanges, its indicators, its documents."""

from __future__ import annotations

from dataclasses import dataclass

from classeur.model.binder import Binder
from classeur.model.processes import Direction, Family, Frequency, Indicator, IndicatorState, Measure, Process
from classeur.views.addresses import document_page, process_page
from classeur.views.lists import DocumentRow, rows_of_processes
from classeur.views.sipoc import Sipoc, sipoc


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator as the page shows it, its measures from the oldest to the latest."""

    id: str
    title: str
    unit: str
    direction: Direction
    target: float | None
    alert: float | None
    frequency: Frequency
    source: str
    last: Measure | None
    state: IndicatorState
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class ProcessPage:
    """What the page of a process shows above the text of its sheet."""

    code: str
    title: str
    family: Family
    reference: str
    pilot: str
    deputy: str
    purpose: str
    customers: tuple[str, ...]
    state: IndicatorState
    sipoc: Sipoc
    risks: tuple[str, ...]
    resources: tuple[str, ...]
    indicators: tuple[IndicatorRow, ...]
    documents: tuple[DocumentRow, ...]
    sheet_address: str


def process_view(
    binder: Binder, process: Process, rows: tuple[DocumentRow, ...], addresses: dict[str, str]
) -> ProcessPage:
    """The page of a process.

    Args:
        rows: every document of the site; those of this process are kept, without its own sheet.
        addresses: the pages of the processes by code, relative to this page.
    """
    titles = {each.code: each.title for each in binder.processes}
    listed = rows_of_processes(binder, rows).get(process.code, ())
    return ProcessPage(
        code=process.code,
        title=process.title,
        family=process.family,
        reference=process.reference,
        pilot=binder.organisation.name_of(process.pilot),
        deputy=binder.organisation.name_of(process.deputy) if process.deputy else "",
        purpose=process.purpose,
        customers=process.customers,
        state=process.state,
        sipoc=sipoc(process, titles, addresses),
        risks=process.risks,
        resources=process.resources,
        indicators=tuple(indicator_row(indicator) for indicator in process.indicators),
        documents=tuple(row for row in listed if row.reference != process.reference),
        sheet_address=document_page(process.reference),
    )


def indicator_row(indicator: Indicator) -> IndicatorRow:
    """One indicator."""
    return IndicatorRow(
        id=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        direction=indicator.direction,
        target=indicator.target,
        alert=indicator.alert,
        frequency=indicator.frequency,
        source=indicator.source,
        last=indicator.last,
        state=indicator.state,
        measures=tuple(sorted(indicator.measures, key=lambda measure: measure.period)),
    )


def process_addresses(binder: Binder) -> dict[str, str]:
    """The page of each process by code, relative to the site's root."""
    return {code: process_page(code) for code in binder.process}


@dataclass(frozen=True)
class MatrixRow:
    """What one process gives to each other one: a tuple of texts by target, in the order of the processes."""

    code: str
    title: str
    given: tuple[tuple[str, ...], ...]


def matrix(processes: tuple[Process, ...], flows: dict[tuple[str, str], tuple[str, ...]]) -> tuple[MatrixRow, ...]:
    """The process × process table, the map's text version."""
    return tuple(
        MatrixRow(source.code, source.title, tuple(flows.get((source.code, target.code), ()) for target in processes))
        for source in processes
    )
