"""Acronyms that texts explain: which texts are looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from classeur.writers.search.acronyms import explained_in
from classeur.writers.search.analysis import fold

PIECES = (
    *("(DAE)", "DAE (", "défibrillateur automatisé externe", "équipe technique)", "ÉT (", "(E\u0301T)", "Œ2 ("),
    *("(voir PT-1)", "（DAE）", "(dae)", "(DÀE)", "ªB (", "(ⅠB)", "ⓓ2 ("),
    *("K (kelvin absolu)", "aide basse)", "A\u0300B (", "a", " "),
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), st.sampled_from(["", " "]))
def test_letters_are_looked_for_as_if_they_had_no_accents(pieces: list[str], between: str) -> None:
    text = f"({between}{between.join(pieces)}"

    assert sorted(explained_in([text])) == sorted(explained_in([fold(text)]))


def test_an_acronym_in_brackets_is_explained_by_the_words_before() -> None:
    assert explained_in(["Un défibrillateur automatisé externe (DAE) est là (voir PT-R2-001)."]) == (
        ("dae", "defibrillateu automati extern"),
    )
