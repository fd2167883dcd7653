"""How long a text is: what is answered without counting its words agrees with the count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from classeur.model.length import is_longer, printed_pages
from classeur.model.outline import Outline, outline

PIECES = ("mot", "d'eau", "a", "| a | b |", "|---|", "![x](x.png)", "```mermaid\na --> b\n```", "é-é", "…", "-", "")
texts = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from([" ", "\n", "\n\n"]).map(lambda between: between.join(pieces))
)
outlines = texts.map(outline)


@given(outlines, st.integers(0, 40))
def test_a_text_has_so_many_words_when_its_count_says_so(text: Outline, fewest: int) -> None:
    assert text.has_words(fewest) == (text.words >= fewest)


@given(outlines)
def test_no_text_has_more_words_than_its_characters_allow(text: Outline) -> None:
    assert text.words <= text.most_words


@given(outlines, st.sampled_from([0.0, 0.1, 0.5, 1.0, 4.0]))
def test_a_text_is_longer_than_so_many_pages_when_its_pages_say_so(text: Outline, pages: float) -> None:
    assert is_longer(text, pages) == (printed_pages(text) > pages)
