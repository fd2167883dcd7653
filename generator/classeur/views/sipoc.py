"""SIPOC of one process: suppliers, inputs, process, outputs, customers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from classeur.model.processes import Flow, Process


@dataclass(frozen=True)
class SipocLine:
    """One exchange: what, the other end in words, and that end's address when it is a process (else empty)."""

    what: str
    party: str
    address: str


@dataclass(frozen=True)
class Sipoc:
    """What a SIPOC drawing shows, supplier to customer."""

    code: str
    title: str
    inputs: tuple[SipocLine, ...]
    outputs: tuple[SipocLine, ...]


def sipoc(process: Process, titles: Mapping[str, str], addresses: Mapping[str, str]) -> Sipoc:
    """The SIPOC of a process; `titles` and `addresses` are those of the processes, by code."""

    def line(flow: Flow, end: str) -> SipocLine:
        party = f"{end} {titles[end]}" if end in titles else end
        return SipocLine(flow.what, party, addresses.get(end, ""))

    return Sipoc(
        process.code,
        process.title,
        tuple(line(flow, flow.source) for flow in process.inputs),
        tuple(line(flow, flow.target) for flow in process.outputs),
    )
