"""From a process sheet to its process."""

from __future__ import annotations

from classeur.model.documents import ProcessHeader
from classeur.model.processes import FAMILY_LETTERS, Family, Flow, Indicator, Process


def process_of(header: ProcessHeader, indicators: tuple[Indicator, ...] = (), are_faulty: bool = False) -> Process:
    """The process that a sheet describes; its indicators stand in a file of their own."""
    code = header.code
    return Process(
        code=code,
        title=header.title,
        family=header.family or _family_of(code),
        reference=header.reference,
        pilot=header.pilot,
        deputy=header.deputy,
        purpose=header.purpose,
        order=header.order,
        customers=header.customers,
        inputs=tuple(Flow(end.from_, end.what, code) for end in header.inputs),
        outputs=tuple(Flow(code, end.what, end.to) for end in header.outputs),
        risks=header.risks,
        resources=header.resources,
        indicators=indicators,
        indicators_are_faulty=are_faulty,
    )


def _family_of(code: str) -> Family:
    letters = {letter: family for family, letter in FAMILY_LETTERS.items()}
    return letters.get(code[:1].upper(), Family.SUPPORT)
