"""French text as search terms. search-analysis.js is held to the same cases by tests/browser/search_engine.test.mjs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classeur.writers.search import analysis

CASES: dict[str, list[list[Any]]] = json.loads(
    Path(__file__).with_name("search_cases.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "expected"), CASES["words"])
def test_a_text_becomes_plain_words(text: str, expected: list[str]) -> None:
    assert analysis.words(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["content"])
def test_small_words_are_left_out_unless_they_are_acronyms(text: str, expected: list[str]) -> None:
    assert analysis.content_words(text) == expected


@pytest.mark.parametrize(("word", "expected"), CASES["stem"])
def test_the_forms_of_a_word_share_a_stem(word: str, expected: str) -> None:
    assert analysis.stem(word) == expected


@pytest.mark.parametrize(("stem", "expected"), CASES["root"])
def test_related_words_share_a_root(stem: str, expected: str) -> None:
    assert analysis.root(stem) == expected


@pytest.mark.parametrize(("word", "misspelt"), CASES["phonetic"])
def test_two_spellings_of_one_sound_share_a_key(word: str, misspelt: str) -> None:
    assert analysis.phonetic_key(word) == analysis.phonetic_key(misspelt)


@pytest.mark.parametrize(("typed", "expected"), CASES["canonical"])
def test_all_the_ways_to_type_a_reference_become_one(typed: str, expected: str) -> None:
    assert analysis.canonical_reference(typed) == expected


@pytest.mark.parametrize("name", ["cvs", "cdlvs"])
def test_people_call_a_title_by_its_initials(name: str) -> None:
    assert name in analysis.initials("Conseil de la vie sociale")


@given(st.text(max_size=60))
def test_any_text_gives_plain_words_only(text: str) -> None:
    found = analysis.words(text)

    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in found)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=32))
def test_no_word_loses_all_its_letters(word: str) -> None:
    assert analysis.root(analysis.stem(word))


@given(st.text(st.sampled_from("aBéœ1lqu'’`´.-/ \u00a0\u202f\t\n\u00ad\u200b\u0301\u00a8½ﬁİß\x1c"), max_size=60))
def test_a_text_read_piece_by_piece_holds_the_words_of_the_whole(text: str) -> None:
    spoken = text.lower()
    every = analysis.words(spoken)

    telling = [word for word in every if word not in analysis.STOP_WORDS]

    assert analysis.content_words(spoken) == (every if len(every) == 1 else telling)
