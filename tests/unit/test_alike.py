"""The references that a slip of the pen makes of a typed one."""

from __future__ import annotations

from classeur.model.nearest import alike


def test_a_slip_is_near_whatever_the_case_of_its_first_letters() -> None:
    assert alike("PR-R1-0O1", ["PR-R1-001", "FR-R1-001", "PR-S2-114"]) == "PR-R1-001"
    assert alike("Pr-R1-0O1", ["PR-R1-0O11"]) == "PR-R1-0O11"


def test_nothing_near_is_a_dash() -> None:
    assert alike("HAS-2022:3.8", ["PR-R1-001", "HA-001"]) == "–"
