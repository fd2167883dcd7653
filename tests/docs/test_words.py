"""Every word of the interface is said in French, and nothing is translated that nobody says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from string import Formatter

import babel.messages

from classeur.rules.registry import all_rules
from classeur.wording.rule_pages import page_of
from tests.docs.words import Message, french, messages


@cache
def said_in_french() -> Mapping[Message, babel.messages.Message]:
    """The French catalogue, by English message."""
    return {m.id if isinstance(m.id, str) else (m.id[0], m.id[1]): m for m in french() if m.id}


def said_in_english() -> list[Message]:
    """Every message, in one order."""
    return sorted(messages(), key=str)


def places_in(text: str) -> set[str]:
    """The names between braces: what a sentence is filled with."""
    return {name for _, name, *_ in Formatter().parse(text) if name}


def in_french(said: Message) -> tuple[str, ...]:
    """The French sentence of a message, or its singular and plural; empty when it waits for its translation."""
    found = said_in_french().get(said)
    texts = found.string if found is not None and not found.fuzzy else ""
    return tuple(texts) if isinstance(texts, (list, tuple)) else (texts or "",)


def translations() -> list[tuple[Message, tuple[str, ...]]]:
    """Each message that has its French sentence, with it."""
    return [(said, told) for said in said_in_english() if all(told := in_french(said))]


def test_the_program_says_something() -> None:
    assert len(messages()) > 100


def test_every_message_is_said_in_french() -> None:
    waiting = [said for said in said_in_english() if not all(text.strip() for text in in_french(said))]

    assert waiting == [], "python -m tests.docs.words adds them to the catalogue: translate them there"


def test_a_french_sentence_is_filled_with_the_same_values() -> None:
    translated = [
        (said, in_french(said)) for said in said_in_english() if isinstance(said, str) and all(in_french(said))
    ]

    assert [said for said, (text,) in translated if places_in(text) != places_in(said)] == []


def test_a_french_number_is_said_with_the_same_values() -> None:
    translated = [
        (said, in_french(said)) for said in said_in_english() if isinstance(said, tuple) and all(in_french(said))
    ]

    assert [said for said, (_, many) in translated if places_in(many) != places_in(said[1])] == []
    # « le seul texte » needs no number
    assert [said for said, (one, _) in translated if places_in(one) | {"n"} != places_in(said[0]) | {"n"}] == []


def test_nothing_is_translated_that_nobody_says() -> None:
    assert [said for said in said_in_french() if said not in messages()] == []


def test_a_french_sentence_has_its_spaces_before_high_punctuation() -> None:
    wrong = [
        text
        for said in said_in_english()
        for text in in_french(said)
        for sign in ";?!"
        if any(before.isalnum() for before, after in pairwise(text) if after == sign)
    ]

    assert wrong == []


def test_a_rule_says_the_same_values_in_both_languages() -> None:
    said = {
        rule.code: [places_in(page.message[language]) | places_in(page.remedy[language]) for language in ("fr", "en")]
        for rule in all_rules().values()
        for page in [page_of(rule)]
    }

    assert {code: places for code, places in said.items() if places[0] != places[1]} == {}
