"""How many minutes a text takes to read."""

from __future__ import annotations

from classeur.model.outline import outline
from classeur.model.reading_time import (
    SECONDS_PER_DIAGRAM,
    SECONDS_PER_PICTURE,
    TABLE_WORDS_PER_MINUTE,
    WORDS_PER_MINUTE,
    reading_minutes,
)


def minutes(body: str) -> int:
    return reading_minutes(outline(body))


def test_a_few_words_take_one_minute() -> None:
    assert minutes("Appeler le 15.\n") == 1


def test_an_empty_text_takes_one_minute_too() -> None:
    assert minutes("") == 1


def test_a_minute_that_has_begun_counts() -> None:
    assert minutes("mot " * WORDS_PER_MINUTE) == 1
    assert minutes("mot " * (WORDS_PER_MINUTE + 1)) == 2


def test_words_in_a_table_take_longer_than_in_a_sentence() -> None:
    assert TABLE_WORDS_PER_MINUTE < WORDS_PER_MINUTE
    assert minutes("| mot | mot |\n" * TABLE_WORDS_PER_MINUTE) == 2


def test_pictures_take_their_time() -> None:
    assert minutes("![plan](plan.png)\n\n" * (60 // SECONDS_PER_PICTURE + 1)) == 2


def test_pictures_typed_as_html_take_their_time_too() -> None:
    assert minutes('<img src="plan.png" alt="">\n\n' * (60 // SECONDS_PER_PICTURE + 1)) == 2


def test_diagrams_take_more() -> None:
    assert SECONDS_PER_DIAGRAM > SECONDS_PER_PICTURE
    assert minutes("```mermaid\nflowchart LR\n  A --> B\n```\n\n" * (60 // SECONDS_PER_DIAGRAM + 1)) == 2


def test_the_address_of_a_link_is_not_read() -> None:
    long_address = "../a-" + "tres-" * WORDS_PER_MINUTE + "loin.md"

    assert minutes(f"Voir [la suite]({long_address}).\n") == 1
