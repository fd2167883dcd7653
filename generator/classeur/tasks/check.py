"""Checking a house. It never writes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from classeur.model.binder import Binder
from classeur.model.findings import Finding, Severity
from classeur.rules.registry import run
from classeur.tasks.house import open_house
from classeur.writers.site.diagrams import diagram_faults


@dataclass(frozen=True)
class CheckReport:
    """What a check found, sorted by place."""

    binder: Binder
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether something stops a document on its way."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def within(self, paths: Iterable[PurePosixPath]) -> CheckReport:
        """The same report, for these files or folders only; all of it when there are none."""
        wanted = tuple(paths)
        if not wanted:
            return self
        kept = tuple(f for f in self.findings if any(path in (f.where.path, *f.where.path.parents) for path in wanted))
        return CheckReport(self.binder, kept)

    @property
    def by_family(self) -> Mapping[str, Counter[Severity]]:
        """How many findings of each severity, by family of rules."""
        counted: dict[str, Counter[Severity]] = {}
        for finding in self.findings:
            counted.setdefault(finding.code[:2], Counter())[finding.severity] += 1
        return dict(sorted(counted.items()))


def check(root: Path, today: dt.date) -> CheckReport:
    """Every finding of the house on that day."""
    house = open_house(root, today)
    return CheckReport(house.binder, run(house.binder, [*house.faults, *diagram_faults(house.binder)]))
