"""An indicator has no measure for a period that is over."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Location, Severity
from classeur.model.periods import last_over, next_period
from classeur.model.registers.rows import REGISTERS
from classeur.rules.registry import Problem, at, rule


@rule("RG038", "indicator-not-measured", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """Indicators whose last measure is older than the last period that should be measured."""
    days = binder.organisation.commitments.measure_days
    for process in binder.processes:
        if process.indicators_are_faulty:
            continue
        for indicator in process.indicators:
            expected = last_over(binder.today, indicator.frequency, days)
            last = indicator.last.period if indicator.last else ""
            if last < expected:
                period = next_period(last, indicator.frequency) if last else expected
                place = indicator.where or Location(REGISTERS)
                yield at(place, indicator=indicator.id, title=indicator.title, period=period, last=last or "–")
