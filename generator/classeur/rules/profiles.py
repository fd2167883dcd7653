"""How much each fault matters in each profile, in one place.

A rule declares the severity of the `certification` profile; `house` and `start` only lower it.
In `house`, only faults of FM, OR, WF, LG and IN, a link or a picture whose file does not exist,
and a name in a register of events or complaints, are errors.
"""

from __future__ import annotations

from collections.abc import Mapping

from classeur.model.findings import Severity
from classeur.model.organisation import Profile

ERROR_FAMILIES_OF_HOUSE = frozenset({"FM", "OR", "WF", "LG", "IN"})
ERROR_RULES_OF_HOUSE = frozenset({"LK001", "LK002", "RG036"})

_START: Mapping[str, Severity | None] = {
    "LK003": Severity.NOTE,
    "LK007": None,
    "PR001": Severity.NOTE,
    "PR003": Severity.NOTE,
    "PR004": Severity.NOTE,
    "PR007": None,
    "PR008": None,
    "PR011": None,
    "RV003": Severity.NOTE,
    "TX005": Severity.NOTE,
    "TX007": Severity.NOTE,
}
"""What a house that begins is told more softly, or not at all (None)."""


def severity_in(profile: Profile, code: str, declared: Severity) -> Severity | None:
    """How much a fault matters in a profile; None when the profile does not speak of it."""
    if profile is Profile.CERTIFICATION:
        return declared
    if profile is Profile.START and code in _START:
        return _START[code]
    if declared is Severity.ERROR and code[:2] not in ERROR_FAMILIES_OF_HOUSE and code not in ERROR_RULES_OF_HOUSE:
        return Severity.WARNING
    return declared
