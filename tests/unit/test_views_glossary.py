"""The page of the glossary."""

from __future__ import annotations

from classeur.model.binder import Binder
from classeur.model.glossary import Term
from classeur.views.glossary import glossary_letters
from tests.houses import TODAY


def test_words_stand_under_their_letter_accents_left_aside() -> None:
    binder = Binder(TODAY, glossary=(Term("équipement"), Term("EPI"), Term("chute")))

    letters = glossary_letters(binder)

    assert [(each.letter, [row.term for row in each.rows]) for each in letters] == [
        ("C", ["chute"]),
        ("E", ["EPI", "équipement"]),
    ]


def test_a_number_has_a_place_too() -> None:
    [letter] = glossary_letters(Binder(TODAY, glossary=(Term("5 pourquoi"),)))

    assert letter.letter == "#"
