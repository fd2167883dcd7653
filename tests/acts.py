"""Builders: acts done on a house, at given instants, through the tasks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from classeur.model.findings import Finding
from classeur.model.journal import Assurance, SignStep
from classeur.tasks.act import ActPlan, Planned, Who, carry_out
from classeur.tasks.house import House, open_house
from classeur.tasks.release import plan_release
from classeur.tasks.sign import plan_sign
from classeur.tasks.submit import plan_submit
from classeur.wording.translator import translator
from tests.houses import TODAY

WORDS = translator("fr")
ACCUEIL = "procedures/accueil.md"
_minutes = count()


def planned(
    root: Path, plan: Callable[..., Planned], *args: Any, by: str, day: dt.date = TODAY, **more: Any
) -> Planned:
    """What an act would do, or why it is refused."""
    return _plan(open_house(root, day), plan, *args, by=by, day=day, **more)


def done(root: Path, plan: Callable[..., Planned], *args: Any, by: str, day: dt.date = TODAY, **more: Any) -> House:
    """An act, carried out."""
    house = open_house(root, day)
    made = _plan(house, plan, *args, by=by, day=day, **more)
    assert isinstance(made, ActPlan), made
    return carry_out(made, house, WORDS)


def _plan(house: House, plan: Callable[..., Planned], *args: Any, by: str, day: dt.date, **more: Any) -> Planned:
    reference, *rest = args
    now = dt.datetime.combine(day, dt.time(8), dt.UTC) + dt.timedelta(seconds=next(_minutes))
    return plan(house, reference, *rest, Who(by, Assurance.CLAIMED), now, WORDS, **more)


def submitted(root: Path, reference: str = "PR-R1-001", day: dt.date = TODAY) -> None:
    """A text whose writing is finished."""
    done(root, plan_submit, reference, by="b.durand", day=day)


def approved(root: Path, reference: str = "PR-R1-001", day: dt.date = TODAY) -> None:
    """A text that its circuit has approved."""
    submitted(root, reference, day)
    done(root, plan_sign, reference, SignStep.VALIDATION, by="a.martin", day=day)
    done(root, plan_sign, reference, SignStep.APPROVAL, by="c.leroy", day=day)


def released(root: Path, reference: str = "PR-R1-001", day: dt.date = TODAY) -> House:
    """A text in force, through its whole circuit."""
    approved(root, reference, day)
    return done(root, plan_release, reference, by="a.martin", day=day)


def rewritten(root: Path, path: str = ACCUEIL, old: str = "", new: str = "", **fields: str) -> None:
    """A text with other words, and other lines at its top."""
    text = (root / path).read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1) if old else text
    head, body = text.split("\n---\n", 1)
    for key, value in fields.items():
        line = f"{key}: {value}"
        known = re.search(rf"^{key}:.*$", head, re.M)
        head = head.replace(known[0], line) if known else f"{head}\n{line}"
    (root / path).write_text(f"{head}\n---\n{body}", "utf-8", newline="\n")


def told(root: Path, day: dt.date = TODAY) -> tuple[Finding, ...]:
    """Every finding of the house."""
    return open_house(root, day).findings


def codes(found: Planned | tuple[Finding, ...]) -> list[str]:
    """The codes of findings; an act that is not refused has none."""
    return [] if isinstance(found, ActPlan) else [finding.code for finding in found]
