"""What a page says first of a text, in the text's own words."""

from __future__ import annotations

import pytest

from classeur.model.outline import outline
from classeur.model.purpose import FIRST_TASKS, FirstTask, purpose_of, who_does_what

TABLE = """## Qui fait quoi

| N° | Mission | Qui | Quand |
|---|---|---|---|
| 1 | Trier **tout de suite** | Celui qui soigne | le jour même |
| 2 | Ranger | Infirmier | le soir |
"""


@pytest.mark.parametrize(
    "heading", ["But", "Objet", "1. Objet", "OBJECTIFS", "À quoi sert ce texte", "Finalité", "Pourquoi cette charte"]
)
def test_the_purpose_is_the_paragraph_below_the_heading_that_says_it(heading: str) -> None:
    text = outline(
        f"Bonjour.\n\n## {heading}\n\nDonner le bon\nmédicament **vite**.\n\nEt après.\n\n## Suite\n\nAutre.\n"
    )

    assert purpose_of(text) == "Donner le bon médicament vite."


def test_a_heading_about_something_else_gives_no_purpose() -> None:
    assert purpose_of(outline("## Butée de porte\n\nLa fermer.\n\n## Étapes\n\nAgir.\n")) == ""


def test_a_list_below_the_heading_is_not_a_sentence_to_quote() -> None:
    assert purpose_of(outline("## But\n\n- un\n- deux\n")) == ""


def test_who_does_what_is_read_in_the_columns_that_say_it() -> None:
    found = who_does_what(outline(TABLE))

    assert found is not None
    assert found.tasks == (FirstTask("Celui qui soigne", "Trier tout de suite"), FirstTask("Infirmier", "Ranger"))
    assert found.is_whole


def test_only_the_first_lines_are_quoted_with_the_way_to_the_others() -> None:
    found = who_does_what(outline(TABLE + "| 3 | Jeter | Agent | le soir |\n" * FIRST_TASKS))

    assert found is not None
    assert len(found.tasks) == FIRST_TASKS
    assert not found.is_whole
    assert found.anchor == "qui-fait-quoi"


@pytest.mark.parametrize(
    "body",
    [
        "## Qui fait quoi\n\nChacun fait sa part.\n",
        "## Qui fait quoi\n\n| Fonction absente | Suppléant |\n|---|---|\n| Direction | Référent |\n",
        "## Étapes\n\n| Quoi | Qui |\n|---|---|\n| Trier | Tous |\n",
        "## Qui fait quoi\n\n| Quoi | Qui |\n|---|---|\n| Trier |\n",
        "",
    ],
    ids=["a sentence", "a table about something else", "another heading", "a broken table", "nothing"],
)
def test_nothing_is_made_up_when_no_table_says_who_does_what(body: str) -> None:
    assert who_does_what(outline(body)) is None


def test_a_bar_inside_a_cell_does_not_cut_it() -> None:
    found = who_does_what(outline("## Qui fait quoi\n\n| Quoi | Qui |\n|---|---|\n| Lire A \\| B | Tous |\n"))

    assert found is not None
    assert found.tasks == (FirstTask("Tous", "Lire A | B"),)


def test_a_rank_is_no_task() -> None:
    found = who_does_what(outline("## Qui fait quoi\n\n| Étape | Qui | Quoi |\n|---|---|---|\n| 1 | Tous | Trier |\n"))

    assert found is not None
    assert found.tasks == (FirstTask("Tous", "Trier"),)


def test_a_quoted_sentence_carries_no_tag_and_no_call_of_a_note() -> None:
    body = "## But\n\nDonner <span class='x'>10&nbsp;mg</span> **vite**[^1]{: .x} par [voie orale](orale.md).\n"

    assert purpose_of(outline(body)) == "Donner 10 mg vite par voie orale."
