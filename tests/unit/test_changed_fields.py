"""Fields of the front matter that changed, told to people."""

from __future__ import annotations

import pytest

from classeur.wording.changes import field_value, field_word
from classeur.wording.translator import translator

FRENCH = translator("fr")


@pytest.mark.parametrize(
    ("value", "told"),
    [("true", "oui"), ("false", "non"), ("2026-05-10", "10 mai 2026"), ("2026-02-31", "2026-02-31"), ("", "–"),
     ("a.martin", "a.martin")],
)  # fmt: skip
def test_a_value_is_told_as_a_person_says_it(value: str, told: str) -> None:
    assert field_value(value, FRENCH) == told


def test_an_emergency_edition_is_named_in_the_words_of_the_house() -> None:
    assert field_word("urgent", FRENCH) == "Édition d'urgence"
