"""Every rule of the house, and the way to run them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.model.findings import Fault, Finding, Location, Severity, Waiver
from classeur.model.organisation import ORGANISATION_FILE, Step
from classeur.rules.profiles import severity_in


@dataclass(frozen=True)
class Problem:
    """Where a rule found its fault, and the values that its sentence needs."""

    where: Location
    values: Mapping[str, str] = field(default_factory=dict)


def at(where: Location, **values: object) -> Problem:
    """A fault at this place. `reference=` names the document concerned; every value becomes text."""
    return Problem(where, {name: str(value) for name, value in values.items()})


Check = Callable[[Binder], Iterable[Problem]]
Key = tuple[str, int, int, str, tuple[tuple[str, str], ...]]
"""What tells two findings apart, and sorts them."""
CRASHED = "IN001"


@dataclass(frozen=True)
class Rule:
    """A rule: its code, the fault's name, how much it matters at most, and what looks for it.

    `check` is None for a fault that only the reading of files, the building, an act or the runner can meet.
    `waived_by` is the right that a person needs to accept the fault; None when anybody of the house may.
    `of_one_text` says that it judges each text by itself, and asks of other texts only whether they are there, under
    which reference, and what they replace; what it finds elsewhere, no text decides. A program that lives runs it on
    changed texts only (`again`).
    """

    code: str
    name: str
    severity: Severity
    module: str
    check: Check | None = None
    waived_by: Step | None = None
    of_one_text: bool = False

    @property
    def family(self) -> str:
        """The two letters of the family."""
        return self.code[:2]


_rules: dict[str, Rule] = {}
_CODE = re.compile(r"[A-Z]{2}\d{3}")


def rule(
    code: str, name: str, severity: Severity, waived_by: Step | None = None, *, of_one_text: bool = False
) -> Callable[[Check], Check]:
    """Makes a rule of a function that yields `at(place, …)` for each fault. `severity` is the highest it may have."""

    def register(check: Check) -> Check:
        _register(Rule(code, name, severity, check.__module__, check, waived_by, of_one_text))
        return check

    return register


def in_each_text(binder: Binder, find: Callable[[Document], Iterable[Problem]]) -> Iterator[Problem]:
    """What a rule that looks at one text at a time finds in each."""
    for document in binder.documents:
        yield from find(document)


def told_elsewhere(code: str, name: str, severity: Severity, module: str) -> Rule:
    """A rule whose faults are met while files are read or pages are built: it has a page, no check of its own."""
    declared = Rule(code, name, severity, module)
    _register(declared)
    return declared


def _register(declared: Rule) -> None:
    if not _CODE.fullmatch(declared.code):
        raise ValueError(f"{declared.code}: a rule code is two letters and three digits")
    if declared.code in _rules:
        raise ValueError(f"{declared.code} is taken by {_rules[declared.code].name}")
    _rules[declared.code] = declared


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by code, found by walking the package."""
    package = importlib.import_module("classeur.rules")
    for module in pkgutil.walk_packages(package.__path__, "classeur.rules."):
        importlib.import_module(module.name)
    return {code: _rules[code] for code in sorted(_rules)}


def run(binder: Binder, faults: Iterable[Fault], rules: Mapping[str, Rule] | None = None) -> tuple[Finding, ...]:
    """The findings of a house: the faults met elsewhere and those of every rule, weighed, sorted by place.

    A crashed rule is itself a blocking finding (IN001); a fault under a running waiver becomes a note.
    """
    rules = all_rules() if rules is None else rules
    met = [*faults, *(fault for each in rules.values() for fault in checked(each, binder))]
    return in_order(weighed(met, rules, binder))


def in_order(found: Mapping[Key, Finding]) -> tuple[Finding, ...]:
    """Findings by place."""
    return tuple(found[key] for key in sorted(found))


def weighed(faults: Iterable[Fault], rules: Mapping[str, Rule], binder: Binder) -> dict[Key, Finding]:
    """The findings that faults are in this house, each told once, under what sorts it."""
    weighed = (finding for finding in (_weighed(fault, rules, binder) for fault in faults) if finding)
    return {_key(finding): finding for finding in weighed}


def checked(each: Rule, binder: Binder) -> Iterator[Fault]:
    """The faults that a rule finds; its crash is one."""
    if each.check is None:
        return
    try:
        for problem in each.check(binder):
            yield Fault(problem.where, each.code, problem.values, problem.values.get("reference"))
    except Exception as error:  # a rule that crashes must never pass as clean
        yield Fault(
            Location(_crash_site(binder)), CRASHED, {"rule": each.code, "problem": f"{type(error).__name__}: {error}"}
        )


def _crash_site(binder: Binder) -> PurePosixPath:
    return binder.documents[0].path if binder.documents else ORGANISATION_FILE


def _weighed(fault: Fault, rules: Mapping[str, Rule], binder: Binder) -> Finding | None:
    declared = rules.get(fault.code)
    if declared is None:
        raise ValueError(f"{fault.code} has no rule")
    severity = severity_in(binder.organisation.profile, fault.code, declared.severity)
    if severity is None:
        return None
    if any(waiver.covers(fault, binder.today) and is_granted(waiver, declared, binder) for waiver in binder.waivers):
        severity = Severity.NOTE
    return Finding(fault.where, fault.code, severity, fault.values, fault.reference)


def is_granted(waiver: Waiver, waived: Rule, binder: Binder) -> bool:
    """Whether the person who answers for a waiver has the right to accept this fault."""
    return waived.waived_by is None or binder.organisation.may(waiver.person, waived.waived_by, binder.today)


def _key(finding: Finding) -> Key:
    where = finding.where
    return str(where.path), where.line, where.column, finding.code, tuple(sorted(finding.values.items()))
