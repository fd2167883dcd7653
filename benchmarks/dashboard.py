"""The quality dashboard of a group of sites: how long its views and its drawings take.

    python -m benchmarks.dashboard

50 processes of 10 indicators measured over 60 months, 20,000 events, 5,000 actions, 2,000 people. Prints CPU seconds.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable
from typing import TypeVar

from classeur.drawings.charts import chart_figure
from classeur.model.binder import Binder
from classeur.model.organisation import Organisation, Person
from classeur.model.processes import Direction, Family, Frequency, Indicator, Measure, Process
from classeur.model.registers.actions import Action
from classeur.model.registers.complaints import Complaint
from classeur.model.registers.events import Event, EventType
from classeur.model.registers.objectives import Objective
from classeur.model.registers.rows import Registers
from classeur.views.charts import control_chart, indicator_chart
from classeur.views.quality.actions import ActionFigures, action_plan
from classeur.views.quality.calendar import quality_calendar
from classeur.views.quality.dashboard import dashboard
from classeur.views.quality.events import lessons
from classeur.views.quality.process_part import process_parts
from classeur.wording.translator import translator

PROCESSES, INDICATORS, MONTHS = 50, 10, 60
EVENTS, ACTIONS, COMPLAINTS, OBJECTIVES, PEOPLE = 20_000, 5_000, 2_000, 100, 2_000
TODAY = dt.date(2026, 11, 22)
_PERIODS = [f"{year}-{month:02}" for year in range(2021, 2027) for month in range(1, 13)][10 : 10 + MONTHS]
_Made = TypeVar("_Made")


def a_house(rng: random.Random) -> Binder:
    """A group of sites; most actions are open or done within the year, each tenth event holds a lesson."""
    people = tuple(Person(id=f"p{number}", name=f"Nom{number} Prénom{number}") for number in range(PEOPLE))
    processes = tuple(_process(rng, number) for number in range(PROCESSES))
    registers = Registers(
        {
            Event: tuple(_event(rng, number) for number in range(EVENTS)),
            Action: tuple(_action(rng, number) for number in range(ACTIONS)),
            Complaint: tuple(_complaint(rng, number) for number in range(COMPLAINTS)),
            Objective: tuple(_objective(number) for number in range(OBJECTIVES)),
        }
    )
    return Binder(TODAY, Organisation(people=people), processes=processes, registers=registers)


def timed(act: Callable[[], _Made]) -> tuple[float, _Made]:
    """The CPU seconds of an act, and what it gave."""
    start = time.process_time()
    made = act()
    return time.process_time() - start, made


def main() -> None:
    """Print the figures."""
    house, words = a_house(random.Random(1)), translator("fr")
    seconds, shown = timed(lambda: dashboard(house, ()))
    plan = shown.plan or ActionFigures((), TODAY)
    print(f"dashboard views: {seconds:.2f} s ({shown.indicators.total} indicators)")
    whole = seconds
    for told, act in (
        (
            "parts of the 50 processes",
            lambda: process_parts(house, plan, shown.policy),
        ),
        ("lessons", lambda: lessons(house)),
        ("calendar", lambda: quality_calendar(house)),
        ("plan over time", lambda: action_plan(plan.shown, TODAY, "plan", "Plan")),
    ):
        seconds, _ = timed(act)
        whole += seconds
        print(f"{told}: {seconds:.2f} s")
    print(f"all views: {whole:.2f} s")
    listed = [each for process in house.processes for each in process.indicators]
    seconds, drawn = timed(lambda: [chart_figure(indicator_chart(each), words) for each in listed])
    print(f"{len(drawn)} indicators of {MONTHS} months drawn, with their tables: {seconds:.2f} s")
    seconds, limits = timed(lambda: [chart_figure(c, words) for each in listed if (c := control_chart(each))])
    print(f"{len(limits)} control charts: {seconds:.2f} s")


def _process(rng: random.Random, number: int) -> Process:
    indicators = tuple(
        Indicator(
            f"R{number}-{order}",
            f"Indicateur {order} du processus {number}",
            "%",
            Direction.UP,
            85,
            70,
            Frequency.MONTHLY,
            "",
            tuple(Measure(period, round(rng.gauss(86, 6), 1)) for period in _PERIODS),
        )
        for order in range(INDICATORS)
    )
    return Process(
        f"R{number}", f"Processus {number}", Family.CORE, f"FP-R{number}", f"p{number}", indicators=indicators
    )


def _event(rng: random.Random, number: int) -> Event:
    day = TODAY - dt.timedelta(days=rng.randrange(900))
    return Event(
        number=f"E-{number:05}",
        date=day,
        reported_on=day,
        place=rng.choice(("Accueil", "Salle de soins", "Couloir", "Secrétariat", "Parking")),
        process=f"R{rng.randrange(PROCESSES)}",
        type=rng.choice(list(EventType)).value,
        facts="Deux flacons semblables sont rangés côte à côte ; le mauvais est pris, puis reposé à la relecture.",
        severity=rng.randint(1, 5),
        frequency=rng.randint(1, 4),
        feedback_on=day + dt.timedelta(days=rng.randint(1, 30)),
        lessons="Deux produits qui se ressemblent ne se rangent plus côte à côte." if number % 10 == 0 else "",
    )


def _action(rng: random.Random, number: int) -> Action:
    day = TODAY - dt.timedelta(days=rng.randrange(10, 600))
    is_done = number % 3 > 0
    return Action(
        number=f"A-{number:05}",
        opened_on=day,
        axis=f"{number % 6 + 1}. Axe de la politique",
        process=f"R{number % PROCESSES}",
        finding="Écart vu au tour de terrain, rangement par date.",
        action=f"Ranger la réserve par date et la relever chaque mois, zone {number}",
        pilot=f"p{number % PEOPLE}",
        indicator=f"R{number % PROCESSES}-{number % INDICATORS}",
        due=day + dt.timedelta(days=90),
        state="done" if is_done else "in_progress",
        done_on=day + dt.timedelta(days=rng.randint(5, 120)) if is_done else None,
        evidence="Photo au dossier",
    )


def _complaint(rng: random.Random, number: int) -> Complaint:
    day = TODAY - dt.timedelta(days=rng.randrange(900))
    answered = day + dt.timedelta(days=rng.randint(1, 45))
    return Complaint(
        number=f"R-{number:04}",
        received_on=day,
        process=f"R{rng.randrange(PROCESSES)}",
        answered_on=answered if answered <= TODAY else None,
    )


def _objective(number: int) -> Objective:
    return Objective(
        number=f"O-{number:03}",
        axis=f"{number % 6 + 1}. Axe de la politique",
        objective=f"Atteindre 90 % (objectif {number})",
        process=f"R{number % PROCESSES}",
        indicator=f"R{number % PROCESSES}-{number % INDICATORS}",
        due=TODAY + dt.timedelta(days=200),
    )


if __name__ == "__main__":
    main()
