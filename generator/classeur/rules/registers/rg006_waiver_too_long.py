"""A waiver that lasts so long that nobody will come back to it."""

import datetime as dt
from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.rules.registry import Problem, at, rule

LONGEST = dt.timedelta(days=366)


@rule("RG006", "waiver-too-long", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Waivers that have more than a year to run."""
    for waiver in binder.waivers:
        if waiver.until - binder.today > LONGEST:
            yield at(waiver.where, rule=waiver.code, reference=waiver.reference, until=waiver.until)
