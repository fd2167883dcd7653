"""What the dialect spares is nothing that a reader would see."""

from __future__ import annotations

from classeur.writers.site.dialect import Dialect, TextLinks

LINKS = TextLinks(lambda target: target, lambda reference: f"../{reference}/")


def rendered(body: str, *extensions: str) -> str:
    [section] = Dialect(extensions).render(body, LINKS).sections
    return section.html


def test_a_cited_reference_becomes_a_link_in_a_text_without_any_mark() -> None:
    assert 'href="../PR-R2-001/"' in rendered("Suivre PR-R2-001 sans attendre.")


def test_two_spaces_at_the_end_of_a_line_still_break_it() -> None:
    assert "<br>" in rendered("Une ligne  \nune autre")


def test_the_marks_of_an_extension_that_we_do_not_know_are_not_missed() -> None:
    assert "<mark>lu</mark>" in rendered("Un mot ==lu== ici.", "pymdownx.mark")
