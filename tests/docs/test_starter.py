"""The starter content: a house that a small care centre could really open with."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from classeur.model.binder import Binder
from classeur.model.findings import Finding, Severity
from classeur.model.periods import period_of
from classeur.model.processes import Frequency, IndicatorState
from classeur.model.registers.actions import Action, ActionState
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event
from classeur.model.registers.rows import register_types
from classeur.reading.folder import read_folder
from classeur.rules.registry import run
from classeur.tasks.init_folder import init_folder
from classeur.wording.translator import translator

OPENED = dt.date(2026, 11, 22)
YEARS_LATER = dt.date(2036, 2, 29)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house just made by `classeur init`."""
    house = tmp_path_factory.mktemp("depart") / "maison"
    init_folder(house, translator("fr"))
    return house


@pytest.fixture(scope="module")
def binder(starter: Path) -> Binder:
    return read_folder(starter, OPENED)[0]


def found_in(starter: Path, day: dt.date) -> tuple[Finding, ...]:
    return run(*read_folder(starter, day))


def test_it_holds_at_least_forty_documents(binder: Binder) -> None:
    assert len(binder.documents) >= 40


def test_its_manual_has_ten_chapters_or_more(binder: Binder) -> None:
    assert len([d for d in binder.documents if d.path.parts[0] == "manual"]) >= 10


def test_it_holds_at_least_twenty_procedures_protocols_cards_and_forms(binder: Binder) -> None:
    assert len([d for d in binder.documents if d.path.parts[0] == "procedures"]) >= 20


def test_it_has_at_least_seven_processes_of_the_three_families(binder: Binder) -> None:
    assert len(binder.processes) >= 7
    assert {process.family.value for process in binder.processes} == {"management", "core", "support"}


def test_each_process_has_two_or_three_indicators_with_a_target(binder: Binder) -> None:
    counted = {p.code: len([i for i in p.indicators if i.target is not None]) for p in binder.processes}

    assert {code: number for code, number in counted.items() if number not in (2, 3)} == {}


def test_each_process_has_inputs_outputs_and_risks(binder: Binder) -> None:
    assert [p.code for p in binder.processes if not (p.inputs and p.outputs and p.risks and p.purpose)] == []


def test_five_people_are_each_pilot_of_a_process(binder: Binder) -> None:
    assert len({process.pilot for process in binder.processes}) == 5
    assert {process.pilot for process in binder.processes} <= {person.id for person in binder.organisation.people}


def test_its_people_are_plainly_fictitious(binder: Binder) -> None:
    domains = {person.email.rpartition("@")[2] for person in binder.organisation.people if person.email}

    assert {domain for domain in domains if not domain.endswith(("example.org", "example.com", ".example"))} == set()


def test_its_texts_are_drafts_of_version_1(binder: Binder) -> None:
    assert {str(document.version) for document in binder.documents} == {"1.0"}


@pytest.mark.parametrize("day", [OPENED, YEARS_LATER], ids=str)
def test_nothing_stops_its_texts_whatever_the_day(starter: Path, day: dt.date) -> None:
    assert [f for f in found_in(starter, day) if f.severity is Severity.ERROR] == []


def test_on_the_first_day_there_is_nothing_to_report(starter: Path) -> None:
    assert found_in(starter, OPENED) == ()


# --- the registers tell the same story as the indicators


def quarter(day: dt.date) -> str:
    return period_of(day, Frequency.QUARTERLY)


def percentages(kept: Iterable[tuple[dt.date, bool]]) -> dict[str, int]:
    """The share of what was kept, by quarter, as the indicators write it."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for day, is_kept in kept:
        groups[quarter(day)].append(is_kept)
    return {period: round(100 * sum(group) / len(group)) for period, group in groups.items()}


def measured(binder: Binder, indicator: str) -> dict[str, int]:
    [found] = [i for process in binder.processes for i in process.indicators if i.id == indicator]
    return {measure.period: round(measure.value) for measure in found.measures}


def test_each_register_holds_something(binder: Binder) -> None:
    assert [kind.name for kind in register_types().values() if not binder.registers.of(kind.row)] == []


def test_its_registers_hold_eighteen_months(binder: Binder) -> None:
    days = [event.date for event in binder.registers.of(Event)]

    assert (max(days) - min(days)).days > 18 * 30


def test_the_feedback_that_its_indicator_counts_is_in_the_register_of_events(binder: Binder) -> None:
    known = [(e.date, bool(e.feedback_on and (e.feedback_on - e.date).days <= 15)) for e in binder.registers.of(Event)]

    assert measured(binder, "M2-2").items() <= percentages(known).items()


def test_the_answers_that_its_indicator_counts_are_in_the_register_of_complaints(binder: Binder) -> None:
    answered = [(c.received_on, bool(c.kept(30))) for c in binder.registers.of(Complaint)]

    assert measured(binder, "M2-3").items() <= percentages(answered).items()


def test_the_actions_that_its_indicator_counts_are_in_the_plan(binder: Binder) -> None:
    ended = [a for a in binder.registers.of(Action) if a.done_on and a.due]
    counted = percentages((a.due, a.done_on <= a.due) for a in ended if a.due and a.done_on)

    since = {period: value for period, value in measured(binder, "M2-1").items() if period > "2025-Q2"}
    assert since.items() <= counted.items()


def test_an_indicator_out_of_target_led_to_an_action_and_came_back(binder: Binder) -> None:
    [indicator] = [i for process in binder.processes for i in process.indicators if i.id == "R1-2"]
    missed = [m.period for m in indicator.measures if indicator.reaches_target(m) is False]
    answers = [a for a in binder.registers.of(Action) if a.indicator == "R1-2"]

    assert len(missed) > 2
    assert {action.state for action in answers} == {ActionState.EFFECTIVE}
    assert indicator.state is IndicatorState.ON_TARGET
