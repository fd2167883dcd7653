"""The process map: three bands between the users' needs and their satisfaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from classeur.model.organisation import Organisation
from classeur.model.processes import Family, Flow, IndicatorState, Process
from classeur.model.references import PROCESS_CODE


@dataclass(frozen=True)
class MapProcess:
    """One process on the map. `measured` is how many of its indicators have a state, `on_target` how many reach it."""

    code: str
    title: str
    pilot: str
    purpose: str
    state: IndicatorState
    on_target: int
    measured: int
    address: str


@dataclass(frozen=True)
class MapBand:
    """A family of processes, in the order of the map."""

    family: Family
    processes: tuple[MapProcess, ...]


@dataclass(frozen=True)
class ProcessMap:
    """All that the map shows. `needs` and `satisfaction` are the outside parties before and after the core chain;
    `flows` are the exchanges between processes, each once; `feedback` is the process that listens to satisfaction."""

    organisation: str
    bands: tuple[MapBand, ...]
    needs: tuple[str, ...]
    satisfaction: tuple[str, ...]
    flows: tuple[Flow, ...]
    feedback: str | None

    @property
    def processes(self) -> tuple[MapProcess, ...]:
        """Every process, band after band."""
        return tuple(process for band in self.bands for process in band.processes)


def process_map(processes: Iterable[Process], organisation: Organisation, addresses: Mapping[str, str]) -> ProcessMap:
    """The map derived from the sheets: an end that is no process code is an outside party.

    Args:
        addresses: the address of each process page by code, relative to the page that shows the map.
    """
    listed = sorted(processes, key=lambda process: (process.order, _number(process.code), process.code))
    bands = tuple(
        MapBand(family, tuple(_shown(p, organisation, addresses) for p in listed if p.family is family))
        for family in Family
    )
    core = [process for process in listed if process.family is Family.CORE]
    return ProcessMap(
        organisation=organisation.name,
        bands=bands,
        needs=_outside(flow.source for process in core for flow in process.inputs),
        satisfaction=_outside(flow.target for process in core for flow in process.outputs),
        flows=exchanges(listed),
        feedback=_listener(listed),
    )


def exchanges(processes: Iterable[Process]) -> tuple[Flow, ...]:
    """The flows between two processes that both exist, each once, whichever sheet tells it."""
    listed = tuple(processes)
    codes = {process.code for process in listed}
    told = {flow: None for process in listed for flow in (*process.outputs, *process.inputs)}
    return tuple(flow for flow in told if flow.source in codes and flow.target in codes and flow.source != flow.target)


def _shown(process: Process, organisation: Organisation, addresses: Mapping[str, str]) -> MapProcess:
    states = [indicator.state for indicator in process.indicators]
    return MapProcess(
        code=process.code,
        title=process.title,
        pilot=organisation.name_of(process.pilot),
        purpose=process.purpose,
        state=process.state,
        on_target=states.count(IndicatorState.ON_TARGET),
        measured=len(states) - states.count(IndicatorState.UNKNOWN),
        address=addresses.get(process.code, ""),
    )


def _outside(ends: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(end for end in ends if end and not PROCESS_CODE.fullmatch(end)))


def _listener(processes: Iterable[Process]) -> str | None:
    """The management process that receives most from outside: it hears what users say."""
    heard = {
        process.code: len(_outside(flow.source for flow in process.inputs))
        for process in processes
        if process.family is Family.MANAGEMENT
    }
    return max(heard, key=lambda code: heard[code]) if any(heard.values()) else next(iter(heard), None)


def _number(code: str) -> int:
    digits = "".join(filter(str.isdigit, code))
    return int(digits) if digits else 0
