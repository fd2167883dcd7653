"""The list of everyday words: lines that can be read, words of the texts that the house holds."""

from __future__ import annotations

import pytest

from classeur.writers.search.lay_words import LAY_WORDS, broad_stem, lay_pairs

LINES = [line for line in LAY_WORDS.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_each_line_leads_somewhere() -> None:
    assert [line for line in LINES if (" > " in line) + (" = " in line) != 1] == []


def test_a_phrase_is_typed_on_one_line_only() -> None:
    typed = [phrase.strip() for line in LINES if " > " in line for phrase in line.split(" > ")[0].split(",")]

    assert sorted({phrase for phrase in typed if typed.count(phrase) > 1}) == []


def test_everyday_words_lead_to_words_of_the_house_only() -> None:
    found = lay_pairs(["lombalgie", "incendie"])

    assert "mal dos" in {sought: typed.split(",") for typed, sought in found}["lombalg"]
    assert {word for _, sought in found for word in sought.split("|")} <= {"lombalg", "incend"}


@pytest.mark.parametrize(
    ("held", "sought"), [(["amputation", "plaie"], "amput"), (["plaie"], "plai")], ids=["precise", "wide"]
)
def test_a_wider_word_is_sought_where_the_house_holds_no_precise_one(held: list[str], sought: str) -> None:
    [found] = [meanings for typed, meanings in lay_pairs(held) if "doigt coup" in typed.split(",")]

    assert found == sought


def test_a_house_without_words_has_no_everyday_words() -> None:
    assert lay_pairs([]) == []


@pytest.mark.parametrize(("stem", "broad"), [("saignement", "saign"), ("violenc", "violenc"), ("viol", "viol")])
def test_a_short_root_joins_no_words(stem: str, broad: str) -> None:
    assert broad_stem(stem) == broad
