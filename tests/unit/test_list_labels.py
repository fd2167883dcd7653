"""The style sheet that names the columns of a list on a phone."""

from __future__ import annotations

from classeur.writers.site.list_pages import labels


def test_each_column_has_its_heading() -> None:
    sheet = labels(("Référence", "Titre"), "en retard")

    assert 'td:nth-child(1)::before { content: "Référence"; }' in sheet
    assert 'td:nth-child(2)::before { content: "Titre"; }' in sheet


def test_a_heading_cannot_leave_its_quotes() -> None:
    sheet = labels(('Dit "bien" \\',), "en retard")

    assert r'content: "Dit \"bien\" \\";' in sheet


def test_a_date_that_is_over_is_told_by_a_word() -> None:
    assert 'td.cl-late::after { content: "en retard"; display: block; }' in labels(("Titre",), "en retard")
