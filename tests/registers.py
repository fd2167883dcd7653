"""Builders of a house with registers, in memory: each row is good but for what a test says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import Any

from classeur.model.binder import Binder
from classeur.model.organisation import Organisation, Person
from classeur.model.processes import Direction, Family, Frequency, Indicator, Measure, Process
from classeur.model.registers.actions import Action
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.evaluations import EvaluatedCriterion
from classeur.model.registers.events import Event
from classeur.model.registers.objectives import Objective
from classeur.model.registers.rows import Registers, Row
from classeur.model.registers.surveys import SurveyAnswers
from tests.houses import TODAY

PEOPLE = (Person(id="a.martin", name="Alix Martin"), Person(id="b.durand", name="Maud Durand"))


def days_ago(days: int) -> dt.date:
    """So many days before the tests' day."""
    return TODAY - dt.timedelta(days=days)


def a_house(*rows: Row, processes: tuple[Process, ...] = ()) -> Binder:
    """A house whose registers hold these rows."""
    held: dict[type[Row], list[Row]] = defaultdict(list)
    for row in rows:
        held[type(row)].append(row)
    registers = Registers({kind: tuple(listed) for kind, listed in held.items()})
    return Binder(TODAY, Organisation(people=PEOPLE), processes=processes, registers=registers)


def an_event(**fields: Any) -> Event:
    """An event of ten days ago."""
    return Event(**{"number": "E-1", "date": days_ago(10), "severity": 2, "frequency": 2, **fields})


def an_action(**fields: Any) -> Action:
    """An open action, due in ten days."""
    good = {"number": "A-1", "action": "Ranger", "pilot": "a.martin", "opened_on": days_ago(30), "due": days_ago(-10)}
    return Action(**{**good, **fields})


def a_complaint(**fields: Any) -> Complaint:
    """A complaint of forty days ago, answered after ten days."""
    return Complaint(**{"number": "R-1", "received_on": days_ago(40), "answered_on": days_ago(30), **fields})


def an_objective(**fields: Any) -> Objective:
    """An objective of the first axis."""
    good = {"number": "O-1", "axis": "1. Recevoir", "objective": "Recevoir en 15 jours", "due": days_ago(-30)}
    return Objective(**{**good, **fields})


def answers(**fields: Any) -> SurveyAnswers:
    """The answers of ten patients to one question: eight are satisfied."""
    good = {"survey": "SP", "public": "patients", "wave": "2026-03", "question": "On vous a écouté", "sent": 20}
    return SurveyAnswers(**{**good, "returned": 10, "rather_no": 2, "rather_yes": 3, "entirely": 5, **fields})


def a_criterion(**fields: Any) -> EvaluatedCriterion:
    """Nine files of ten meet a criterion of an evaluation's first round."""
    good = {"number": "EPP-1", "topic": "Douleur", "round": 1, "date": days_ago(20), "criterion": "Notée"}
    return EvaluatedCriterion(**{**good, "sample": 10, "met": 9, "target": 90.0, **fields})


def a_process(*indicators: Indicator, code: str = "R1") -> Process:
    """A core process."""
    return Process(code, "Accueillir", Family.CORE, f"FP-{code}", pilot="a.martin", indicators=indicators)


def measured(*values: float, **fields: Any) -> Indicator:
    """An indicator measured each month of 2026, better when higher, aimed at 90."""
    measures = tuple(Measure(f"2026-{month:02}", value) for month, value in enumerate(values, 1))
    plain = Indicator("R1-1", "Délai", "%", Direction.UP, 90, 75, Frequency.MONTHLY, "", measures)
    return replace(plain, **fields)
