"""Where faults of the registers are told: at the very cell, from the day on, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.houses import INDICATORS, a_process_text
from tests.rules.marks import Files, a_register, house, places, text, told_by, written

DONE = "action: Trier, pilot: a.martin, due: 2026-01-05"
LEFT = "  - {id: d.roux, name: Dany Roux, roles: [infirmier], units: [soins], until: 2026-11-21}\n"
TODAY_LAST = LEFT.replace("11-21", "11-22")


def actions(*rows: str) -> Files:
    return a_register("actions", *rows)


def indicators(*changes: tuple[str, str], more: str = "") -> Files:
    told = INDICATORS
    for old, new in changes:
        assert old in told
        told = told.replace(old, new)
    return {"processes/R1-indicators.yml": told + more}


def waiver(**fields: str) -> str:
    row = {"code": "WF003", "reference": "PR-R1-001", "reason": "Deux personnes.", "person": "c.leroy", "until": "2026-12-31"} | fields  # fmt: skip
    return "- {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}\n"


def waivers(*rows: str) -> Files:
    return {"manual/waivers.yml": "".join(rows)}


def marked(row: str) -> str:
    return row.replace("- {", "- ¤{")


MISSED = "- {period: 2026-09, value: 40}\n    - {period: 2026-10, value: 41}"
MEASURES = "- {period: 2026-09, value: 14}\n    - {period: 2026-10, value: 13}"
AGAINST = (MEASURES, MISSED)
BAD = ("- id: R1-1", "- ¤id: R1-1")

ROWS = {
    "PR004": [indicators(("  target: 15\n", ""), BAD)],
    "PR013": [
        indicators(("alert: 25", "alert: 15")), indicators(("alert: 25", "alert: 14.9"), BAD),
        indicators(("direction: down", "direction: up"), BAD), indicators(("direction: down", "direction: up"), ("alert: 25", "alert: 15")),
        indicators(("direction: down", "direction: up"), ("alert: 25", "alert: 14")), indicators(("  alert: 25\n", "")),
        indicators(("direction: down", "direction: beside")),
    ],
    "RG002": [waivers(waiver(until="2026-11-22"), marked(waiver(until="2026-11-21")))],
    "RG003": [waivers(waiver(), marked(waiver(code="XX999")), marked(waiver(reference="PR-R9-001")), waiver(code="XX999", until="2026-11-21"))],
    "RG005": [waivers(waiver(), marked(waiver(person="x", until="2026-11-22")), waiver(person="x", until="2026-11-21"), marked(waiver(person="y")))],
    "RG006": [waivers(waiver(until="2027-11-23"), marked(waiver(until="2027-11-24")))],
    "RG007": [waivers(waiver(code="WF019"), waiver(code="XX999", person="b.durand"), waiver(code="WF019", person="x"),
                      waiver(code="WF019", person="b.durand", until="2026-11-21"), marked(waiver(code="WF019", person="b.durand", until="2026-11-22")),
                      waiver(person="b.durand"))],
    "RG008": [{"manual/registers/external.yml": "- {reference: DE-1, title: A}\n- {reference: DE-2, title: A}\n- ¤{reference: dé-1, title: B}\n"}],
    "RG009": [
        {"manual/registers/external.yml": "- {reference: DE-1, title: A, applicability: not_applicable, next_check: 2026-01-01}\n- {reference: DE-2, title: A}\n"
         "- {reference: DE-3, title: A, next_check: 2026-11-22}\n- ¤{reference: DE-4, title: A, next_check: 2026-11-21}\n"},
    ],
    "RG010": [
        house(people=LEFT + TODAY_LAST.replace("d.roux", "e.roux")) | {"manual/registers/external.yml":
         "- {reference: DE-0, title: A, applicability: not_applicable}\n- {reference: DE-1, title: A, owner: a.martin}\n- ¤{reference: DE-2, title: A}\n"
         "- ¤{reference: DE-3, title: A, owner: d.roux}\n- {reference: DE-4, title: A, owner: e.roux}\n- ¤{reference: DE-5, title: A, owner: x}\n"},
    ],
    "RG030": [
        actions("number: A-0, action: Trier, state: done", "number: A-1, action: Trier, pilot: a.martin, due: ¤", "number: A-2, action: Trier, pilot: ¤, due: 2027-01-01",
                "number: A-3, action: Trier, pilot: a.martin, due: bientôt"),
    ],
    "RG031": [actions("number: A-1, action: Trier, due: 2026-11-22", "number: A-2, action: Trier, due: ¤2026-11-21", "number: A-3, action: Trier, state: done, due: 2026-11-01")],
    "RG032": [
        actions(f"number: A-1, {DONE}, state: to_do", f"number: A-2, {DONE}, state: ¤done", f"number: A-3, {DONE}, state: done, evidence: Note",
                f"number: A-4, {DONE}, state: ¤effective, effect: Vu", f"number: A-5, {DONE}, state: ¤effective, effect_checked_on: 2026-11-01",
                f"number: A-6, {DONE}, state: effective, effect_checked_on: 2026-11-01, effect: Vu", f"number: A-7, {DONE}, state: effective, effect_checked_on: bientôt, effect: Vu"),
    ],
    "RG033": [
        actions(f"number: A-1, {DONE}, state: done", f"number: A-2, {DONE}, state: done, done_on: 2026-07-25", f"number: A-3, {DONE}, state: done, done_on: ¤2026-07-24",
                f"number: A-4, {DONE}, state: effective, done_on: 2026-01-01"),
    ],
    "RG034": [
        a_register("events", "number: E-1, date: 2026-11-20, type: fall, severity: 2, frequency: 1", "number: E-2, date: 2026-11-20, type: fall, severity: ¤5, frequency: 1",
                   "number: E-3, date: 2026-11-20, type: fall, severity: ¤5, frequency: 1, analysed_on: 2026-11-21", "number: E-4, date: 2026-11-20, type: fall, severity: 5, analysed_on: bientôt",
                   "number: E-5, date: 2026-11-20, type: fall, severity: 5, frequency: 1, analysed_on: 2026-11-21, causes: Sol mouillé"),
    ],
    "RG035": [
        a_register("events", "number: E-1, date: 2026-11-07, type: fall", "number: ¤E-2, date: 2026-11-06, type: fall", "number: E-3, date: 2026-11-01, reported_on: 2026-11-07, type: fall",
                   "number: E-4, date: 2026-11-01, feedback_on: bientôt, type: fall", "number: ¤E-5, date: 2026-11-06, type: fall"),
    ],
    "RG036": [
        a_register("events", "number: E-1, date: 2026-11-20, type: fall, facts: Une chute, measures: ¤Maud Durand est venue", "number: E-2, date: 2026-11-20, type: fall, causes: ¤Alix Martin a glissé"),
        a_register("complaints", "number: R-1, received_on: 2026-11-20, facts: Le repas était froid, answer: ¤Camille Leroy a répondu"),
    ],
    "RG037": [
        a_register("complaints", "number: R-1, received_on: 2026-10-23", "number: R-2, received_on: ¤2026-10-22", "number: R-3, received_on: 2026-10-01, answered_on: bientôt",
                   "number: R-4, received_on: 2026-10-01, due: 2026-11-22", "number: R-5, received_on: ¤2026-10-01, due: 2026-11-21"),
    ],
    "RG038": [
        indicators((MEASURES, "- {period: 2026-09, value: 14}")), indicators((MEASURES, "- {period: 2026-08, value: 14}"), BAD),
        indicators((f"  measures:\n    {MEASURES}\n", ""), BAD),
    ],
    "RG039": [
        indicators(AGAINST, BAD), indicators(("value: 14", "value: 40")), indicators(("value: 13", "value: 40")), indicators((MEASURES, "- {period: 2026-10, value: 41}")),
        indicators(AGAINST) | actions("number: A-1, action: Trier, indicator: R1-1"), indicators(AGAINST) | actions("number: A-1, action: Trier, source: R1-1"),
        indicators(AGAINST, BAD) | actions("number: A-1, action: Trier, indicator: R1-1, state: abandoned, reason: Inutile"),
        indicators(AGAINST) | actions("number: A-1, action: Trier, indicator: R1-1, state: done, done_on: 2026-09-01"),
        indicators(AGAINST, BAD) | actions("number: A-1, action: Trier, indicator: R1-1, state: done, done_on: 2026-08-31"),
        indicators(AGAINST, BAD) | actions("number: A-1, action: Trier, indicator: R1-1, state: done"),
        indicators(more=INDICATORS.replace(*AGAINST).replace("R1-1", "R1-2").replace("- id", "- ¤id")),
        indicators(AGAINST, ("direction: down", "direction: up")), indicators(AGAINST) | actions("number: A-1, pilot: a.martin"),
        indicators(("- {period: 2026-09, value: 14}\n    - {period: 2026-10, value: 13}", "- {period: 2026-10, value: 40}\n    - {period: 2026-09, value: 41}\n    - {period: 2026-08, value: 1}"), BAD),
    ],
    "RG040": [
        a_register("meetings", "number: C-1, planned_on: 2026-11-22", "number: C-2, planned_on: ¤2026-11-21", "number: C-3, planned_on: 2026-11-01, held_on: bientôt",
                   "number: C-4, planned_on: 2026-11-01, moved_to: bientôt", "number: C-5, planned_on: ¤2026-11-01, moved_to: 2026-11-21"),
    ],
    "RG041": [
        a_register("objectives", "number: O-1, objective: Moins de chutes, state: reached", "number: O-2, objective: Autre, indicator: R1-1", "number: O-3, objective: ¤Moins de chutes",
                   "number: O-4, objective: ¤Moins d'attente"),
    ],
    "RG042": [
        a_register("objectives", "number: O-1, objective: Moins de chutes, due: 2026-11-22", "number: O-2, objective: Autre, due: ¤2026-11-21", "number: O-3, objective: Autre, state: reached, due: 2026-11-01"),
    ],
    "RG043": [
        actions(f"number: A-1, {DONE}", f"number: A-2, {DONE}", f"number: ¤a-1, {DONE}"),
        a_register("risks", "number: K-1, risk: Chute", "number: ¤K-1, risk: Chute") | actions(f"number: K-1, {DONE}"),
        a_register("external", "reference: DE-1, title: A", "reference: DE-1, title: A") | a_register("copies", "number: 1, place: A", "number: 1, place: B"),
        {"manual/registers/evaluations.yml": "- {number: E, topic: A, round: 1, criterion: a}\n- {number: E, topic: A, round: 1, criterion: b}\n- {number: E, topic: A, round: 1, criterion: ¤b}\n"},
    ],
    "RG045": [
        a_register("proposals", "number: P-1, received_on: 2026-10-23, proposal: A", "number: P-2, received_on: ¤2026-10-22, proposal: A", "number: P-3, received_on: 2026-10-01, proposal: A, answered_on: bientôt",
                   "number: P-4, received_on: 2026-09-01, proposal: A, answered_on: 2026-11-20"),
    ],
    "RG047": [
        a_register("risks", "number: K-1, risk: A, severity: 1, frequency: 1", "number: K-2, risk: A, severity: 5, frequency: 5, actions: [A-1]", "number: K-3, risk: A, severity: ¤5, frequency: 5",
                   "number: K-4, risk: A, severity: 5, frequency: 5") | actions("number: A-1, action: Trier, source: K-4"),
        a_register("events", "number: E-1, date: 2026-11-20, type: fall, severity: ¤5, frequency: 5") | actions("number: A-1, action: Trier"),
        a_register("risks", "number: K-3, risk: A, severity: 5, frequency: 5") | actions("number: A-1, pilot: a.martin"),
    ],
    "RG048": [
        a_register("audits", "number: U-1, topic: A, planned_on: 2026-11-22", "number: U-2, topic: A, planned_on: ¤2026-11-21", "number: U-3, topic: A, planned_on: 2026-11-01, done_on: bientôt", "number: U-4, topic: A"),
    ],
    "RG046": [a_register("events", "number: E-1, type: fall, date: 2026-11-10, reported_on: ¤2026-12-01, analysed_on: ¤2026-11-01")],
    "RG050": [
        text(cites="[X-1]") | {"manual/registers/standards/iso.yml": "standard: ISO\nrows: [{criterion: 1}]\n"}, text(cites="[X-1]") | a_register("external", "reference: DE-1"),
        text(cites="[FP-R1, ¤X-1, PR-R1-001, ¤X-2]"), text(cites="[X-1]") | {"processes/R1-accueillir.md": a_process_text().replace("---\n", "--\n", 1)}],
    "RG081": [{"manual/registers/copies.yml": "- {number: 1, place: A}\n- {number: 2, place: A}\n- ¤{number: 1, place: A}\n"}],
    "RG082": [{"manual/registers/copies.yml": "- {number: 1, place: A, documents: all}\n- {number: 2, place: A, documents: [PR-R1-001]}\n- ¤{number: 3, place: A, documents: [FP-R1, X-1]}\n"}],
    "RG083": [
        house(people=LEFT + TODAY_LAST.replace("d.roux", "e.roux")) | {"manual/registers/copies.yml": "- {number: 1, place: A, until: 2026-11-21}\n- {number: 2, place: A, holder: Un voisin}\n- ¤{number: 3, place: A}\n"
         "- ¤{number: 4, place: A, holder: d.roux}\n- {number: 5, place: A, holder: e.roux}\n- ¤{number: 6, place: A, until: 2026-11-22}\n- {number: 7, place: A, from: 2026-11-23}\n"},
    ],
}  # fmt: skip
HOUSES = [(code, number, files) for code, each in ROWS.items() for number, files in enumerate(each, 1)]


@pytest.mark.parametrize(
    ("code", "number", "files"), HOUSES, ids=lambda each: str(each) if not isinstance(each, dict) else ""
)
def test_a_fault_is_told_at_its_cell(code: str, number: int, files: Files, tmp_path: Path) -> None:
    marked = written(tmp_path, files)

    assert places(told_by(code, tmp_path)) == marked


SURE = {
    "events": "number: N, date: {day}, type: fall",
    "complaints": "number: N, received_on: {day}",
    "actions": "number: N, action: Trier",
    "objectives": "number: N, objective: Moins",
    "meetings": "number: N, planned_on: {day}",
    "audits": "number: N, topic: A",
    "risks": "number: N, risk: A",
    "proposals": "number: N, received_on: {day}, proposal: A",
    "external": "reference: N, title: A",
    "copies": "number: N, place: A",
    "evaluations": "number: N, topic: A, round: 1, criterion: a",
    "assessments": "number: N, date: {day}, dimension: culture, question: A, level: 1",
}
HAPPENED = [
    *(("events", key) for key in ("date", "reported_on", "analysed_on", "feedback_on", "closed_on")),
    *(("complaints", key) for key in ("received_on", "acknowledged_on", "answered_on", "closed_on")),
    *(("actions", key) for key in ("opened_on", "done_on", "effect_checked_on")),
    *(("objectives", "settled_on"), ("meetings", "held_on"), ("audits", "done_on"), ("risks", "reviewed_on")),
    *(("proposals", "received_on"), ("proposals", "answered_on"), ("external", "last_check"), ("evaluations", "date")),
]
MAY_COME = [
    *(("complaints", "due"), ("actions", "due"), ("meetings", "planned_on"), ("meetings", "moved_to")),
    *(("audits", "planned_on"), ("risks", "next_review"), ("external", "next_check"), ("copies", "from"), ("copies", "until")),
]  # fmt: skip
IN_ORDER = [
    *(("events", "date", "reported_on"), ("events", "date", "analysed_on"), ("events", "reported_on", "feedback_on")),
    *(("events", "date", "feedback_on"), ("events", "date", "closed_on"), ("complaints", "received_on", "closed_on")),
    *(("complaints", "received_on", "acknowledged_on"), ("complaints", "received_on", "answered_on")),
    *(("actions", "opened_on", "done_on"), ("actions", "done_on", "effect_checked_on")),
    *(("actions", "opened_on", "effect_checked_on"), ("external", "last_check", "next_check"), ("copies", "from", "until")),
    *(("proposals", "received_on", "answered_on"),),
]  # fmt: skip


def a_row(register: str, **days: str) -> Files:
    """A row with these days; those that the register asks for, when nothing is said of them, are early."""
    asked = ", ".join(
        part for part in SURE[register].format(day="2026-01-05").split(", ") if part.split(":")[0] not in days
    )
    return a_register(register, ", ".join((asked, *(f"{key}: {day}" for key, day in days.items()))))


@pytest.mark.parametrize(("register", "key"), HAPPENED)
def test_what_has_happened_is_not_to_come(register: str, key: str, tmp_path: Path) -> None:
    marked = written(tmp_path, a_row(register, **{key: "¤2026-11-23"}))
    [found] = told_by("RG046", tmp_path)
    assert (places((found,)), found.values["key"], found.values["than"]) == (marked, key, "")

    written(tmp_path, a_row(register, **{key: "2026-11-22"}))
    assert told_by("RG046", tmp_path) == ()


@pytest.mark.parametrize(("register", "key"), MAY_COME)
def test_what_is_planned_may_be_to_come(register: str, key: str, tmp_path: Path) -> None:
    written(tmp_path, a_row(register, **{key: "2026-11-23"}))

    assert told_by("RG046", tmp_path) == ()


@pytest.mark.parametrize(("register", "first", "then"), IN_ORDER)
def test_an_end_before_its_beginning_is_told(register: str, first: str, then: str, tmp_path: Path) -> None:
    marked = written(tmp_path, a_row(register, **{first: "2026-11-20", then: "¤2026-11-19"}))
    found = told_by("RG046", tmp_path)
    assert places(found) == marked
    assert {(each.values["key"], each.values["than"]) for each in found} == {(then, first)}

    written(tmp_path, a_row(register, **{first: "2026-11-20", then: "2026-11-20"}))
    assert told_by("RG046", tmp_path) == ()


POINTING = [
    *(("actions", "pilot", "person"), ("actions", "process", "process"), ("actions", "indicator", "indicator")),
    *(("actions", "documents", "document"), ("events", "process", "process"), ("events", "actions", "action")),
    *(("events", "documents", "document"), ("complaints", "process", "process"), ("complaints", "actions", "action")),
    *(("objectives", "indicator", "indicator"), ("objectives", "pilot", "person"), ("objectives", "process", "process")),
    *(("meetings", "minutes", "document"), ("audits", "process", "process"), ("audits", "actions", "action")),
    *(("risks", "pilot", "person"), ("risks", "documents", "document"), ("risks", "actions", "action")),
    *(("proposals", "document", "document"), ("proposals", "action", "action"), ("evaluations", "pilot", "person")),
    *(("evaluations", "documents", "document"), ("evaluations", "actions", "action")),
]  # fmt: skip


@pytest.mark.parametrize(("register", "key", "what"), POINTING)
def test_a_name_that_nobody_knows_is_told_at_its_cell(register: str, key: str, what: str, tmp_path: Path) -> None:
    several = key in ("documents", "actions")
    marked = written(tmp_path, a_row(register, **{key: "¤[x, y]" if several else "¤x"}))

    found = told_by("RG044", tmp_path)

    assert places(found) == marked
    told = {(each.values["typed"], each.values["what"], each.values["row"].split(" ")[0]) for each in found}
    assert told == {(name, what, "N") for name in ("xy" if several else "x")}


def test_a_holder_outside_the_house_is_told_by_no_list_of_people(tmp_path: Path) -> None:
    marked = written(tmp_path, a_register("copies", "number: 1, place: A, holder: ¤x, documents: [Y-1]"))

    assert places(told_by("RG044", tmp_path)) == marked
