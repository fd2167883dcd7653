"""Every example of every rule's page is run: a page that lies fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from string import Formatter

import pytest

from classeur.model.findings import Finding, Location, Severity
from classeur.reading.folder import read_folder
from classeur.rules.registry import Rule, all_rules, run
from classeur.wording.rule_pages import FAMILIES, page_of, told
from tests.acts import ACCUEIL
from tests.each import wrong
from tests.houses import TODAY, house_files, write_house
from tests.rules.examples import Example, examples, ran

RULES = {family: {code: rule for code, rule in all_rules().items() if code[:2] == family} for family in FAMILIES["fr"]}
"""By family: a test asks its question of all the rules of one."""
Golden = Callable[[Path, Mapping[str, str]], None]
FINDINGS = Path(__file__).with_name("findings")
"""For each rule, the findings of its page's examples: number of the example, place, values."""
TOLD_BY_ACTS = {*(f"WF{number:03}" for number in range(21, 41)), "WF045"}
TOLD_BY_THE_LEDGER = {
    *("WF018", "WF019", "WF020", "WF041", "WF042", "WF043"),
    *("LG030", "LG031", "LG032", "LK012", "LK013", "LK014"),
}
TOLD_BY_PROGRAM = {
    *("IN001", "IN012", "TX012"),
    *(f"LG{number:03}" for number in range(1, 27)),
    *(f"WD{number:03}" for number in range(1, 39)),
    *(f"RD{number:03}" for number in range(2, 23) if number != 3),
    *TOLD_BY_ACTS,
    *TOLD_BY_THE_LEDGER,
}
"""Faults that no file can show: they have tests of their own (test_registry.py, test_ledger_rules.py, tests/faults,
tests/unit/test_word_import_drafts.py, tests/acceptance/test_readings.py, test_confirming.py)."""


def found_in(example: Example, folder: Path) -> tuple[Finding, ...]:
    binder, faults = read_folder(example.write(folder), TODAY)
    return run(binder, faults)


def test_the_good_house_has_no_fault(tmp_path: Path) -> None:
    binder, faults = read_folder(write_house(tmp_path, house_files()), TODAY)

    assert run(binder, faults) == ()


def test_every_rule_has_a_family() -> None:
    assert {code for rules in RULES.values() for code in rules} == set(all_rules())


@pytest.mark.parametrize("family", RULES)
def test_examples_do_what_the_page_says(family: str) -> None:
    assert wrong(RULES[family], examples_do_what_the_page_says) == {}


def examples_do_what_the_page_says(rule: Rule) -> None:
    if rule.code in TOLD_BY_PROGRAM:
        return
    shown = examples(page_of(rule).body)
    reported = [example for example in shown if example.section.startswith("Signalé")]
    assert reported, "nothing is reported"
    assert all(rule.code in {code for _, _, code in e.promised} for e in reported), "something else is reported"
    assert any(not example.promised for example in shown), "nothing is accepted"
    for number, each in enumerate(ran(rule), 1):
        found = {(str(f.where.path), f.where.line, f.code) for f in each.findings}
        assert found == each.example.promised, f"example {number} ({each.example.section})"


@pytest.mark.parametrize("family", RULES)
def test_a_finding_gives_its_place_and_the_values_that_its_sentence_uses(family: str, golden: Golden) -> None:
    assert wrong(RULES[family], lambda rule: findings_give_their_place_and_values(rule, golden)) == {}


def findings_give_their_place_and_values(rule: Rule, golden: Golden) -> None:
    page = page_of(rule)
    texts = [*page.message.values(), *page.remedy.values()]
    needed = {name for text in texts for _, name, *_ in Formatter().parse(text) if name}
    lines = []
    for number, each in enumerate(ran(rule), 1):
        for finding in each.findings:
            if finding.code == rule.code:
                assert needed <= set(finding.values), f"{needed - set(finding.values)} is never given"
                values = ", ".join(f"{name}: {value}" for name, value in sorted(finding.values.items()))
                lines.append(f"{number}. {finding.where}: {values}\n")
    golden(FINDINGS / rule.code, {"findings.txt": "".join(lines)} if lines else {})


@pytest.mark.parametrize("family", RULES)
def test_a_text_without_fault_that_comes_first_hides_nothing(family: str) -> None:
    assert wrong(RULES[family], backwards_the_same_is_found) == {}


def backwards_the_same_is_found(rule: Rule) -> None:
    for number, each in enumerate(ran(rule), 1):
        binder = each.binder
        backwards = replace(binder, documents=binder.documents[::-1], processes=binder.processes[::-1])

        counted = [finding.code for finding in run(backwards, each.faults)].count(rule.code)
        assert counted == [finding.code for finding in each.findings].count(rule.code), f"example {number}"


@pytest.mark.parametrize("family", RULES)
def test_the_page_is_whole_in_both_languages(family: str) -> None:
    assert wrong(RULES[family], the_page_is_whole) == {}


def the_page_is_whole(rule: Rule) -> None:
    page = page_of(rule)

    for words in (page.title, page.message, page.remedy):
        assert set(words) == {"fr", "en"}
        assert all(text.strip() for text in words.values())
    assert "## Pourquoi" in page.body
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_a_finding_is_told_in_french() -> None:
    example = examples(page_of(all_rules()["WF003"]).body)[0]
    assert example.promised


def test_a_rule_is_told_in_words(tmp_path: Path) -> None:
    example = examples(page_of(all_rules()["WF003"]).body)[0]

    [finding] = found_in(example, tmp_path)

    assert told(finding, "fr").message == "Alix Martin est à la fois rédacteur et valideur de PR-R1-001."


def test_a_day_in_a_finding_is_told_as_people_say_it() -> None:
    values = {"reference": "PR-R1-001", "version": "1.0", "until": "2026-12-22"}
    lapses = Finding(Location(PurePosixPath(ACCUEIL)), "WF042", Severity.WARNING, values)

    assert "avant le 22 décembre 2026" in told(lapses, "fr").message
    assert "avant le bientôt" in told(replace(lapses, values=values | {"until": "bientôt"}), "fr").message
