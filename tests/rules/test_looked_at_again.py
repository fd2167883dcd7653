"""A program that lives judges the texts that changed: what it finds is what a first look finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from classeur.model.binder import Binder
from classeur.model.documents import Document
from classeur.rules import again
from classeur.rules.again import look_again, texts_to_judge
from classeur.rules.registry import Problem, Rule, all_rules, run
from tests.houses import TODAY
from tests.ledgers import a_document
from tests.rules.examples import ran

OF_ONE_TEXT = [rule for rule in all_rules().values() if rule.of_one_text]


def written_otherwise(document: Document) -> Document:
    """The same document, with nothing in it that the example shows."""
    kept: dict[str, Any] = {"reference": document.reference, "title": "Autre titre", "kind": document.header.kind}
    header = document.header.model_construct(**kept, version=document.version, supersedes=document.header.supersedes)
    return replace(document, header=header, body="Rien.\n", refused=frozenset(), places={}, attachments=())


def before_each_save(binder: Binder) -> Iterator[Binder]:
    """The house before one of its texts was written as it is."""
    for number, document in enumerate(binder.documents):
        texts = (*binder.documents[:number], written_otherwise(document), *binder.documents[number + 1 :])
        yield replace(binder, documents=texts)


def two_texts() -> Binder:
    mine, other = a_document(path="procedures/a.md"), a_document(path="procedures/b.md", reference="PR-R1-002")
    return Binder(TODAY, documents=(mine, other))


@pytest.mark.parametrize("rule", OF_ONE_TEXT, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_found_again_after_each_save(rule: Rule) -> None:
    for each in ran(rule):
        whole = run(each.binder, each.faults)
        for before in before_each_save(each.binder):
            _, last = look_again(before, ())
            assert look_again(each.binder, each.faults, last)[0] == whole


@pytest.mark.parametrize("rule", OF_ONE_TEXT, ids=lambda rule: rule.code)
def test_what_a_save_mends_is_no_longer_told(rule: Rule) -> None:
    for each in ran(rule):
        _, last = look_again(each.binder, each.faults)
        for after in before_each_save(each.binder):
            assert look_again(after, (), last)[0] == run(after, ())


@pytest.mark.parametrize("rule", OF_ONE_TEXT, ids=lambda rule: rule.code)
def test_a_rule_of_one_text_finds_text_by_text_what_it_finds_in_the_house(rule: Rule) -> None:
    def found(binder: Binder) -> set[tuple[object, ...]]:
        told = run(binder, (), {rule.code: rule})
        return {(each.where, str(each.values)) for each in told}

    for each in ran(rule):
        parts = [found(each.binder.going_through((text,))) for text in each.binder.documents]
        assert set().union(*parts) == found(each.binder)


def test_only_the_text_that_changed_is_judged() -> None:
    before = two_texts()
    saved = replace(before.documents[1], body="Autre.\n")
    after = replace(before, documents=(before.documents[0], saved))

    assert texts_to_judge(after, before) == (saved,)


@pytest.mark.parametrize(
    "changes",
    [
        {"today": TODAY.replace(year=TODAY.year + 1)},
        {"unread": frozenset({a_document().path})},
        {"files": frozenset({a_document().path})},
        {"documents": two_texts().documents[:1]},
        {"documents": tuple(reversed(two_texts().documents))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_every_text_is_judged_once_more_than_texts_has_changed(changes: dict[str, object]) -> None:
    before = two_texts()

    assert texts_to_judge(replace(before, **changes), before) is None  # type: ignore[arg-type]


def test_every_text_is_judged_once_one_bears_another_reference() -> None:
    before = two_texts()
    moved = a_document(path="procedures/b.md", reference="PR-R1-009")

    assert texts_to_judge(replace(before, documents=(before.documents[0], moved)), before) is None


def test_after_a_crash_the_next_look_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(binder: Binder) -> Iterator[Problem]:
        raise KeyError("titre")

    crashing = Rule("TX001", "an-invented-fault", OF_ONE_TEXT[0].severity, __name__, crashes, of_one_text=True)
    monkeypatch.setattr(again, "all_rules", lambda: {**all_rules(), "TX001": crashing})

    found, last = look_again(two_texts(), ())

    assert "IN001" in {each.code for each in found}
    assert last is None
