"""One question asked of many cases in one test: a test for each of them costs more than most of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

Case = TypeVar("Case")


def wrong(cases: Mapping[str, Case], judge: Callable[[Case], object]) -> dict[str, str]:
    """What goes wrong, by the name of the case: every case is judged, and all that fail are told."""
    told: dict[str, str] = {}
    for name, case in cases.items():
        try:
            judge(case)
        except Exception as error:  # told with its case; the test compares all of them with none
            told[name] = f"{type(error).__name__}: {error}"
    return told
