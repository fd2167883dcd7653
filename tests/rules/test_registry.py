"""How rules are run: nothing crashes in silence, waivers end, profiles only lower."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from classeur.model.binder import Binder
from classeur.model.findings import Fault, Finding, Location, Severity, Waiver
from classeur.model.organisation import ORGANISATION_FILE, Organisation, Profile
from classeur.rules import registry
from classeur.rules.profiles import severity_in
from classeur.rules.registry import Check, Problem, Rule, all_rules, at, rule, run, told_elsewhere
from tests.houses import TODAY
from tests.ledgers import a_document

TEXT = PurePosixPath("procedures/accueil.md")
HERE = Location(TEXT, 7, 12)
CRASHED = Rule("IN001", "crashed-rule", Severity.ERROR, __name__)


def a_binder(*waivers: Waiver, profile: Profile = Profile.CERTIFICATION) -> Binder:
    return Binder(TODAY, organisation=Organisation(profile=profile), waivers=waivers)


def a_rule(code: str, check: Check | None = None, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(code, "an-invented-fault", severity, __name__, check)


def a_fault(code: str = "WF003", where: Location = HERE, reference: str = "PR-R1-001", **values: str) -> Fault:
    return Fault(where, code, values, reference)


def a_waiver(code: str = "WF003", reference: str = "PR-R1-001", until: dt.date = TODAY) -> Waiver:
    place = Location(PurePosixPath("manual/waivers.yml"))
    return Waiver(code, reference, "L'équipe ne compte que deux personnes.", "a.martin", until, place)


def told(binder: Binder, *faults: Fault, rules: tuple[Rule, ...] = ()) -> tuple[Finding, ...]:
    return run(binder, faults, {rule.code: rule for rule in (CRASHED, *rules)})


def finds(binder: Binder) -> Iterator[Problem]:
    yield at(HERE, reference="PR-R1-001")


def crashes(binder: Binder) -> Iterator[Problem]:
    yield at(HERE)
    raise KeyError("titre")


def test_a_rule_that_crashes_is_an_error_and_keeps_what_it_had_found() -> None:
    crash, found = told(a_binder(), rules=(a_rule("XX001", crashes),))

    assert (crash.code, crash.severity) == ("IN001", Severity.ERROR)
    assert crash.values == {"rule": "XX001", "problem": "KeyError: 'titre'"}
    assert crash.where == Location(ORGANISATION_FILE)
    assert found.code == "XX001"


def test_a_crash_is_told_at_the_first_text_of_the_house() -> None:
    texts = (a_document(path="procedures/a.md"), a_document(path="procedures/b.md", reference="PR-R1-002"))

    found = told(replace(a_binder(), documents=texts), rules=(a_rule("XX001", crashes),))

    assert [str(each.where.path) for each in found if each.code == "IN001"] == ["procedures/a.md"]


def test_the_other_rules_still_run_after_a_crash() -> None:
    findings = told(a_binder(), rules=(a_rule("XX001", crashes), a_rule("XX002", finds)))

    assert "XX002" in {finding.code for finding in findings}


@pytest.mark.parametrize("profile", Profile)
def test_a_crash_is_an_error_in_every_profile(profile: Profile) -> None:
    crash, *_ = told(a_binder(profile=profile), rules=(a_rule("XX001", crashes),))

    assert crash.severity is Severity.ERROR


def test_a_fault_without_a_rule_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="XX999 has no rule"):
        told(a_binder(), a_fault("XX999"))


@pytest.mark.parametrize(("days", "severity"), [(1, Severity.NOTE), (0, Severity.NOTE), (-1, Severity.ERROR)])
def test_a_waiver_makes_a_note_of_its_fault_until_its_last_day(days: int, severity: Severity) -> None:
    waiver = a_waiver(until=TODAY + dt.timedelta(days))

    [finding] = told(a_binder(waiver), a_fault(), rules=(a_rule("WF003"),))

    assert finding.severity is severity


@pytest.mark.parametrize("waiver", [a_waiver(code="WF001"), a_waiver(reference="PR-R1-002")])
def test_a_waiver_covers_one_rule_of_one_text(waiver: Waiver) -> None:
    [finding] = told(a_binder(waiver), a_fault(), rules=(a_rule("WF003"),))

    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("code", ["FM001", "OR001", "WF003", "LG001", "IN002", "LK001", "LK002"])
def test_what_stops_a_text_is_an_error_in_a_house(code: str) -> None:
    assert severity_in(Profile.HOUSE, code, Severity.ERROR) is Severity.ERROR


@pytest.mark.parametrize("code", ["LK003", "PR001", "RV001", "RD001", "RG001", "TX001", "WD001"])
def test_what_can_wait_is_an_error_in_certification_and_a_warning_in_a_house(code: str) -> None:
    assert severity_in(Profile.CERTIFICATION, code, Severity.ERROR) is Severity.ERROR
    assert severity_in(Profile.HOUSE, code, Severity.ERROR) is Severity.WARNING


def test_a_milder_profile_never_makes_a_fault_worse() -> None:
    ranks = {
        code: [
            severity.rank if severity else Severity.NOTE.rank + 1
            for severity in (severity_in(profile, code, declared.severity) for profile in reversed(Profile))
        ]
        for code, declared in all_rules().items()
    }

    assert {code: told for code, told in ranks.items() if told != sorted(told)} == {}


def test_a_fault_that_the_profile_does_not_speak_of_is_silent() -> None:
    silent = a_rule("LK007", finds, Severity.NOTE)

    assert told(a_binder(profile=Profile.START), rules=(silent,)) == ()
    assert len(told(a_binder(profile=Profile.HOUSE), rules=(silent,))) == 1


def test_findings_are_sorted_by_place() -> None:
    places = [Location(TEXT, 10), Location(TEXT, 2), Location(PurePosixPath("manual/organisation.yml"), 30)]

    findings = told(a_binder(), *(a_fault(where=place) for place in places), rules=(a_rule("WF003"),))

    assert [finding.where for finding in findings] == [places[2], places[1], places[0]]


def test_the_same_fault_met_twice_is_told_once() -> None:
    findings = told(a_binder(), a_fault(), a_fault(), a_fault(person="Alix Martin"), rules=(a_rule("WF003"),))

    assert [dict(finding.values) for finding in findings] == [{}, {"person": "Alix Martin"}]


@pytest.mark.parametrize(
    ("code", "fault"), [("WF3", "two letters and three digits"), ("WF003", "taken by validated-by-writer")]
)
def test_a_rule_has_a_code_of_its_own(code: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        told_elsewhere(code, "an-invented-fault", Severity.ERROR, __name__)
    with pytest.raises(ValueError, match=fault):
        rule(code, "an-invented-fault", Severity.ERROR)(finds)


def test_a_declared_rule_is_kept_as_it_was_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, Rule] = {}
    monkeypatch.setattr(registry, "_rules", kept)

    told_by_acts = told_elsewhere("XX900", "an-invented-fault", Severity.NOTE, __name__)
    checked = rule("XX901", "another-fault", Severity.WARNING)(finds)

    assert told_by_acts == kept["XX900"] == Rule("XX900", "an-invented-fault", Severity.NOTE, __name__)
    assert checked is finds
    assert kept["XX901"] == Rule("XX901", "another-fault", Severity.WARNING, __name__, finds)
